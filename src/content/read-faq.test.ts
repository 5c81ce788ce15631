import { describe, expect, it } from 'vitest';
import { edited, PACK_FILES, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf } from '../../test/support/changed-pack.js';

const FAQ = 'content/faq/tort/tort-dog.md';

const faq = (from: string, to: string) => edited('faq/tort/tort-dog.md', from, to);

describe('an FAQ entry', () => {
  it.each<[string, PackOverrides, string[]]>([
    [
      'named otherwise than its file',
      faq('id: tort-dog', 'id: tort-cat'),
      [`${FAQ}:2: 编号“tort-cat”和文件名“tort-dog”不一样，请改成一样的。`],
    ],
    [
      'in the wrong folder',
      { 'faq/tort/tort-dog.md': null, 'faq/dv/tort-dog.md': PACK_FILES['faq/tort/tort-dog.md'] },
      ['content/faq/dv/tort-dog.md:2: 这个文件要放在 content/faq/tort/ 里，请移过去。'],
    ],
    [
      'with the id of another',
      { 'faq/tort/tort-wolf.md': PACK_FILES['faq/tort/tort-dog.md'] },
      [
        'content/faq/tort/tort-wolf.md:2: 编号“tort-dog”和文件名“tort-wolf”不一样，请改成一样的。',
        'content/faq/tort/tort-wolf.md:2: 编号“tort-dog”在 content/faq/tort/tort-dog.md 里已经用了，请换一个。',
      ],
    ],
    [
      'with capitals in its id',
      faq('id: tort-dog', 'id: Tort-Dog'),
      [`${FAQ}:2: “id”只能用小写字母、数字和中间的连字符，例如 anti-drug。`],
    ],
    [
      'of an unknown topic',
      faq('topic: 人身损害与侵权', 'topic: 养狗'),
      [`${FAQ}:3: topics.yaml 里没有问答类别“养狗”，请改正或先加进去。`],
    ],
    [
      'with an unknown hotline',
      faq('"110", "12348"', '"110", "12349"'),
      [`${FAQ}:8: hotlines.yaml 里没有电话“12349”，请改正或先加进去。`],
    ],
    [
      'with a long gist',
      faq('先打疫苗，养狗的人赔', '赔'.repeat(31)),
      [`${FAQ}:5: “gist”有 31 个字，最多 30 个，请写短些。`],
    ],
    ['with seven aliases', faq('[狗咬人, ', '['), [`${FAQ}:6: 提醒：“aliases”有 7 个说法，最好写到 8 个以上。`]],
    [
      'without aliases',
      faq('[狗咬人, 被狗咬, 狗追着咬, 遛狗没牵绳, 狗扑倒老人, 孩子被狗抓, 流浪狗咬人, 狗主人不认账]', '[]'),
      [`${FAQ}:6: “aliases”是空的，至少写一项。`],
    ],
    ['without an answer', faq('## 答\n谁养的狗谁赔。\n', ''), [`${FAQ}:13: 缺少小标题“## 答”和下面的内容，请补上。`]],
    ['with an empty answer', faq('谁养的狗谁赔。', ''), [`${FAQ}:14: “## 答”下面没有文字，请补上。`]],
    [
      'with a long answer',
      faq('谁养的狗谁赔。', '赔'.repeat(301)),
      [`${FAQ}:14: “答”有 301 个字，最多 300 个，请写短些。`],
    ],
    [
      'with an unknown section',
      faq('## 法条提示', '## 提示'),
      [`${FAQ}:24: 不认识小标题“提示”，这里可以写：答、怎么办、案例、法条提示。`],
    ],
    [
      'with a section twice',
      faq('## 法条提示', '## 案例'),
      [`${FAQ}:24: 小标题“案例”在第 21 行已经有了，请合成一段。`],
    ],
    [
      'with text above its sections',
      faq('## 答', '先说一句。\n\n## 答'),
      [`${FAQ}:14: 正文要从“## ”开头的小标题写起，请补上小标题。`],
    ],
    [
      'with steps that are no list',
      faq('1. 先去打疫苗。\n2. ', ''),
      [`${FAQ}:17: “怎么办”要写成一个列表，每步以“1. ”这样的数字开头。`],
    ],
    [
      'with a case that is not marked',
      faq('（案例为普法编写）', ''),
      [`${FAQ}:21: “案例”要以“（案例为普法编写）”开头，请补上。`],
    ],
    [
      'with a smaller heading',
      faq('谁养的狗谁赔。', '谁养的狗谁赔。\n\n### 小标题'),
      [`${FAQ}:17: 这里不能再用标题，请改成 **粗体**。`],
    ],
    ['with HTML', faq('先去打疫苗。', '先去<br>打疫苗。'), [`${FAQ}:18: 不能写 HTML 标签，请用 **粗体** 和列表。`]],
    ['with an image', faq('老张被狗咬了。', '老张\n![狗](dog.png)'), [`${FAQ}:23: 消息里不能放图片，请删掉。`]],
    ['with a table', faq('谁养的狗谁赔。', '谁|赔\n---|---\n狗|人'), [`${FAQ}:16: 不能用表格，请改成列表。`]],
    [
      'with bold that does not close',
      faq('打 **110** 报警', '打 **110 报警'),
      [`${FAQ}:19: 粗体的 ** 要成对写，里面不要紧挨空格，请改正。`],
    ],
    [
      'with a link that leads nowhere',
      faq('故意逗狗的', '[逗狗](javascript:x)的'),
      [`${FAQ}:25: 链接只能以 http://、https:// 或 tg:// 开头，请改正。`],
    ],
    [
      'too long for a message',
      faq('先去打疫苗。', '赔'.repeat(4000)),
      [`${FAQ}:1: 这条问答太长（4048 个字），Telegram 一条消息放不下，请写到 3596 个字以内。`],
    ],
  ])('%s is reported', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });
});

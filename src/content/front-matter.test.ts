import { describe, expect, it } from 'vitest';
import { edited, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf } from '../../test/support/changed-pack.js';

const FAQ = 'content/faq/tort/tort-dog.md';

const faq = (from: string, to: string) => edited('faq/tort/tort-dog.md', from, to);

describe('the front matter', () => {
  it.each<[string, PackOverrides, string[]]>([
    [
      'without its first line',
      faq('---\nid', 'id'),
      [`${FAQ}:1: 第一行要写 ---，下面写各项说明，再写一行 ---，然后才是正文。`],
    ],
    ['without its last line', faq('---\n## 答', '## 答'), [`${FAQ}:1: 各项说明写完后要再写一行 ---，然后才是正文。`]],
    ['with a tab', faq('urgent: false', '\turgent: false'), [`${FAQ}:7: 不能用 Tab 缩进，请换成空格。`]],
    [
      'with two colons in a line',
      faq('被狗咬了找谁赔？', '狗: 咬人'),
      [`${FAQ}:4: 一行里写了两个冒号，请把冒号后面的话加上引号。`],
    ],
    [
      'with a bracket left open',
      faq('狗主人不认账]', '狗主人不认账'),
      [`${FAQ}:7: 缩进不对，或者上面的括号没有关上，请对齐。`],
    ],
    ['with a key twice', faq('urgent: false', 'gist: 又来'), [`${FAQ}:7: 同一个键写了两遍，请删掉一个。`]],
    ['with an alias', faq('被狗咬了找谁赔？', '*dog'), [`${FAQ}:4: 不能用 * 开头引用别处的内容，请把整句话加上引号。`]],
    [
      'with a list for a key',
      faq('urgent: false', '[urgent]: false'),
      [`${FAQ}:7: 这里的写法读不懂，请检查缩进、引号和冒号后面的空格。`],
    ],
    ['with a tag', faq('被狗咬了找谁赔？', '!dog x'), [`${FAQ}:4: 不能用以 ! 开头的标签，请把整句话加上引号。`]],
    [
      'with an unknown key',
      faq('urgent: false', 'urgent: false\nhotline: "110"'),
      [
        `${FAQ}:8: 不认识“hotline”，请删掉或改正；这里可以写：id、topic、question、gist、aliases、urgent、hotlines、citations、written、checked。`,
      ],
    ],
    ['with a key missing', faq('urgent: false\n', ''), [`${FAQ}:1: 缺少“urgent”，请补上。`]],
    ['with a key empty', faq('先打疫苗，养狗的人赔', ''), [`${FAQ}:5: “gist”空着，请填上。`]],
    ['with a blank text', faq('先打疫苗，养狗的人赔', '" "'), [`${FAQ}:5: “gist”空着，请填上。`]],
    ['with yes instead of true', faq('urgent: false', 'urgent: yes'), [`${FAQ}:7: “urgent”只能写 true 或 false。`]],
    [
      'with a number unquoted',
      faq('["110", "12348"]', '["110", 12348]'),
      [`${FAQ}:8: “hotlines”第 2 项要加引号，不然会被当成数字。`],
    ],
    ['with a text for a list', faq('["110", "12348"]', '"110"'), [`${FAQ}:8: “hotlines”应当是列表，请改正。`]],
    [
      'with an article unquoted',
      faq('article: "1245"', 'article: 1245'),
      [`${FAQ}:10: “article”要加引号，不然会被当成数字。`],
    ],
    ['with a wrong article', faq('"1245"', '"第1245条"'), [`${FAQ}:10: “article”要写成 "1254" 或 "291之二" 的样子。`]],
    [
      'without citations',
      faq('citations:\n  - { law: 民法典, article: "1245" }\n', ''),
      [`${FAQ}:1: 缺少“citations”，请补上。`],
    ],
    [
      'with empty citations',
      faq('\n  - { law: 民法典, article: "1245" }', ' []'),
      [`${FAQ}:9: “citations”是空的，至少写一项。`],
    ],
    [
      'with a day in other words',
      faq('checked: 2026-11-23', 'checked: 2026年11月23日'),
      [`${FAQ}:12: “checked”要写成 2026-11-23 的样子。`],
    ],
    [
      'with a day that cannot be',
      faq('written: 2026-11-23', 'written: 2026-02-30'),
      [`${FAQ}:11: “written”没有 2026-02-30 这一天，请改正。`],
    ],
    [
      'checked before it was written',
      faq('checked: 2026-11-23', 'checked: 2026-11-22'),
      [`${FAQ}:12: 核对日期不能早于编写日期，请改正。`],
    ],
  ])('%s is reported', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });
});

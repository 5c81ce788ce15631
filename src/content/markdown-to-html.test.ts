import { describe, expect, it } from 'vitest';
import { markdownListToHtml, markdownToHtml } from './markdown-to-html.js';

function render(markdown: string): { html: string; problems: string[] } {
  const problems: string[] = [];
  const html = markdownToHtml(markdown, (line, message) => problems.push(`${line}: ${message}`));
  return { html, problems };
}

describe('Markdown as Telegram shows it', () => {
  it.each<[string, string, string]>([
    ['a paragraph', '先报警。', '先报警。'],
    ['the lines of a paragraph', '先报警。\n再拍照。', '先报警。\n再拍照。'],
    ['paragraphs', '先报警。\n\n\n再拍照。', '先报警。\n\n再拍照。'],
    ['bold and italics', '**先**报警，*再*拍照', '<b>先</b>报警，<i>再</i>拍照'],
    ['italics in bold', '**先*报*警**', '<b>先<i>报</i>警</b>'],
    ['bold that ends with Chinese punctuation', '**先报警。**再拍照', '<b>先报警。</b>再拍照'],
    ['two of them in a line', '**先报警。**再**拍照**。', '<b>先报警。</b>再<b>拍照</b>。'],
    ['bold that begins with a quote', '这叫**“容留”**他人', '这叫<b>“容留”</b>他人'],
    ['bold within bold', '**先__报__警**', '<b>先__报__警</b>'],
    ['a bulleted list', '- 一\n- 二', '• 一\n• 二'],
    ['a numbered list', '3. 一\n4. 二', '3. 一\n4. 二'],
    ['a list right below its sentence', '要带：\n- 身份证\n- 欠条', '要带：\n• 身份证\n• 欠条'],
    ['a list below an empty line', '要带：\n\n- 身份证\n\n走吧', '要带：\n\n• 身份证\n\n走吧'],
    ['a list with empty lines', '- 一\n\n- 二', '• 一\n\n• 二'],
    ['a list in a list', '- 一\n  - 甲\n  - 乙\n- 二', '• 一\n  • 甲\n  • 乙\n• 二'],
    ['a quote', '> 一\n> **二**', '<blockquote>一\n<b>二</b></blockquote>'],
    ['code', '按 `*67` 键', '按 <code>*67</code> 键'],
    ['a block of code', '```sh\na < b\n```', '<pre><code class="language-sh">a &lt; b</code></pre>'],
    ['a block of code without a language', '```\na\n```', '<pre>a</pre>'],
    [
      'a link',
      '[12348网](https://12348.example/?a=1&b="2")',
      '<a href="https://12348.example/?a=1&amp;b=&quot;2&quot;">12348网</a>',
    ],
    ['a link into Telegram', '[问我](tg://resolve?domain=x)', '<a href="tg://resolve?domain=x">问我</a>'],
    ['characters that HTML knows', '3 < 5 & "x" > 1', '3 &lt; 5 &amp; &quot;x&quot; &gt; 1'],
    ['tags written as entities', '&lt;b&gt;', '&lt;b&gt;'],
    ['a single asterisk', '3*5=15', '3*5=15'],
    ['nothing', '  \n', ''],
  ])('%s', (_, markdown, html) => {
    expect(render(markdown)).toEqual({ html, problems: [] });
  });

  it.each<[string, string, string, string[]]>([
    ['a heading', '一\n\n### 二', '一', ['3: 这里不能再用标题，请改成 **粗体**。']],
    ['an image', '一\n![狗](x.png)', '一\n', ['2: 消息里不能放图片，请删掉。']],
    [
      'a table',
      '一\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      '一\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      ['4: 不能用表格，请改成列表。'],
    ],
    ['a tag in a sentence', '一<br>二', '一二', ['1: 不能写 HTML 标签，请用 **粗体** 和列表。']],
    ['a block of HTML', '一\n\n<div>\n二\n</div>', '一', ['3: 不能写 HTML 标签，请用 **粗体** 和列表。']],
    ['a line across', '一\n\n***\n\n二', '一\n\n二', ['3: 不能用分隔线，请删掉，空一行就行。']],
    ['indented text', '一\n\n    二', '一', ['3: 行首空了四格会变成代码，请顶格写。']],
    ['a link by mail', '<a@b.example>', 'a@b.example', ['1: 链接只能以 http://、https:// 或 tg:// 开头，请改正。']],
    ['a link without words', '[](https://a.example)一', '一', ['1: 链接没有文字，请在方括号里写上文字。']],
    [
      'a link by reference',
      '[一][x]\n\n[x]: https://a.example',
      '',
      ['1: 这种写法 Telegram 显示不了，请改成普通文字。', '3: 这种写法 Telegram 显示不了，请改成普通段落。'],
    ],
    [
      'a link in a link',
      '[一<https://a.example>](https://b.example)',
      '<a href="https://b.example">一https://a.example</a>',
      ['1: 链接里不能再放链接，请拆开写。'],
    ],
    ['bold code', '**按 `9`**', '<b>按 9</b>', ['1: 反引号里的字不能同时加粗、倾斜或做成链接，请去掉一种。']],
    [
      'a quote in a quote',
      '> 一\n>\n> > 二',
      '<blockquote>一</blockquote>',
      ['1: 引用里不能再放引用或代码块，请拆开写。'],
    ],
    ['a quote in a list', '- 一\n\n  > 二', '• 一', ['3: 列表里只能写文字和下一级列表，请拆开写。']],
    ['an empty item', '- 一\n-\n- 三', '• 一\n• \n• 三', ['2: 这一项是空的，请补上或删掉。']],
    [
      'bold with blanks inside',
      '一\n打 ** 110 ** 报警',
      '一\n打 ** 110 ** 报警',
      ['2: 粗体的 ** 要成对写，里面不要紧挨空格，请改正。'],
    ],
  ])('refuses %s', (_, markdown, html, problems) => {
    expect(render(markdown)).toEqual({ html, problems });
  });
});

describe('steps', () => {
  it('are the items of one list, without their numbers', () => {
    expect(markdownListToHtml('\n1. 打 **110**。\n2. 拍照 & 留证。\n   - 别挪东西\n', () => {})).toEqual([
      '打 <b>110</b>。',
      '拍照 &amp; 留证。\n  • 别挪东西',
    ]);
  });

  it.each([
    ['a paragraph', '打 110。'],
    ['a sentence above the list', '这样做：\n1. 打 110。'],
    ['a sentence below the list', '1. 打 110。\n\n就这样。'],
    ['two lists', '1. 打 110。\n\n- 拍照。'],
    ['nothing', ''],
  ])('are not %s', (_, markdown) => {
    expect(markdownListToHtml(markdown, () => {})).toBeNull();
  });
});

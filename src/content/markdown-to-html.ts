import type { Code, List, ListItem, RootContent } from 'mdast';
import { inlineToHtml, type ReportMarkdown } from './inline-to-html.js';
import { parseMarkdown } from './parse-markdown.js';
import { escapeHtml } from './telegram-text.js';

/**
 * Markdown as HTML in Telegram's subset (Bot API, "HTML style"): paragraphs, bold, italics, lists, quotes, code, links.
 * What Telegram cannot show is reported and left out; everything else is escaped, so the result can always be sent.
 */
export function markdownToHtml(markdown: string, report: ReportMarkdown): string {
  return blocksToHtml(parseMarkdown(markdown).children, markdown, report);
}

/**
 * A text that consists of one list as the HTML of its items, without bullets or numbers.
 * Null where it is anything else; unsuitable Markdown inside is reported.
 */
export function markdownListToHtml(markdown: string, report: ReportMarkdown): string[] | null {
  const [list, ...more] = parseMarkdown(markdown).children;
  if (list?.type !== 'list' || more.length > 0) return null;
  return list.children.map((item) => itemToHtml(item, report));
}

function blocksToHtml(blocks: readonly RootContent[], markdown: string, report: ReportMarkdown): string {
  let html = '';
  let lastLine = 0;
  for (const block of blocks) {
    const piece = blockToHtml(block, markdown, report);
    if (piece === '') continue;
    // A list right below its sentence stays there; an empty line in the file is one in the message.
    const gap = lineOf(block) - lastLine > 1 ? '\n\n' : '\n';
    html += html === '' ? piece : gap + piece;
    lastLine = block.position?.end.line ?? 0;
  }
  return html;
}

function blockToHtml(block: RootContent, markdown: string, report: ReportMarkdown): string {
  const line = lineOf(block);
  const refuse = (message: string) => {
    report(line, message);
    return '';
  };
  switch (block.type) {
    case 'paragraph':
      reportTable(markdown, block, report);
      return inlineToHtml(block.children, report);
    case 'list':
      return listToHtml(block, report);
    case 'blockquote':
      return quoteToHtml(block.children, markdown, line, report);
    case 'code':
      if (markdown.charAt(block.position?.start.offset ?? 0) === ' ')
        return refuse('行首空了四格会变成代码，请顶格写。');
      return codeToHtml(block);
    case 'heading':
      return refuse('这里不能再用标题，请改成 **粗体**。');
    case 'html':
      return refuse('不能写 HTML 标签，请用 **粗体** 和列表。');
    case 'thematicBreak':
      return refuse('不能用分隔线，请删掉，空一行就行。');
    default:
      return refuse('这种写法 Telegram 显示不了，请改成普通段落。');
  }
}

/** Telegram does not nest quotes, nor blocks of code in them. */
function quoteToHtml(blocks: RootContent[], markdown: string, line: number, report: ReportMarkdown): string {
  const plain = blocks.filter((block) => block.type !== 'blockquote' && block.type !== 'code');
  if (plain.length < blocks.length) report(line, '引用里不能再放引用或代码块，请拆开写。');
  const html = blocksToHtml(plain, markdown, report);
  return html === '' ? '' : `<blockquote>${html}</blockquote>`;
}

function codeToHtml({ value, lang }: Code): string {
  if (value.trim() === '') return '';
  if (!lang || !/^[\w+#-]+$/.test(lang)) return `<pre>${escapeHtml(value)}</pre>`;
  return `<pre><code class="language-${lang}">${escapeHtml(value)}</code></pre>`;
}

function listToHtml(list: List, report: ReportMarkdown): string {
  const start = list.start ?? 1;
  const items = list.children.map((item, index) => {
    const mark = list.ordered ? `${start + index}.` : '•';
    return `${mark} ${itemToHtml(item, report)}`;
  });
  return items.join(list.spread ? '\n\n' : '\n');
}

function itemToHtml(item: ListItem, report: ReportMarkdown): string {
  if (item.children.length === 0) report(lineOf(item), '这一项是空的，请补上或删掉。');
  const parts = item.children.flatMap((block) => {
    if (block.type === 'paragraph') return [inlineToHtml(block.children, report)];
    if (block.type === 'list') return [indented(listToHtml(block, report))];
    report(lineOf(block), '列表里只能写文字和下一级列表，请拆开写。');
    return [];
  });
  return parts.join('\n');
}

function indented(html: string): string {
  return html.replaceAll(/^/gm, '  ');
}

/** CommonMark knows no tables: one would be sent as a paragraph full of bars. */
function reportTable(markdown: string, block: RootContent, report: ReportMarkdown): void {
  const source = markdown.slice(block.position?.start.offset, block.position?.end.offset);
  source.split('\n').forEach((line, index) => {
    if (/^[\s|:-]+$/.test(line) && line.includes('|') && line.includes('-')) {
      report(lineOf(block) + index, '不能用表格，请改成列表。');
    }
  });
}

function lineOf(node: RootContent | ListItem): number {
  return node.position?.start.line ?? 1;
}

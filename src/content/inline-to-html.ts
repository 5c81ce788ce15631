import type { PhrasingContent } from 'mdast';
import { escapeHtml } from './telegram-text.js';

/** Takes what Telegram cannot show; the line counts from the beginning of the Markdown text. */
export type ReportMarkdown = (line: number, message: string) => void;

/** Protocols that Telegram makes links of (Bot API, "HTML style"). */
const LINK_PROTOCOLS = ['http:', 'https:', 'tg:'];

/**
 * The words of a paragraph as Telegram's HTML. Line breaks stay as they are written: Chinese text has no spaces that
 * could take their place.
 * @param around entities the words already stand in: Telegram lets `code` stand in none
 */
export function inlineToHtml(
  nodes: readonly PhrasingContent[],
  report: ReportMarkdown,
  around: readonly string[] = [],
): string {
  return nodes.map((node) => nodeToHtml(node, report, around)).join('');
}

function nodeToHtml(node: PhrasingContent, report: ReportMarkdown, around: readonly string[]): string {
  const line = node.position?.start.line ?? 1;
  const wrapped = (tag: string, children: PhrasingContent[]) => {
    const html = inlineToHtml(children, report, [...around, tag]);
    return around.includes(tag) ? html : `<${tag}>${html}</${tag}>`;
  };
  switch (node.type) {
    case 'text':
      reportStrayMarks(node.value, line, report);
      return escapeHtml(node.value);
    case 'break':
      return '\n';
    case 'strong':
      return wrapped('b', node.children);
    case 'emphasis':
      return wrapped('i', node.children);
    case 'inlineCode':
      if (around.length === 0) return `<code>${escapeHtml(node.value)}</code>`;
      report(line, '反引号里的字不能同时加粗、倾斜或做成链接，请去掉一种。');
      return escapeHtml(node.value);
    case 'link': {
      const words = inlineToHtml(node.children, report, [...around, 'a']);
      if (around.includes('a')) report(line, '链接里不能再放链接，请拆开写。');
      else if (words === '') report(line, '链接没有文字，请在方括号里写上文字。');
      else if (isLinkable(node.url)) return `<a href="${escapeHtml(node.url)}">${words}</a>`;
      else report(line, '链接只能以 http://、https:// 或 tg:// 开头，请改正。');
      return words;
    }
    case 'html':
      report(line, '不能写 HTML 标签，请用 **粗体** 和列表。');
      return '';
    case 'image':
    case 'imageReference':
      report(line, '消息里不能放图片，请删掉。');
      return '';
    default:
      report(line, '这种写法 Telegram 显示不了，请改成普通文字。');
      return '';
  }
}

/** Asterisks that made nothing bold would be sent as they stand. */
function reportStrayMarks(text: string, firstLine: number, report: ReportMarkdown): void {
  text.split('\n').forEach((line, index) => {
    if (line.includes('**')) report(firstLine + index, '粗体的 ** 要成对写，里面不要紧挨空格，请改正。');
  });
}

function isLinkable(url: string): boolean {
  return URL.canParse(url) && LINK_PROTOCOLS.includes(new URL(url).protocol);
}

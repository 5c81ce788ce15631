import type { BodySection } from './body-sections.js';
import { markdownToHtml } from './markdown-to-html.js';
import type { Report } from './problem.js';
import { visibleText } from './telegram-text.js';

/** A section as Telegram's HTML. Null, and reported, where it shows nothing. */
export function sectionToHtml(section: BodySection, report: Report): string | null {
  const html = markdownToHtml(section.markdown, (line, message) => report(line + section.firstLine - 1, message));
  if (visibleText(html).trim() !== '') return html;
  report(section.line, `“## ${section.name}”下面没有文字，请补上。`);
  return null;
}

import type { Heading } from 'mdast';
import { parseMarkdown } from './parse-markdown.js';
import type { Report } from './problem.js';

/** What stands below one `## ` heading. */
export interface BodySection {
  name: string;
  /** the heading's line in the file */
  line: number;
  markdown: string;
  /** the file's line in which `markdown` begins */
  firstLine: number;
}

/**
 * Takes a body apart at its second-level headings. Text above the first one and a name used twice are reported; of
 * sections with the same name the first counts. @param bodyFirstLine the file's line in which the body begins
 */
export function bodySections(body: string, bodyFirstLine: number, report: Report): Map<string, BodySection> {
  const blocks = parseMarkdown(body).children;
  const lineOf = (block: (typeof blocks)[number]) => (block.position?.start.line ?? 1) + bodyFirstLine - 1;
  const headings = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 2);

  const first = blocks[0];
  if (first && first !== headings[0]) report(lineOf(first), '正文要从“## ”开头的小标题写起，请补上小标题。');

  const sections = new Map<string, BodySection>();
  headings.forEach((heading, index) => {
    const start = heading.position?.end.offset ?? 0;
    const name = heading.children.map((part) => ('value' in part ? part.value : '')).join('');
    const line = lineOf(heading);
    const earlier = sections.get(name);
    if (earlier) report(line, `小标题“${name}”在第 ${earlier.line} 行已经有了，请合成一段。`);
    else
      sections.set(name, {
        name,
        line,
        markdown: body.slice(start, headings[index + 1]?.position?.start.offset),
        firstLine: (heading.position?.end.line ?? 1) + bodyFirstLine - 1,
      });
  });
  return sections;
}

import { type LocatedYaml, parseYaml } from './parse-yaml.js';
import type { Report } from './problem.js';

const FENCE = /^---[ \t]*$/;

/** A Markdown file taken apart: the keys between two `---` lines, and the text below them. */
export interface FrontMatterFile {
  /** null, and reported, where the keys are not YAML */
  front: LocatedYaml | null;
  body: string;
  /** the file's line in which `body` begins */
  bodyFirstLine: number;
}

/** Takes a Markdown file apart; null, and reported, where the two `---` lines are not there. */
export function splitFrontMatter(text: string, report: Report): FrontMatterFile | null {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) {
    report(1, '第一行要写 ---，下面写各项说明，再写一行 ---，然后才是正文。');
    return null;
  }
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1) {
    report(1, '各项说明写完后要再写一行 ---，然后才是正文。');
    return null;
  }
  return {
    front: parseYaml(lines.slice(1, end).join('\n'), 2, 1, report),
    body: lines.slice(end + 1).join('\n'),
    bodyFirstLine: end + 2,
  };
}

import path from 'node:path';
import { type BodySection, bodySections } from './body-sections.js';
import { checkId } from './check-id.js';
import { checkShape } from './check-shape.js';
import { checkSigning } from './check-signing.js';
import { splitFrontMatter } from './front-matter.js';
import { markdownListToHtml } from './markdown-to-html.js';
import type { FaqEntry } from './pack.js';
import type { PackReferences } from './pack-references.js';
import type { LocatedYaml } from './parse-yaml.js';
import type { Report } from './problem.js';
import { faqSchema } from './schema.js';
import { sectionToHtml } from './section-to-html.js';
import { codePoints, MESSAGE_MAX_LENGTH, visibleLength, visibleText } from './telegram-text.js';

/** The sections of an entry; only the last may be absent. */
const SECTIONS = { answer: '答', steps: '怎么办', caseStory: '案例', lawNote: '法条提示' };

const ANSWER_MAX_LENGTH = 300;
const ALIASES_AT_LEAST = 8;
const CASE_MARK = '（案例为普法编写）';

/** What the message around an answer takes: headings, the hotlines' names, the day of the check, the disclaimer. */
const FRAME_LENGTH = 500;

/**
 * Reads one entry of the FAQ and reports everything that is wrong with it.
 * @param file as editors see it: `content/faq/tort/tort-dog-bite.md`
 * @param takenBy the file of each entry id so far
 * @returns null where it is not fit to be used
 */
export function readFaqEntry(
  text: string,
  file: string,
  known: PackReferences,
  takenBy: Map<string, string>,
  report: Report,
): FaqEntry | null {
  const parts = splitFrontMatter(text, report);
  if (parts === null) return null;
  const { front, body, bodyFirstLine } = parts;
  const checked = front && checkShape(faqSchema, front, [], report);
  const fields = checked?.fields ?? {};
  if (front) {
    checkId(fields.id, file, front, takenBy, report);
    checkFolder(fields.id, file, front, report);
    checkReferences(fields, known, front, report);
    checkSigning(fields, front, report);
    const aliases = fields.aliases?.length ?? ALIASES_AT_LEAST;
    if (aliases < ALIASES_AT_LEAST) {
      report(
        front.lineOf(['aliases']),
        `“aliases”有 ${aliases} 个说法，最好写到 ${ALIASES_AT_LEAST} 个以上。`,
        'warning',
      );
    }
  }

  const texts = readBody(body, bodyFirstLine, report);
  const entry = checked?.whole;
  if (!entry || !texts) return null;
  const { topic, ...rest } = entry;
  const complete = { ...rest, ...texts, faqTopic: topic, file };
  checkMessageLength(complete, report);
  return complete;
}

/** An entry stands in the folder of its id's first word. */
function checkFolder(id: string | undefined, file: string, front: LocatedYaml, report: Report): void {
  if (id === undefined) return;
  const prefix = id.split('-')[0] ?? id;
  const pack = file.split('/')[0] ?? '';
  const folder = `${pack}/faq/${prefix}`;
  if (path.posix.dirname(file) !== folder) report(front.lineOf(['id']), `这个文件要放在 ${folder}/ 里，请移过去。`);
}

function checkReferences(
  { topic, hotlines = [] }: { topic?: string; hotlines?: string[] },
  known: PackReferences,
  front: LocatedYaml,
  report: Report,
): void {
  if (topic !== undefined && known.faqTopics && !known.faqTopics.has(topic)) {
    report(front.lineOf(['topic']), `topics.yaml 里没有问答类别“${topic}”，请改正或先加进去。`);
  }
  hotlines.forEach((number, index) => {
    if (known.hotlines && !known.hotlines.has(number)) {
      report(front.lineOf(['hotlines', index]), `hotlines.yaml 里没有电话“${number}”，请改正或先加进去。`);
    }
  });
}

type Texts = Pick<FaqEntry, 'answer' | 'steps' | 'caseStory' | 'lawNote'>;

function readBody(body: string, bodyFirstLine: number, report: Report): Texts | null {
  const sections = bodySections(body, bodyFirstLine, report);
  const names = Object.values(SECTIONS);
  for (const { name, line } of sections.values()) {
    if (!names.includes(name)) report(line, `不认识小标题“${name}”，这里可以写：${names.join('、')}。`);
  }
  for (const name of [SECTIONS.answer, SECTIONS.steps, SECTIONS.caseStory]) {
    if (!sections.has(name)) report(bodyFirstLine - 1, `缺少小标题“## ${name}”和下面的内容，请补上。`);
  }
  const answer = readSection(sections.get(SECTIONS.answer), report, (html) => {
    const length = visibleLength(html);
    return length > ANSWER_MAX_LENGTH ? `有 ${length} 个字，最多 ${ANSWER_MAX_LENGTH} 个，请写短些。` : null;
  });
  const caseStory = readSection(sections.get(SECTIONS.caseStory), report, (html) =>
    visibleText(html).startsWith(CASE_MARK) ? null : `要以“${CASE_MARK}”开头，请补上。`,
  );
  const lawNote = readSection(sections.get(SECTIONS.lawNote), report, () => null);
  const steps = readSteps(sections.get(SECTIONS.steps), report);
  return answer !== null && steps !== null && caseStory !== null ? { answer, steps, caseStory, lawNote } : null;
}

/** @param unfit what is wrong with the section's HTML, if anything */
function readSection(
  section: BodySection | undefined,
  report: Report,
  unfit: (html: string) => string | null,
): string | null {
  const html = section ? sectionToHtml(section, report) : null;
  const fault = html === null ? null : unfit(html);
  if (section && fault !== null) report(section.line, `“${section.name}”${fault}`);
  return html;
}

function readSteps(section: BodySection | undefined, report: Report): string[] | null {
  if (!section) return null;
  const steps = markdownListToHtml(section.markdown, (line, message) => report(line + section.firstLine - 1, message));
  if (steps === null) report(section.line, `“${section.name}”要写成一个列表，每步以“1. ”这样的数字开头。`);
  return steps;
}

/** The answer with its steps and articles goes out as one message, the case with the note as another. */
function checkMessageLength(entry: FaqEntry, report: Report): void {
  const articles = entry.citations.map(({ law, article }) => `《${law}》第${article}条`);
  const lengths = [
    codePoints([entry.gist, entry.answer, ...entry.steps, ...articles].join('\n')),
    codePoints(entry.caseStory + (entry.lawNote ?? '')),
  ];
  for (const length of lengths) {
    if (length + FRAME_LENGTH > MESSAGE_MAX_LENGTH) {
      report(
        1,
        `这条问答太长（${length} 个字），Telegram 一条消息放不下，请写到 ${MESSAGE_MAX_LENGTH - FRAME_LENGTH} 个字以内。`,
      );
    }
  }
}

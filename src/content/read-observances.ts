import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { bodySections } from './body-sections.js';
import { checkId } from './check-id.js';
import { checkShape } from './check-shape.js';
import { checkSigning } from './check-signing.js';
import { splitFrontMatter } from './front-matter.js';
import type { Observance, ObservanceStep, StepBody } from './pack.js';
import type { PackReferences } from './pack-references.js';
import type { LocatedYaml } from './parse-yaml.js';
import type { Report } from './problem.js';
import { checkItems, column, type ListItem, reportRepeated } from './read-list.js';
import { observanceSchema, stepSchema } from './schema.js';
import { sectionToHtml } from './section-to-html.js';
import { MESSAGE_MAX_LENGTH, visibleLength } from './telegram-text.js';

type StepItem = ListItem<z.output<typeof stepSchema>>;

/** Nobody is woken: steps are due from 08:00 and before 21:00. */
const DAY_BEGINS = Temporal.PlainTime.from('08:00');
const DAY_ENDS = Temporal.PlainTime.from('21:00');

/**
 * Reads one observance with its series and reports everything that is wrong with it.
 * @param file as editors see it: `content/observances/constitution-day.md`
 * @param takenBy the file of each observance id so far
 * @returns null where it is not fit to be used
 */
export function readObservance(
  text: string,
  file: string,
  known: PackReferences,
  takenBy: Map<string, string>,
  report: Report,
): Observance | null {
  const parts = splitFrontMatter(text, report);
  if (parts === null) return null;
  const { front, body, bodyFirstLine } = parts;
  const messages = readMessages(body, bodyFirstLine, report);
  if (!front) return null;
  const { whole, fields } = checkShape(observanceSchema, front, [], report);
  checkId(fields.id, file, front, takenBy, report);
  checkSigning(fields, front, report);
  const topicIds = topicIdsOf(fields.topics ?? [], known, front, report);

  const items = checkItems(stepSchema, front, ['series'], report);
  reportRepeated(column(items, 'step'), '步骤名', report);
  for (const item of items) checkTimes(item, report);
  const bodies = items.map((item) => stepBody(item, messages, known, report));
  const stepNames = column(items, 'step').map(({ value }) => value);
  for (const [section, { line }] of messages) {
    if (!stepNames.includes(section)) report(line, `“series”里没有步骤“${section}”，请补上这一步或改小标题。`);
  }

  const steps = items.flatMap((item, index) => stepOf(item, bodies[index] ?? null));
  if (!whole || steps.length < items.length) return null;
  const { ref = null, en = null, topics: _, series: __, ...rest } = whole;
  return { ...rest, ref, en, topicIds, steps, file };
}

/** The text of one section; null where there is none to send. */
interface Message {
  line: number;
  html: string | null;
}

/** What the body says, section by section, whether a step asks for it or not. */
function readMessages(body: string, bodyFirstLine: number, report: Report): Map<string, Message> {
  const sections = [...bodySections(body, bodyFirstLine, report).values()];
  return new Map(
    sections.map((section) => {
      const html = sectionToHtml(section, report);
      const length = html === null ? 0 : visibleLength(html);
      if (length > MESSAGE_MAX_LENGTH) {
        report(section.line, `这条消息有 ${length} 个字，Telegram 最多 ${MESSAGE_MAX_LENGTH} 个，请写短些。`);
      }
      return [section.name, { line: section.line, html }];
    }),
  );
}

function topicIdsOf(names: string[], known: PackReferences, front: LocatedYaml, report: Report): string[] {
  const { topicIds } = known;
  if (!topicIds) return [];
  return names.flatMap((name, index) => {
    const id = topicIds.get(name);
    if (id !== undefined) return [id];
    report(
      front.lineOf(['topics', index]),
      `topics.yaml 里没有主题“${name}”，请改正；可以写：${[...topicIds.keys()].join('、')}。`,
    );
    return [];
  });
}

function checkTimes({ fields: { at, lateUntil }, lineOf }: StepItem, report: Report): void {
  const compare = Temporal.PlainTime.compare;
  if (at && (compare(at, DAY_BEGINS) < 0 || compare(at, DAY_ENDS) >= 0)) {
    report(lineOf('at'), '“at”在晚上 9 点到早上 8 点之间，会吵到人，请改到白天。');
  }
  if (!at || !lateUntil) return;
  if (lateUntil.kind === 'days' ? lateUntil.days === 0 : compare(lateUntil.time, at) <= 0) {
    report(lineOf('lateUntil'), '“lateUntil”要晚于“at”，请改正。');
  } else if (lateUntil.kind === 'time' && compare(lateUntil.time, DAY_ENDS) > 0) {
    report(lineOf('lateUntil'), '“lateUntil”过了晚上 9 点，补发会吵到人，最好改早。', 'warning');
  }
}

/** What a step says: its quiz, or the section of its name. */
function stepBody(
  { fields: { step, quiz }, lineOf }: StepItem,
  messages: ReadonlyMap<string, Message>,
  known: PackReferences,
  report: Report,
): StepBody | null {
  if (step === undefined) return null;
  const message = messages.get(step);
  if (quiz !== undefined) {
    if (!known.quizIds.has(quiz)) report(lineOf('quiz'), `没有答题“${quiz}”，请改正，或写好 quizzes/${quiz}.yaml。`);
    if (message) report(message.line, `步骤“${step}”发的是答题，这段文字不会发出，请删掉或改小标题。`);
    return { kind: 'quiz', quizId: quiz };
  }
  if (message) return message.html === null ? null : { kind: 'text', html: message.html };
  report(lineOf('step'), `步骤“${step}”没有文字，请在正文里写“## ${step}”和要发的话。`);
  return null;
}

function stepOf({ whole }: StepItem, body: StepBody | null): ObservanceStep[] {
  if (!whole || !body) return [];
  const { step, offset, anchor, at, lateUntil } = whole;
  return [{ step, offsetDays: offset, anchor, at, lateUntil, body }];
}

import type { Temporal } from 'temporal-polyfill';
import { weekdayName } from '../time/weekday-name.js';
import { zonedAt } from '../time/zone.js';
import type { ContentPack, Observance, Quiz, StepBody } from './pack.js';
import { OPTION_LETTERS } from './schema.js';
import { visibleText } from './telegram-text.js';

/** A step of the calendar with its instants. */
export interface PreviewStep {
  observance: Observance;
  step: string;
  dueAt: Date;
  sendLateUntil: Date;
  body: StepBody;
}

const RULE = '─'.repeat(40);

/**
 * What a day sends, as plain text for a terminal: each message in the words people will read, in the order in which
 * they are due. Ends with a line end.
 * @param steps the steps that are due on `day`
 */
export function previewText(
  pack: ContentPack,
  day: Temporal.PlainDate,
  steps: readonly PreviewStep[],
  timeZone: string,
): string {
  const heading = `${day} ${weekdayName(day)}`;
  if (steps.length === 0) return `${heading}：这一天不发消息。\n`;
  const ordered = steps.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const messages = ordered.map((step) => stepText(step, pack, day, timeZone));
  return `${[`${heading}：发 ${steps.length} 条`, ...messages].join('\n\n')}\n`;
}

function stepText(
  { observance, step, dueAt, sendLateUntil, body }: PreviewStep,
  pack: ContentPack,
  day: Temporal.PlainDate,
  timeZone: string,
): string {
  const due = zonedAt(dueAt, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const limit = zonedAt(sendLateUntil, timeZone);
  const limitTime = limit.toPlainTime().toString({ smallestUnit: 'minute' });
  const limitText = limit.toPlainDate().equals(day) ? limitTime : `${limit.toPlainDate()} ${limitTime}`;
  const topics = pack.topics.filter(({ id }) => observance.topicIds.includes(id)).map(({ name }) => name);
  return [
    `${due}  ${observance.title}（${step}），最迟 ${limitText}`,
    `发给订阅“${topics.join('、')}”的会话；出自 ${observance.file}`,
    RULE,
    bodyText(body, pack),
    RULE,
  ].join('\n');
}

function bodyText(body: StepBody, pack: ContentPack): string {
  if (body.kind === 'text') return visibleText(body.html);
  const quiz = pack.quizzes.find(({ id }) => id === body.quizId);
  return quiz ? quizText(quiz) : `答题 ${body.quizId}`;
}

/** All questions; the right option is ticked. */
function quizText({ title, questions }: Quiz): string {
  const texts = questions.map(({ question, options, correctOption, explanation }, index) =>
    [
      `${index + 1}. ${question}`,
      ...options.map((option, place) => `${place === correctOption ? '✓' : ' '} ${OPTION_LETTERS[place]} ${option}`),
      explanation,
    ].join('\n'),
  );
  return [`答题：${title}`, ...texts].join('\n\n');
}

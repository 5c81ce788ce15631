import type { Temporal } from 'temporal-polyfill';
import type { ContentPack, Observance, StepBody } from '../content/pack.js';
import { OPTION_LETTERS } from '../content/schema.js';
import { visibleText } from '../content/telegram-text.js';
import type { PackBody } from '../delivery/notice-body.js';
import { weekdayName } from '../time/weekday-name.js';
import { zonedAt } from '../time/zone.js';
import { stepBody } from './step-body.js';

/** A step of the calendar with its instants. */
export interface PreviewStep {
  observance: Observance;
  year: number;
  slot: string;
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
export function previewDay(
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

function stepText(planned: PreviewStep, pack: ContentPack, day: Temporal.PlainDate, timeZone: string): string {
  const { observance, step, dueAt, sendLateUntil } = planned;
  const due = zonedAt(dueAt, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const limit = zonedAt(sendLateUntil, timeZone);
  const limitTime = limit.toPlainTime().toString({ smallestUnit: 'minute' });
  const limitText = limit.toPlainDate().equals(day) ? limitTime : `${limit.toPlainDate()} ${limitTime}`;
  const topics = pack.topics.filter(({ id }) => observance.topicIds.includes(id)).map(({ name }) => name);
  return [
    `${due}  ${observance.title}（${step}），最迟 ${limitText}`,
    `发给订阅“${topics.join('、')}”的会话；出自 ${observance.file}`,
    RULE,
    bodyText(stepBody(planned, pack.quizzes)),
    RULE,
  ].join('\n');
}

function bodyText(body: PackBody): string {
  if (body.kind === 'text') return visibleText(body.html);
  const { question, options, correctOption, explanation } = body;
  return [
    question,
    ...options.map((option, place) => `${place === correctOption ? '✓' : ' '} ${OPTION_LETTERS[place]} ${option}`),
    explanation,
  ].join('\n');
}

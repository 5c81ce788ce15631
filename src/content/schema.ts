import { z } from 'zod';
import { dateRule } from './date-rule-schema.js';
import { citation, date, group, hotlineNumber, id, lateness, line, some, text, time } from './field-schemas.js';

/**
 * The files of a content pack as they are written. Their values come out parsed (dates, times, rules) but not resolved:
 * whether a topic, a hotline, a quiz or a parent exists is the readers' business, and so is what spans several fields.
 */

/** Telegram's limits for polls (Bot API, sendPoll), in code points. */
const QUESTION_MAX_LENGTH = 300;
const OPTION_MAX_LENGTH = 100;
const EXPLANATION_MAX_LENGTH = 200;
const EXPLANATION_MAX_LINE_FEEDS = 2;
const OPTIONS_MAX = 12;
/** The letters of the options of a quiz question, in order. */
export const OPTION_LETTERS = 'ABCDEFGHIJKL';

/** The point of an answer fits a button and the first line of a notification. */
const GIST_MAX_LENGTH = 30;

/** An item of topics.yaml. */
export const topicSchema = group({ id, name: line(), en: line(), default: z.boolean(), faq: z.array(line()) });

/** An item of units.yaml. */
export const unitSchema = group({
  id,
  kind: z.enum(['district', 'street', 'community'], '只能写 district（区）、street（街道）或 community（社区）。'),
  name: line(),
  parent: id.optional(),
});

/** An item of hotlines.yaml. */
export const hotlineSchema = group({ number: hotlineNumber, name: line() });

/** holidays.yaml; its years are held against `holidayYearSchema` one by one. */
export const holidaysSchema = group({ years: z.record(z.string(), z.unknown()) });

/** A year of holidays.yaml. */
export const holidayYearSchema = group({ off: z.array(date), work: z.array(date), source: line() });

/** An item of an observance's series. */
export const stepSchema = group({
  step: id,
  offset: z.int().min(-366, '最多写一年以内的天数。').max(366, '最多写一年以内的天数。'),
  anchor: z.enum(['start', 'end'], '只能写 start（从第一天算）或 end（从最后一天算）。').default('start'),
  at: time,
  lateUntil: lateness,
  quiz: id.optional(),
});

/** The keys of an observance; its series is held against `stepSchema` item by item. */
export const observanceSchema = group({
  id,
  ref: line().optional(),
  title: line(),
  en: line().optional(),
  rule: dateRule,
  basis: line(),
  responsible: line(),
  topics: some(line()),
  citations: some(citation),
  written: date,
  checked: date,
  series: some(z.unknown()),
});

/** The keys of an FAQ entry. */
export const faqSchema = group({
  id,
  topic: line(),
  question: line(),
  gist: line(GIST_MAX_LENGTH),
  aliases: some(line()),
  urgent: z.boolean(),
  hotlines: z.array(hotlineNumber),
  citations: some(citation),
  written: date,
  checked: date,
});

/** The keys of a quiz; its questions are held against `quizQuestionSchema` one by one. */
export const quizSchema = group({ id, title: line(), questions: some(z.unknown()) });

/** A question of a quiz. */
export const quizQuestionSchema = group({
  question: text(QUESTION_MAX_LENGTH),
  options: z
    .array(line(OPTION_MAX_LENGTH))
    .min(2, '至少要有 2 项。')
    .max(OPTIONS_MAX, `最多 ${OPTIONS_MAX} 项。`)
    .refine((options) => new Set(options).size === options.length, '有两项一样，请改掉一项。'),
  answer: z.string().regex(/^[A-L]$/, '要写一个大写字母，例如 B。'),
  explanation: text(EXPLANATION_MAX_LENGTH).refine(
    (value) => value.split('\n').length - 1 <= EXPLANATION_MAX_LINE_FEEDS,
    `最多换 ${EXPLANATION_MAX_LINE_FEEDS} 次行。`,
  ),
  citations: some(citation),
});

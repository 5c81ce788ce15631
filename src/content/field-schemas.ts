import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Lateness, MonthDay } from './pack.js';

/** Ids travel in callback data, which holds 64 bytes with its verb (Bot API, InlineKeyboardButton). */
const ID_MAX_LENGTH = 48;

/** A group of keys; any other key is an error that lists the ones there are. */
export function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).join('、');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? keys : undefined) });
}

/** Text without a line break, trimmed, not empty. @param maxLength in code points, as Telegram counts */
export function line(maxLength = Number.POSITIVE_INFINITY) {
  return text(maxLength).refine((value) => !value.includes('\n'), '要写在一行里。');
}

/** Text of one or more lines, trimmed, not empty. @param maxLength in code points, as Telegram counts */
export function text(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, '空着，请填上。')
    .superRefine((value, context) => {
      const length = Array.from(value).length;
      if (length > maxLength) context.addIssue(`有 ${length} 个字，最多 ${maxLength} 个，请写短些。`);
    });
}

/** At least one of something. */
export function some<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1, '是空的，至少写一项。');
}

/** Lower-case Latin words with hyphens between them. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只能用小写字母、数字和中间的连字符，例如 anti-drug。')
  .max(ID_MAX_LENGTH, `太长，最多 ${ID_MAX_LENGTH} 个字符。`);

export const hotlineNumber = z.string().regex(/^\d{3,12}$/, '要写电话号码的数字，例如 "12348"。');

export const citation = group({
  law: line(),
  article: z.string().regex(/^[1-9]\d*(之[一二三四五六七八九十]+)?$/, '要写成 "1254" 或 "291之二" 的样子。'),
});

/** A civil date; one that is on no calendar is refused. */
export const date = z.string().transform((value, context): Temporal.PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) context.addIssue('要写成 2026-11-23 的样子。');
  else {
    try {
      return Temporal.PlainDate.from(value, { overflow: 'reject' });
    } catch {
      context.addIssue(`没有 ${value} 这一天，请改正。`);
    }
  }
  return z.NEVER;
});

/** A time of day to the minute. */
export const time = z.string().transform((value, context): Temporal.PlainTime => {
  if (isTime(value)) return Temporal.PlainTime.from(value);
  context.addIssue('要写成 "09:00" 的样子，从 "00:00" 到 "23:59"。');
  return z.NEVER;
});

/** `"21:00"` of the same day, or `"+2d"`: two days after the due time. */
export const lateness = z.string().transform((value, context): Lateness => {
  const days = /^\+(\d{1,2})d$/.exec(value)?.[1];
  if (days !== undefined) return { kind: 'days', days: Number(days) };
  if (isTime(value)) return { kind: 'time', time: Temporal.PlainTime.from(value) };
  context.addIssue('要写当天的时间（"21:00"）或推后的天数（"+1d"）。');
  return z.NEVER;
});

/** A month and day that some year has: 29 February too. */
export const monthDay = dayOfYear((month) => Temporal.PlainDate.from({ year: 2000, month, day: 1 }).daysInMonth);

/** A month and day of the Chinese calendar, whose months have at most thirty days. */
export const lunarMonthDay = dayOfYear(() => 30);

function dayOfYear(daysInMonth: (month: number) => number) {
  return z.string().transform((value, context): MonthDay => {
    const match = /^(\d{2})-(\d{2})$/.exec(value);
    const [month, day] = [Number(match?.[1]), Number(match?.[2])];
    if (!match) context.addIssue('要写成 "12-04" 的样子，先月后日。');
    else if (month < 1 || month > 12 || day < 1 || day > daysInMonth(month)) {
      context.addIssue(`没有 ${month} 月 ${day} 日这一天，请改正。`);
    } else return { month, day };
    return z.NEVER;
  });
}

function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

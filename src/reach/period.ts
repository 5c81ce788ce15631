import type { Temporal } from 'temporal-polyfill';
import { type DateSpan, monthOf, singleDay, weekOf } from '../time/date-span.js';

/** The periods that have a button; each ends today. */
export const PERIOD_NAMES = ['today', 'week', 'month', 'year'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** Days of a named period: the week from Monday, the month and the year from their first day, all up to today. */
export function namedPeriod(name: PeriodName, today: Temporal.PlainDate): DateSpan {
  switch (name) {
    case 'today':
      return singleDay(today);
    case 'week':
      return { first: weekOf(today).first, last: today };
    case 'month':
      return { first: monthOf(today).first, last: today };
    case 'year':
      return { first: today.with({ month: 1, day: 1 }), last: today };
  }
}

/** The last days up to today, today included. */
export function lastDays(days: number, today: Temporal.PlainDate): DateSpan {
  return { first: today.subtract({ days: days - 1 }), last: today };
}

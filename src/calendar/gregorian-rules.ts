import { Temporal } from 'temporal-polyfill';
import type { DateRule, MonthDay } from '../content/pack.js';
import { type DateSpan, monthOf, overlaps, singleDay, weekOf } from '../time/date-span.js';
import { dayInYear, lastingDayInYear } from '../time/month-day.js';

export type GregorianRule = Extract<
  DateRule,
  { kind: 'fixed' | 'span' | 'weekday' | 'week' | 'mondayWeek' | 'weekOf' | 'month' }
>;

/**
 * The days of a Gregorian rule in a year, before any move to a workday; null where the year has none: 29 February in a
 * common year, a fifth Saturday, a sixth week.
 * @throws RangeError for a month or day that no year has
 */
export function gregorianDays(rule: GregorianRule, year: number): DateSpan | null {
  switch (rule.kind) {
    case 'fixed': {
      const day = dayInYear(rule.date, year);
      return day && singleDay(day);
    }
    case 'weekOf': {
      const day = dayInYear(rule.date, year);
      return day && weekOf(day);
    }
    case 'span':
      return spanInYear(rule, year);
    case 'month':
      return wholeMonth(year, rule.month);
    case 'weekday':
      return nthWeekday(wholeMonth(year, rule.month), rule.weekday, rule.nth);
    case 'week':
      return nthWeek(wholeMonth(year, rule.month), rule.nth);
    case 'mondayWeek': {
      const monday = nthWeekday(wholeMonth(year, rule.month), 1, rule.nth);
      return monday && weekOf(monday.first);
    }
  }
}

/**
 * From one month and day to another. The span belongs to the year in which it begins: one from November to January
 * ends in the next. An end on 29 February is 28 February in a common year, so that a span never vanishes.
 */
export function spanInYear(span: { from: MonthDay; to: MonthDay }, year: number): DateSpan {
  const { from, to } = span;
  const endsNextYear = to.month < from.month || (to.month === from.month && to.day < from.day);
  return { first: lastingDayInYear(from, year), last: lastingDayInYear(to, endsNextYear ? year + 1 : year) };
}

function wholeMonth(year: number, month: number): DateSpan {
  return monthOf(Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' }));
}

/** @param nth 1 is the month's first, -1 its last */
function nthWeekday(month: DateSpan, weekday: number, nth: number): DateSpan | null {
  const toFirst = (weekday - month.first.dayOfWeek + 7) % 7;
  const toLast = (month.last.dayOfWeek - weekday + 7) % 7;
  const day =
    nth > 0
      ? month.first.add({ days: toFirst + (nth - 1) * 7 })
      : month.last.subtract({ days: toLast + (-nth - 1) * 7 });
  return day.month === month.first.month ? singleDay(day) : null;
}

/**
 * The law does not say which week of a month is the first. We take the one that holds the 1st, as the national
 * cybersecurity weeks of 2020 and 2023–2026 did; the year's notice decides.
 */
function nthWeek(month: DateSpan, nth: number): DateSpan | null {
  const week = weekOf(month.first.add({ days: (nth - 1) * 7 }));
  return overlaps(week, month) ? week : null;
}

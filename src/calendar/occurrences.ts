import { Temporal } from 'temporal-polyfill';
import type { DateRule, Observance, WorkdayTable } from '../content/pack.js';
import { type DateSpan, overlaps } from '../time/date-span.js';
import { announcedDays } from './announced-days.js';
import { chineseDays } from './chinese-rules.js';
import { gregorianDays } from './gregorian-rules.js';
import { workdayOnOrAfter } from './workdays.js';

/** One observance in one year. */
export interface Occurrence extends DateSpan {
  observance: Observance;
  /** the year it counts for; its days may begin or end in a neighbouring one (see `occurrencesOf`) */
  year: number;
}

/**
 * The days an observance's rule gives for a year, at most once a year; null where they are not known (an announced
 * one without notice or expectation) or do not exist (29 February in a common year, a fifth Saturday, a lunar 30th).
 * The days can leave the year at its ends: a week around New Year, a span that ends in January, a move to the next
 * workday, a lunar date at the turn of the year (`chinese-rules.ts` says for which year that one counts).
 * @throws Error for a month, day or solar term that no year has
 */
export function occurrencesOf(rule: DateRule, year: number, workdays: WorkdayTable): DateSpan | null {
  const days = ruleDays(rule, year);
  if (!days || !rule.onWorkday) return days;
  const first = workdayOnOrAfter(days.first, workdays);
  return { first, last: days.last.add(days.first.until(first)) };
}

/**
 * All occurrences with a day between `from` and `to`, both included, ordered by first day, then by id. Empty where
 * `to` is before `from`.
 */
export function occurrencesBetween(
  observances: Observance[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  workdays: WorkdayTable,
): Occurrence[] {
  if (Temporal.PlainDate.compare(from, to) > 0) return [];
  const found: Occurrence[] = [];
  for (const observance of observances) {
    // The years around too: occurrences may begin before the year they count for and end after it.
    for (let year = from.year - 1; year <= to.year + 1; year++) {
      const days = occurrencesOf(observance.rule, year, workdays);
      if (days && overlaps(days, { first: from, last: to })) found.push({ observance, year, ...days });
    }
  }
  return found.sort(byFirstDayThenId);
}

function ruleDays(rule: DateRule, year: number): DateSpan | null {
  switch (rule.kind) {
    case 'lunar':
    case 'lunarMonth':
    case 'solarTerm':
      return chineseDays(rule, year);
    case 'announced':
      return announcedDays(rule, year);
    default:
      return gregorianDays(rule, year);
  }
}

function byFirstDayThenId(one: Occurrence, other: Occurrence): number {
  const days = Temporal.PlainDate.compare(one.first, other.first);
  if (days !== 0) return days;
  if (one.observance.id === other.observance.id) return one.year - other.year;
  return one.observance.id < other.observance.id ? -1 : 1;
}

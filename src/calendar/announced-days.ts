import type { DateRule } from '../content/pack.js';
import type { DateSpan } from '../time/date-span.js';
import { spanInYear } from './gregorian-rules.js';

type AnnouncedRule = Extract<DateRule, { kind: 'announced' }>;

/** The days this year's notice set, else those expected from earlier years, else null: not known yet. */
export function announcedDays(rule: AnnouncedRule, year: number): DateSpan | null {
  return rule.years.get(year) ?? (rule.expected && spanInYear(rule.expected, year));
}

/** True where the year's days are only expected: the notice that sets them is not entered yet. */
export function isOnlyExpected(rule: DateRule, year: number): boolean {
  return rule.kind === 'announced' && !rule.years.has(year);
}

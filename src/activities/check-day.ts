import { Temporal } from 'temporal-polyfill';

/** How far back an activity may be entered; older years are reported and closed. */
const YEARS_BACK = 2;

/** Why an activity cannot have been on this day; null when it can. */
export function checkDay(day: Temporal.PlainDate, today: Temporal.PlainDate): 'future' | 'too-old' | null {
  if (Temporal.PlainDate.compare(day, today) > 0) return 'future';
  return Temporal.PlainDate.compare(day, today.subtract({ years: YEARS_BACK })) < 0 ? 'too-old' : null;
}

import type { Temporal } from 'temporal-polyfill';
import type { WorkdayTable } from '../content/pack.js';

/**
 * True for a day on which offices work: Monday to Friday, as changed by the State Council's yearly notice. A day that
 * the table lists both as off and as worked is off.
 */
export function isWorkday(date: Temporal.PlainDate, workdays: WorkdayTable): boolean {
  const day = date.toString();
  if (workdays.daysOff.has(day)) return false;
  return date.dayOfWeek <= 5 || workdays.workedWeekendDays.has(day);
}

/** The date itself if it is a workday, else the next one. */
export function workdayOnOrAfter(date: Temporal.PlainDate, workdays: WorkdayTable): Temporal.PlainDate {
  let day = date;
  while (!isWorkday(day, workdays)) day = day.add({ days: 1 });
  return day;
}

import { Temporal } from 'temporal-polyfill';

/**
 * A month and day in a year; null for 29 February in a common year.
 * @throws RangeError for a day that no year has, such as 31 April
 */
export function dayInYear(date: { month: number; day: number }, year: number): Temporal.PlainDate | null {
  const found = lastingDayInYear(date, year);
  return found.day === date.day ? found : null;
}

/**
 * A month and day in a year; 29 February is 28 February in a common year.
 * @throws RangeError for a day that no year has, such as 31 April
 */
export function lastingDayInYear(date: { month: number; day: number }, year: number): Temporal.PlainDate {
  const { month, day } = date;
  return Temporal.PlainMonthDay.from({ month, day }, { overflow: 'reject' }).toPlainDate({ year });
}

import { Temporal } from 'temporal-polyfill';

/** Civil days from `first` to `last`, both included. */
export interface DateSpan {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
}

/** The span of one day. */
export function singleDay(date: Temporal.PlainDate): DateSpan {
  return { first: date, last: date };
}

/** All days of the Gregorian month that holds the date. */
export function monthOf(date: Temporal.PlainDate): DateSpan {
  return { first: date.with({ day: 1 }), last: date.with({ day: date.daysInMonth }) };
}

/** The week that holds the date, Monday to Sunday. */
export function weekOf(date: Temporal.PlainDate): DateSpan {
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { first: monday, last: monday.add({ days: 6 }) };
}

/** True where the two spans share a day. */
export function overlaps(one: DateSpan, other: DateSpan): boolean {
  return (
    Temporal.PlainDate.compare(one.first, other.last) <= 0 && Temporal.PlainDate.compare(other.first, one.last) <= 0
  );
}

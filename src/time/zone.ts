import { Temporal } from 'temporal-polyfill';

/** True for a zone name this machine's time zone data knows, such as `Asia/Shanghai`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The instant of a wall-clock time; a time that a clock change skips is moved forward by the gap. */
export function instantAt(date: Temporal.PlainDate, time: Temporal.PlainTime, timeZone: string): Date {
  const zoned = date.toZonedDateTime({ timeZone, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

/** The instant as a wall clock in the zone shows it. */
export function zonedAt(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** The civil date in the zone at this instant. */
export function civilDateAt(instant: Date, timeZone: string): Temporal.PlainDate {
  return zonedAt(instant, timeZone).toPlainDate();
}

/** An instant with the zone's offset, to the second: `2026-12-04T09:00:00+08:00`. */
export function isoInZone(instant: Date, timeZone: string): string {
  return zonedAt(instant, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

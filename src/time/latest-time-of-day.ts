import type { Temporal } from 'temporal-polyfill';
import { zonedAt } from './zone.js';

/**
 * The last moment at or before `now` at which wall clocks in the zone showed this time; a time that a clock change
 * skips counts as the moment after the gap.
 */
export function latestTimeOfDay(time: Temporal.PlainTime, now: Date, timeZone: string): Temporal.ZonedDateTime {
  const here = zonedAt(now, timeZone);
  const today = here.toPlainDate().toZonedDateTime({ timeZone, plainTime: time });
  if (today.epochMilliseconds <= here.epochMilliseconds) return today;
  return here.toPlainDate().subtract({ days: 1 }).toZonedDateTime({ timeZone, plainTime: time });
}

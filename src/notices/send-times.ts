import { Temporal } from 'temporal-polyfill';
import { readDay, splitDayAndTime } from '../time/typed-date.js';
import { civilDateAt, instantAt, zonedAt } from '../time/zone.js';
import type { ReleaseTimes } from './notice-desk.js';

/** How long after its due time a person's notice may still go out; then it is old news and a person decides. */
const LATE_LIMIT_HOURS = 24;

/** The farthest a notice may be planned ahead. */
export const PLAN_AHEAD_DAYS = 366;

/** A wish closer than this counts as "now": reading and tapping takes a minute. */
const NOW_TOLERANCE_MS = 60_000;

/**
 * The instants a release fixes: a wish that has passed while the notice waited means "now".
 * @param sendAt null: as soon as it is released
 */
export function releaseTimes(sendAt: Date | null, now: Date, timeZone: string): ReleaseTimes {
  const dueAt = sendAt !== null && sendAt > now ? sendAt : now;
  return {
    dueAt,
    dueDay: civilDateAt(dueAt, timeZone).toString(),
    sendLateUntil: new Date(dueAt.getTime() + LATE_LIMIT_HOURS * 3_600_000),
  };
}

/** Times offered on buttons: today and tomorrow at civil hours, those that lie ahead, at most four. */
export function offeredTimes(now: Date, timeZone: string): Date[] {
  const today = civilDateAt(now, timeZone);
  const days = [today, today.add({ days: 1 })];
  const hours = ['09:00', '15:00', '19:00'].map((time) => Temporal.PlainTime.from(time));
  return days
    .flatMap((day) => hours.map((hour) => instantAt(day, hour, timeZone)))
    .filter((instant) => instant.getTime() - now.getTime() > NOW_TOLERANCE_MS)
    .slice(0, 4);
}

/** Why a notice cannot be sent at this instant; null when it can. */
export function sendAtProblem(sendAt: Date, now: Date): 'past' | 'too-far' | null {
  if (sendAt.getTime() < now.getTime() - NOW_TOLERANCE_MS) return 'past';
  return sendAt.getTime() - now.getTime() > PLAN_AHEAD_DAYS * 86_400_000 ? 'too-far' : null;
}

/** The instant a person typed: `12月4日 9:00`, `明天 15:30`; a clock time alone is its next coming. */
export function readSendAt(
  text: string,
  now: Date,
  timeZone: string,
): { instant: Date } | { problem: 'unreadable' | 'no-such-day' | 'past' | 'too-far' } {
  const split = splitDayAndTime(text);
  if (!split) return { problem: 'unreadable' };
  const today = civilDateAt(now, timeZone);
  const read = split.day === '' ? { day: today } : readDay(split.day, today, 'future');
  if ('problem' in read) return read;
  const first = instantAt(read.day, split.time, timeZone);
  const isOver = split.day === '' && first < now;
  const instant = isOver ? instantAt(today.add({ days: 1 }), split.time, timeZone) : first;
  const problem = sendAtProblem(instant, now);
  return problem ? { problem } : { instant };
}

/** `12月4日 09:00`, with the year where it is another one than now's. */
export function showInstant(instant: Date, now: Date, timeZone: string): string {
  const zoned = zonedAt(instant, timeZone);
  const time = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  const year = zoned.year === zonedAt(now, timeZone).year ? '' : `${zoned.year}年`;
  return `${year}${zoned.month}月${zoned.day}日 ${time}`;
}

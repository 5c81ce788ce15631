import { describe, expect, it } from 'vitest';
import { offeredTimes, readSendAt, releaseTimes, sendAtProblem, showInstant } from './send-times.js';

const ZONE = 'Asia/Shanghai';
const at = (wallClock: string) => new Date(`${wallClock}:00+08:00`);
const NOW = at('2026-11-30T16:00');

describe('the times of a release', () => {
  it.each([
    ['at once without a wish', null, '2026-11-30T16:00', '2026-11-30'],
    ['at the wished time', at('2026-12-04T09:00'), '2026-12-04T09:00', '2026-12-04'],
    ['at once when the wish has passed while it waited', at('2026-11-29T09:00'), '2026-11-30T16:00', '2026-11-30'],
    ['on the civil day of the zone', at('2026-12-01T00:30'), '2026-12-01T00:30', '2026-12-01'],
  ])('%s', (_name, sendAt, due, day) => {
    const times = releaseTimes(sendAt, NOW, ZONE);
    expect(times).toMatchObject({ dueAt: at(due), dueDay: day });
    expect(times.sendLateUntil.getTime() - times.dueAt.getTime()).toBe(24 * 3_600_000);
  });
});

describe('times on buttons', () => {
  it('lie ahead, soonest first', () => {
    expect(offeredTimes(NOW, ZONE)).toEqual(
      ['2026-11-30T19:00', '2026-12-01T09:00', '2026-12-01T15:00', '2026-12-01T19:00'].map(at),
    );
  });
});

describe('a wished time', () => {
  it.each([
    ['a minute ago', at('2026-11-30T15:59'), null],
    ['an hour ago', at('2026-11-30T15:00'), 'past'],
    ['in a year', at('2027-11-30T16:00'), null],
    ['in two years', at('2028-11-30T16:00'), 'too-far'],
  ])('%s: %s', (_name, instant, problem) => expect(sendAtProblem(instant, NOW)).toBe(problem));
});

describe('a typed time', () => {
  it.each([
    ['12月4日 9:00', at('2026-12-04T09:00')],
    ['明天下午3点', at('2026-12-01T15:00')],
    ['18:30', at('2026-11-30T18:30')],
    ['9:00', at('2026-12-01T09:00')],
    ['2027-01-05 9点半', at('2027-01-05T09:30')],
    ['2月31日 9:00', 'no-such-day'],
    ['今天 9:00', 'past'],
    ['昨天 9:00', 'past'],
    ['2029-01-01 9:00', 'too-far'],
    ['明天', 'unreadable'],
    ['尽快', 'unreadable'],
  ])('%s', (text, expected) => {
    const read = readSendAt(text, NOW, ZONE);
    expect('instant' in read ? read.instant : read.problem).toEqual(expected);
  });
});

describe('an instant as people read it', () => {
  it.each([
    [at('2026-12-04T09:00'), '12月4日 09:00'],
    [at('2027-01-01T00:05'), '2027年1月1日 00:05'],
  ])('%s', (instant, text) => expect(showInstant(instant, NOW, ZONE)).toBe(text));
});

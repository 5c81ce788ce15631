import { describe, expect, it } from 'vitest';
import { longDay, nextConstitutionDay, timeOfDay, tomorrowAtNine, wallMinute } from './zone-time.js';

const SHANGHAI = 'Asia/Shanghai';

describe('the clock on the page', () => {
  it('shows the time of the sandbox’s zone, not of the browser', () => {
    const instant = new Date('2026-12-03T16:05:00Z');
    expect(timeOfDay(instant, SHANGHAI)).toBe('00:05');
    expect(longDay(instant, SHANGHAI)).toBe('2026年12月4日 周五');
    expect(wallMinute(instant, SHANGHAI)).toBe('2026-12-04T00:05');
  });

  it.each([
    ['in the middle of a month', '2026-11-23T20:00:00+08:00', '2026-11-24T09:00'],
    ['before nine it is still the day after', '2026-11-23T08:00:00+08:00', '2026-11-24T09:00'],
    ['on the last day of February', '2028-02-29T12:00:00+08:00', '2028-03-01T09:00'],
    ['on New Year’s Eve', '2026-12-31T23:59:00+08:00', '2027-01-01T09:00'],
  ])('offers tomorrow at nine %s', (_name, now, expected) => {
    expect(tomorrowAtNine(new Date(now), SHANGHAI)).toBe(expected);
  });

  it.each([
    ['a month ahead', '2026-11-04T09:00:00+08:00', '2026-12-04T09:00'],
    ['one minute ahead', '2026-12-04T08:59:00+08:00', '2026-12-04T09:00'],
    ['next year once it has begun', '2026-12-04T09:00:00+08:00', '2027-12-04T09:00'],
  ])('offers Constitution Day %s', (_name, now, expected) => {
    expect(nextConstitutionDay(new Date(now), SHANGHAI)).toBe(expected);
  });
});

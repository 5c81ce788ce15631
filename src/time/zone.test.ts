import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { civilDateAt, instantAt, isoInZone, isTimeZone } from './zone.js';

const at = (date: string, time: string, zone: string) =>
  instantAt(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time), zone);

describe('wall clock and instants', () => {
  it.each([
    ['Shanghai is eight hours ahead', '2026-12-04', '09:00', 'Asia/Shanghai', '2026-12-04T01:00:00.000Z'],
    ['winter in Berlin', '2026-03-28', '09:00', 'Europe/Berlin', '2026-03-28T08:00:00.000Z'],
    ['summer in Berlin', '2026-03-29', '09:00', 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['a skipped time moves forward by the gap', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['a repeated time is the first of the two', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ])('agree: %s', (_name, date, time, zone, expected) => {
    expect(at(date, time, zone).toISOString()).toBe(expected);
  });

  it.each([
    ['just before midnight in Shanghai', '2026-12-03T15:59:59Z', 'Asia/Shanghai', '2026-12-03'],
    ['midnight in Shanghai', '2026-12-03T16:00:00Z', 'Asia/Shanghai', '2026-12-04'],
    ['the same instant in New York', '2026-12-03T16:00:00Z', 'America/New_York', '2026-12-03'],
  ])('give the civil date: %s', (_name, instant, zone, expected) => {
    expect(civilDateAt(new Date(instant), zone).toString()).toBe(expected);
  });

  it('writes an instant with the offset of its zone', () => {
    expect(isoInZone(new Date('2026-12-04T01:00:00Z'), 'Asia/Shanghai')).toBe('2026-12-04T09:00:00+08:00');
    expect(isoInZone(new Date('2026-07-01T12:00:00Z'), 'America/New_York')).toBe('2026-07-01T08:00:00-04:00');
  });

  it.each([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['Asia/Xuchang', false],
    ['', false],
  ])('tells a zone from a wrong name: "%s"', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});

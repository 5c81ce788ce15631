import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { latestTimeOfDay } from './latest-time-of-day.js';

const rows: [name: string, time: string, zone: string, now: string, latest: string][] = [
  ['a second before it, yesterday', '03:00', 'Asia/Shanghai', '2026-12-04T02:59:59+08:00', '2026-12-03T03:00:00+08:00'],
  ['at its very second, now', '03:00', 'Asia/Shanghai', '2026-12-04T03:00:00+08:00', '2026-12-04T03:00:00+08:00'],
  [
    'late in the evening, this morning',
    '03:00',
    'Asia/Shanghai',
    '2026-12-04T23:59:00+08:00',
    '2026-12-04T03:00:00+08:00',
  ],
  [
    'after New Year, in the old year',
    '03:00',
    'Asia/Shanghai',
    '2027-01-01T01:00:00+08:00',
    '2026-12-31T03:00:00+08:00',
  ],
  [
    'in the programme’s zone, whatever the offset of now',
    '03:00',
    'Asia/Urumqi',
    '2026-12-03T20:30:00Z',
    '2026-12-03T03:00:00+06:00',
  ],
  ['after a gap that skips it', '02:30', 'Europe/Berlin', '2027-03-28T12:00:00+02:00', '2027-03-28T03:30:00+02:00'],
  ['of two such times, the first', '02:30', 'Europe/Berlin', '2027-10-31T12:00:00+01:00', '2027-10-31T02:30:00+02:00'],
];

describe('the latest time of day', () => {
  it.each(rows)('%s', (_name, time, zone, now, latest) => {
    const found = latestTimeOfDay(Temporal.PlainTime.from(time), new Date(now), zone);
    expect(found.epochMilliseconds).toBe(Date.parse(latest));
  });
});

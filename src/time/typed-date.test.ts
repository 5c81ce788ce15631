import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readClockTime, readDay, splitDayAndTime } from './typed-date.js';

const TODAY = Temporal.PlainDate.from('2026-11-30');
const day = (text: string, lean: 'past' | 'future' = 'future', today = TODAY) => {
  const read = readDay(text, today, lean);
  return 'day' in read ? read.day.toString() : read.problem;
};

describe('a day as people type it', () => {
  it.each([
    ['今天', '2026-11-30'],
    ['明天', '2026-12-01'],
    ['昨天', '2026-11-29'],
    ['tomorrow', '2026-12-01'],
    ['12月4日', '2026-12-04'],
    ['12 月 4 号', '2026-12-04'],
    ['12-4', '2026-12-04'],
    ['12.04', '2026-12-04'],
    ['１２／４', '2026-12-04'],
    ['2027-01-05', '2027-01-05'],
    ['2027年1月5日', '2027-01-05'],
    ['1月5日', '2027-01-05'],
    ['30号', '2026-11-30'],
    ['4号', '2026-12-04'],
    ['2月31日', 'no-such-day'],
    ['2026-02-31', 'no-such-day'],
    ['13月1日', 'no-such-day'],
    ['2月29日', 'no-such-day'],
    ['32号', 'no-such-day'],
    ['下周三', 'unreadable'],
    ['constructor', 'unreadable'],
    ['', 'unreadable'],
    ['20261204', 'unreadable'],
  ])('%s is %s', (text, expected) => expect(day(text)).toBe(expected));

  it.each([
    ['11月20日', '2026-11-20'],
    ['12月4日', '2025-12-04'],
    ['20号', '2026-11-20'],
    ['30号', '2026-11-30'],
    ['31号', '2026-10-31'],
  ])('looking back, %s is %s', (text, expected) => expect(day(text, 'past')).toBe(expected));

  it('finds 29 February in a leap year', () => {
    expect(day('2月29日', 'future', Temporal.PlainDate.from('2027-12-01'))).toBe('2028-02-29');
  });
});

describe('a clock time as people type it', () => {
  it.each([
    ['9:30', '09:30:00'],
    ['09：05', '09:05:00'],
    ['9点', '09:00:00'],
    ['9点半', '09:30:00'],
    ['下午3点', '15:00:00'],
    ['晚上8点15分', '20:15:00'],
    ['中午12点', '12:00:00'],
    ['15时', '15:00:00'],
    ['24:00', undefined],
    ['9:75', undefined],
    ['9', undefined],
    ['九点', undefined],
  ])('%s is %s', (text, expected) => expect(readClockTime(text)?.toString()).toBe(expected));

  it.each([
    ['12月4日 9:30', '12月4日', '09:30:00'],
    ['明天下午3点', '明天', '15:00:00'],
    ['2026-12-04，9点半', '2026-12-04', '09:30:00'],
    ['15:00', '', '15:00:00'],
  ])('%s splits', (text, expectedDay, time) => {
    const split = splitDayAndTime(text);
    expect([split?.day, split?.time.toString()]).toEqual([expectedDay, time]);
  });

  it.each(['12月4日', '明天', 'soon'])('%s has no time', (text) => expect(splitDayAndTime(text)).toBeNull());
});

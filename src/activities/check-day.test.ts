import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { checkDay } from './check-day.js';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('the day of an activity', () => {
  it.each([
    ['today', '2026-11-30', null],
    ['tomorrow', '2026-12-01', 'future'],
    ['two years ago', '2024-11-30', null],
    ['a day more', '2024-11-29', 'too-old'],
  ])('%s', (_name, date, expected) => {
    expect(checkDay(day(date), day('2026-11-30'))).toBe(expected);
  });

  it('counts two years back from 29 February to the 28th', () => {
    expect(checkDay(day('2026-02-28'), day('2028-02-29'))).toBeNull();
  });
});

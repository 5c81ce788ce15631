import { describe, expect, it } from 'vitest';
import { dayInYear, lastingDayInYear } from './month-day.js';

describe('a month and day in a year', () => {
  it.each([
    ['an ordinary day', 12, 4, 2026, '2026-12-04', '2026-12-04'],
    ['29 February in a leap year', 2, 29, 2028, '2028-02-29', '2028-02-29'],
    ['29 February in a common year', 2, 29, 2027, undefined, '2027-02-28'],
    ['29 February in 2100, no leap year', 2, 29, 2100, undefined, '2100-02-28'],
  ])('is found or missing: %s', (_name, month, day, year, found, lasting) => {
    expect(dayInYear({ month, day }, year)?.toString()).toBe(found);
    expect(lastingDayInYear({ month, day }, year).toString()).toBe(lasting);
  });

  it.each([
    [4, 31],
    [2, 30],
    [13, 1],
    [1, 0],
  ])('is refused where no year has it: month %d, day %d', (month, day) => {
    expect(() => dayInYear({ month, day }, 2028)).toThrow(RangeError);
    expect(() => lastingDayInYear({ month, day }, 2028)).toThrow(RangeError);
  });
});

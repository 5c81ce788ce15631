import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { NO_HOLIDAYS } from '../../test/support/an-observance.js';
import { isWorkday, workdayOnOrAfter } from './workdays.js';

/** National Day 2026 as the yearly notice sets it. */
const AUTUMN_2026 = {
  daysOff: new Set([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)),
  workedWeekendDays: new Set(['2026-09-20', '2026-10-10']),
};

describe('workdays', () => {
  it.each([
    ['an ordinary Friday', '2026-09-18', true],
    ['an ordinary Saturday', '2026-09-19', false],
    ['a Sunday that is worked instead', '2026-09-20', true],
    ['a Thursday that is off', '2026-10-01', false],
    ['the Saturday worked after the holiday', '2026-10-10', true],
    ['a Monday of a year without a table', '2031-10-06', true],
    ['a Sunday of a year without a table', '2031-10-05', false],
  ])('know %s', (_name, date, expected) => {
    expect(isWorkday(Temporal.PlainDate.from(date), AUTUMN_2026)).toBe(expected);
  });

  it.each([
    ['a workday stays', '2026-09-18', '2026-09-18'],
    ['Saturday goes to the worked Sunday', '2026-09-19', '2026-09-20'],
    ['a holiday goes behind its end', '2026-10-01', '2026-10-08'],
    ['a Sunday goes to Monday', '2026-10-11', '2026-10-12'],
  ])('find the next one: %s', (_name, date, expected) => {
    expect(workdayOnOrAfter(Temporal.PlainDate.from(date), AUTUMN_2026).toString()).toBe(expected);
  });

  it('goes over the end of a year', () => {
    const saturday = Temporal.PlainDate.from('2033-12-31');
    const newYear = { ...NO_HOLIDAYS, daysOff: new Set(['2034-01-02']) };
    expect(workdayOnOrAfter(saturday, newYear).toString()).toBe('2034-01-03');
  });

  it('takes a day listed as off and as worked for a day off', () => {
    const both = { daysOff: new Set(['2026-10-10']), workedWeekendDays: new Set(['2026-10-10']) };
    expect(isWorkday(Temporal.PlainDate.from('2026-10-10'), both)).toBe(false);
  });
});

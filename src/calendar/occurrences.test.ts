import { Temporal } from 'temporal-polyfill';
import { SolarTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { anObservance, NO_HOLIDAYS, onItsDay, onWorkday } from '../../test/support/an-observance.js';
import type { DateRule, WorkdayTable } from '../content/pack.js';
import type { DateSpan } from '../time/date-span.js';
import { occurrencesBetween, occurrencesOf } from './occurrences.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const on = (month: number, dayOfMonth: number) => ({ month, day: dayOfMonth });
const spanText = (days: DateSpan | null) => {
  if (!days) return null;
  return days.first.equals(days.last) ? `${days.first}` : `${days.first}/${days.last}`;
};
const days = (rule: DateRule, year: number, workdays: WorkdayTable = NO_HOLIDAYS) =>
  spanText(occurrencesOf(rule, year, workdays));

type Row = [name: string, rule: Parameters<typeof onItsDay>[0], year: number, expected: string | null];

describe('rules of the Gregorian calendar', () => {
  it.each<Row>([
    ['a fixed day', { kind: 'fixed', date: on(12, 4) }, 2026, '2026-12-04'],
    ['29 February in a leap year', { kind: 'fixed', date: on(2, 29) }, 2028, '2028-02-29'],
    ['29 February in a common year: not this year', { kind: 'fixed', date: on(2, 29) }, 2027, null],
    ['a span', { kind: 'span', from: on(4, 25), to: on(5, 1) }, 2026, '2026-04-25/2026-05-01'],
    ['a span over New Year', { kind: 'span', from: on(12, 28), to: on(1, 3) }, 2026, '2026-12-28/2027-01-03'],
    ['a span within a month', { kind: 'span', from: on(3, 22), to: on(3, 22) }, 2026, '2026-03-22'],
    ['a span to 29 February', { kind: 'span', from: on(2, 20), to: on(2, 29) }, 2028, '2028-02-20/2028-02-29'],
    ['… in a common year', { kind: 'span', from: on(2, 20), to: on(2, 29) }, 2027, '2027-02-20/2027-02-28'],
    ['… over New Year', { kind: 'span', from: on(12, 1), to: on(2, 29) }, 2027, '2027-12-01/2028-02-29'],
    ['the third Saturday', { kind: 'weekday', month: 9, weekday: 6, nth: 3 }, 2026, '2026-09-19'],
    ['the first Sunday, on the 1st', { kind: 'weekday', month: 3, weekday: 7, nth: 1 }, 2026, '2026-03-01'],
    ['the first Saturday, on the 7th', { kind: 'weekday', month: 2, weekday: 6, nth: 1 }, 2026, '2026-02-07'],
    ['the fifth Saturday', { kind: 'weekday', month: 8, weekday: 6, nth: 5 }, 2026, '2026-08-29'],
    ['a fifth Saturday that is not there', { kind: 'weekday', month: 9, weekday: 6, nth: 5 }, 2026, null],
    ['the last Monday, the fifth', { kind: 'weekday', month: 3, weekday: 1, nth: -1 }, 2026, '2026-03-30'],
    ['the last Monday, the fourth', { kind: 'weekday', month: 3, weekday: 1, nth: -1 }, 2028, '2028-03-27'],
    ['the last day of a month', { kind: 'weekday', month: 8, weekday: 1, nth: -1 }, 2026, '2026-08-31'],
    ['the first week begins before', { kind: 'week', month: 9, nth: 1 }, 2026, '2026-08-31/2026-09-06'],
    ['the 1st is a Sunday', { kind: 'week', month: 3, nth: 1 }, 2026, '2026-02-23/2026-03-01'],
    ['the 1st is a Monday', { kind: 'week', month: 6, nth: 1 }, 2026, '2026-06-01/2026-06-07'],
    ['the first week of a year', { kind: 'week', month: 1, nth: 1 }, 2027, '2026-12-28/2027-01-03'],
    ['the fifth week ends after', { kind: 'week', month: 9, nth: 5 }, 2026, '2026-09-28/2026-10-04'],
    ['the sixth week', { kind: 'week', month: 3, nth: 6 }, 2026, '2026-03-30/2026-04-05'],
    ['a sixth week that is not there', { kind: 'week', month: 9, nth: 6 }, 2026, null],
    ['a fifth week that is not there', { kind: 'week', month: 2, nth: 5 }, 2027, null],
    ['the first week from a Monday', { kind: 'mondayWeek', month: 3, nth: 1 }, 2026, '2026-03-02/2026-03-08'],
    ['… on the 1st', { kind: 'mondayWeek', month: 3, nth: 1 }, 2027, '2027-03-01/2027-03-07'],
    ['the fifth week from a Monday', { kind: 'mondayWeek', month: 3, nth: 5 }, 2026, '2026-03-30/2026-04-05'],
    ['a fifth one that is not there', { kind: 'mondayWeek', month: 9, nth: 5 }, 2026, null],
    ['the last week from a Monday', { kind: 'mondayWeek', month: 12, nth: -1 }, 2026, '2026-12-28/2027-01-03'],
    ['the week of a Monday', { kind: 'weekOf', date: on(5, 15) }, 2028, '2028-05-15/2028-05-21'],
    ['the week of a Sunday', { kind: 'weekOf', date: on(8, 8) }, 2027, '2027-08-02/2027-08-08'],
    ['the week of New Year', { kind: 'weekOf', date: on(1, 1) }, 2027, '2026-12-28/2027-01-03'],
    ['the week of New Year’s Eve', { kind: 'weekOf', date: on(12, 31) }, 2026, '2026-12-28/2027-01-03'],
    ['the week of 29 February', { kind: 'weekOf', date: on(2, 29) }, 2028, '2028-02-28/2028-03-05'],
    ['… in a common year: not this year', { kind: 'weekOf', date: on(2, 29) }, 2027, null],
    ['a month', { kind: 'month', month: 6 }, 2026, '2026-06-01/2026-06-30'],
    ['February of a leap year', { kind: 'month', month: 2 }, 2028, '2028-02-01/2028-02-29'],
  ])('give their days: %s', (_name, rule, year, expected) => {
    expect(days(onItsDay(rule), year)).toBe(expected);
  });

  it.each<[string, Parameters<typeof onItsDay>[0]]>([
    ['31 April', { kind: 'fixed', date: on(4, 31) }],
    ['a span to 31 June', { kind: 'span', from: on(6, 1), to: on(6, 31) }],
    ['month 13', { kind: 'month', month: 13 }],
  ])('refuse a day that no year has: %s', (_name, rule) => {
    expect(() => days(onItsDay(rule), 2026)).toThrow(RangeError);
  });
});

describe('rules of the Chinese calendar', () => {
  it.each<Row>([
    ['春节', { kind: 'lunar', date: on(1, 1) }, 2027, '2027-02-06'],
    ['端午 before the leap fifth month', { kind: 'lunar', date: on(5, 5) }, 2028, '2028-05-28'],
    ['七夕 after the leap fifth month', { kind: 'lunar', date: on(7, 7) }, 2028, '2028-08-26'],
    ['中元 after the leap sixth month', { kind: 'lunar', date: on(7, 15) }, 2025, '2025-09-06'],
    ['中秋 on National Day', { kind: 'lunar', date: on(8, 15) }, 2020, '2020-10-01'],
    ['腊八, of the Chinese year before', { kind: 'lunar', date: on(12, 8) }, 2026, '2026-01-26'],
    ['腊八 in January of a year with two', { kind: 'lunar', date: on(12, 8) }, 2022, '2022-01-10'],
    ['腊八 for a year with none', { kind: 'lunar', date: on(12, 8) }, 2023, '2022-12-30'],
    ['腊八 thereafter', { kind: 'lunar', date: on(12, 8) }, 2024, '2024-01-18'],
    ['小年', { kind: 'lunar', date: on(12, 23) }, 2026, '2026-02-10'],
    ['冬月初一', { kind: 'lunar', date: on(11, 1) }, 2026, '2026-12-09'],
    ['a thirtieth of the twelfth month', { kind: 'lunar', date: on(12, 30) }, 2024, '2024-02-09'],
    ['… that is not there', { kind: 'lunar', date: on(12, 30) }, 2026, null],
    ['the month of 重阳', { kind: 'lunarMonth', date: on(9, 9) }, 2026, '2026-10-01/2026-10-31'],
    ['the month of a thirtieth that is not there', { kind: 'lunarMonth', date: on(12, 30) }, 2026, null],
    ['清明', { kind: 'solarTerm', term: '清明' }, 2028, '2028-04-04'],
    ['小寒, the first of a year', { kind: 'solarTerm', term: '小寒' }, 2026, '2026-01-05'],
    ['冬至, the last of a year', { kind: 'solarTerm', term: '冬至' }, 2026, '2026-12-22'],
  ])('give their days: %s', (_name, rule, year, expected) => {
    expect(days(onItsDay(rule), year)).toBe(expected);
  });

  it.each(SolarTerm.NAMES)('find %s within every year', (term) => {
    for (let year = 2020; year <= 2060; year++) {
      expect(occurrencesOf(onItsDay({ kind: 'solarTerm', term }), year, NO_HOLIDAYS)?.first.year).toBe(year);
    }
  });

  it('lose no day at the turn of the year and count none twice', () => {
    for (const date of [on(11, 12), on(11, 25), on(12, 1), on(12, 8), on(12, 23), on(1, 1)]) {
      let before = occurrencesOf(onItsDay({ kind: 'lunar', date }), 1999, NO_HOLIDAYS)?.first;
      for (let year = 2000; year <= 2099; year++) {
        const now = occurrencesOf(onItsDay({ kind: 'lunar', date }), year, NO_HOLIDAYS)?.first;
        // twelve or thirteen moons
        expect([353, 354, 355, 383, 384, 385]).toContain(now && before?.until(now).days);
        before = now;
      }
    }
  });

  it('refuse a name that is no solar term', () => {
    expect(() => days(onItsDay({ kind: 'solarTerm', term: '清明节' }), 2026)).toThrow('清明节');
  });
});

describe('rules set by notice', () => {
  const years = new Map([[2026, { first: day('2026-12-02'), last: day('2026-12-08') }]]);
  const expected = { from: on(12, 1), to: on(12, 7) };

  it.each<Row>([
    ['the notice’s days', { kind: 'announced', expected, years }, 2026, '2026-12-02/2026-12-08'],
    ['the usual days without notice', { kind: 'announced', expected, years }, 2027, '2027-12-01/2027-12-07'],
    ['nothing without both', { kind: 'announced', expected: null, years }, 2027, null],
    [
      'usual days that end in the next year',
      { kind: 'announced', expected: { from: on(11, 1), to: on(1, 31) }, years: new Map() },
      2026,
      '2026-11-01/2027-01-31',
    ],
  ])('give %s', (_name, rule, year, result) => {
    expect(days(onItsDay(rule), year)).toBe(result);
  });
});

describe('rules that move to a workday', () => {
  const workdays = {
    daysOff: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2027-01-01']),
    workedWeekendDays: new Set(['2026-12-05']),
  };

  it.each<Row>([
    ['a workday stays', { kind: 'fixed', date: on(12, 4) }, 2026, '2026-12-04'],
    ['a worked Saturday stays', { kind: 'fixed', date: on(12, 5) }, 2026, '2026-12-05'],
    ['a Sunday goes to Monday', { kind: 'fixed', date: on(12, 13) }, 2026, '2026-12-14'],
    ['a holiday goes behind its end', { kind: 'fixed', date: on(10, 1) }, 2026, '2026-10-08'],
    ['a day leaves its year', { kind: 'fixed', date: on(12, 31) }, 2033, '2034-01-02'],
    ['a month keeps its length', { kind: 'month', month: 11 }, 2026, '2026-11-02/2026-12-01'],
    ['a day that is not there stays away', { kind: 'fixed', date: on(2, 29) }, 2027, null],
  ])('are moved as a whole: %s', (_name, rule, year, expected) => {
    expect(days(onWorkday(rule), year, workdays)).toBe(expected);
  });
});

describe('the occurrences between two days', () => {
  const fixedDay = (id: string, month: number, dayOfMonth: number) =>
    anObservance({ id, rule: onItsDay({ kind: 'fixed', date: on(month, dayOfMonth) }) });
  const observances = [
    anObservance({ id: 'wages', rule: onItsDay({ kind: 'span', from: on(11, 1), to: on(2, 5) }) }),
    anObservance({ id: 'fire-month', rule: onItsDay({ kind: 'month', month: 11 }) }),
    fixedDay('volunteers', 12, 5),
    fixedDay('constitution', 12, 4),
    anObservance({ id: 'new-year-week', rule: onItsDay({ kind: 'weekOf', date: on(1, 1) }) }),
    anObservance({ id: 'laba', rule: onItsDay({ kind: 'lunar', date: on(12, 8) }) }),
    fixedDay('leap', 2, 29),
    anObservance({ id: 'late', rule: onWorkday({ kind: 'fixed', date: on(12, 31) }) }),
  ];
  const between = (from: string, to: string) =>
    occurrencesBetween(observances, day(from), day(to), NO_HOLIDAYS).map(
      ({ observance, year, first }) => `${first} ${observance.id} ${year}`,
    );

  it.each([
    ['one day', '2026-12-04', '2026-12-04', ['2026-11-01 wages 2026', '2026-12-04 constitution 2026']],
    ['the day after a month’s end', '2026-12-01', '2026-12-01', ['2026-11-01 wages 2026']],
    [
      'ordered by first day, then by id',
      '2026-11-30',
      '2026-12-05',
      [
        '2026-11-01 fire-month 2026',
        '2026-11-01 wages 2026',
        '2026-12-04 constitution 2026',
        '2026-12-05 volunteers 2026',
      ],
    ],
    [
      'what belongs to the year before and to the year after',
      '2026-12-30',
      '2026-12-31',
      ['2026-11-01 wages 2026', '2026-12-28 new-year-week 2027', '2026-12-31 late 2026'],
    ],
    ['a last day left of the year before', '2027-02-05', '2027-02-05', ['2026-11-01 wages 2026']],
    ['nothing the day after', '2027-02-06', '2027-02-06', []],
    ['a day moved out of its year', '2034-01-02', '2034-01-02', ['2033-11-01 wages 2033', '2034-01-02 late 2033']],
    ['nothing where the range is the wrong way round', '2026-12-05', '2026-12-04', []],
  ])('are found: %s', (_name, from, to, expected) => {
    expect(between(from, to)).toEqual(expected);
  });

  it('hold both 腊八 of 2022, the second counted for 2023', () => {
    expect(between('2022-01-01', '2022-12-31').filter((line) => line.includes('laba'))).toEqual([
      '2022-01-10 laba 2022',
      '2022-12-30 laba 2023',
    ]);
  });

  it('come once a year over a range of years', () => {
    const constitution = between('2026-01-01', '2030-12-31').filter((line) => line.includes('constitution'));
    expect(constitution).toHaveLength(5);
    expect(between('2026-01-01', '2030-12-31').filter((line) => line.includes('leap'))).toEqual([
      '2028-02-29 leap 2028',
    ]);
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { namedPeriod, PERIOD_NAMES } from './period.js';
import { readPeriod } from './read-period.js';

/** A Tuesday. */
const TODAY = Temporal.PlainDate.from('2026-11-24');

const read = (text: string, today = TODAY) => {
  const result = readPeriod(text, today);
  return result.kind === 'period' ? `${result.span.first}/${result.span.last}` : result.fault;
};

describe('the periods with a button', () => {
  it('begin on their first day and end today', () => {
    const spans = PERIOD_NAMES.map((name) => namedPeriod(name, TODAY));
    expect(spans.map(({ first, last }) => `${first}/${last}`)).toEqual([
      '2026-11-24/2026-11-24',
      '2026-11-23/2026-11-24',
      '2026-11-01/2026-11-24',
      '2026-01-01/2026-11-24',
    ]);
  });
});

describe('days that somebody typed', () => {
  it.each([
    ['two dates with a space', '2026-11-01 2026-11-24', '2026-11-01/2026-11-24'],
    ['two dates in words', '11月1日到11月24日', '2026-11-01/2026-11-24'],
    ['the month said once', '11月1日到24日', '2026-11-01/2026-11-24'],
    ['the month said once, with a hyphen', '11月1-24号', '2026-11-01/2026-11-24'],
    ['two dates with points', '11.1-11.24', '2026-11-01/2026-11-24'],
    ['full-width digits and a long dash', '１１．１——１１．２４', '2026-11-01/2026-11-24'],
    ['hyphens inside and between', '2026-11-01-2026-11-24', '2026-11-01/2026-11-24'],
    ['digits only', '20261101 20261124', '2026-11-01/2026-11-24'],
    ['slashes', '2026/11/1~2026/11/3', '2026-11-01/2026-11-03'],
    ['one day', '11月5日', '2026-11-05/2026-11-05'],
    ['one day in digits', '2026.3.15', '2026-03-15/2026-03-15'],
    ['a month that is over', '10月', '2026-10-01/2026-10-31'],
    ['a month that is under way ends today', '11月', '2026-11-01/2026-11-24'],
    ['a month in digits', '2026-02', '2026-02-01/2026-02-28'],
    ['a month that has not begun this year is last year’s', '12月', '2025-12-01/2025-12-31'],
    ['a day that has not come this year is last year’s', '12月4日', '2025-12-04/2025-12-04'],
    ['a leap day with its year', '2024年2月29日', '2024-02-29/2024-02-29'],
    ['a year under way ends today', '2026年', '2026-01-01/2026-11-24'],
    ['a year that is over', '2025', '2025-01-01/2025-12-31'],
    ['several years', '2024年到2025年', '2024-01-01/2025-12-31'],
    ['months', '3月到5月', '2026-03-01/2026-05-31'],
    ['months with the word said once', '3到5月', '2026-03-01/2026-05-31'],
    ['months over New Year', '11月到3月', '2025-11-01/2026-03-31'],
    ['days over New Year', '12.1-1.31', '2025-12-01/2026-01-31'],
    ['until today', '从10月1日到今天', '2026-10-01/2026-11-24'],
    ['last month', '上个月', '2026-10-01/2026-10-31'],
    ['last year', '去年', '2025-01-01/2025-12-31'],
    ['last week', '上周', '2026-11-16/2026-11-22'],
    ['yesterday', '昨天', '2026-11-23/2026-11-23'],
    ['the last 30 days', '最近30天', '2026-10-26/2026-11-24'],
    ['ten years to the day', '2016-11-25 2026-11-24', '2016-11-25/2026-11-24'],
  ])('are understood: %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['31 February', '2月31日', 'no-such-day'],
    ['31 February at the end of a range', '2月1日到2月31日', 'no-such-day'],
    ['29 February in a common year', '2026-02-29', 'no-such-day'],
    ['a thirteenth month', '13月', 'no-such-day'],
    ['a day zero', '2026-11-00', 'no-such-day'],
    ['a reversed range', '2026-11-24 2026-11-01', 'reversed'],
    ['a reversed range without years', '11.24-11.1', 'reversed'],
    ['reversed years', '2026年到2025年', 'reversed'],
    ['a year that has not begun', '2027年', 'future'],
    ['a day of tomorrow', '2026-11-25', 'future'],
    ['a range that ends in the future', '2026-11-01 2026-12-01', 'future'],
    ['more than ten years', '2016-11-24 2026-11-24', 'too-long'],
    ['more days than ten years have', '最近9999天', 'too-long'],
    ['words', '随便看看', 'unclear'],
    ['a word of the language it is written in', 'constructor', 'unclear'],
    ['nothing', ' ', 'unclear'],
    ['a number', '7', 'unclear'],
    ['a day of no month', '5号', 'unclear'],
    ['no days at all', '最近0天', 'unclear'],
    ['three dates', '11.1-11.2-11.3', 'unclear'],
    ['a very long text', '1'.repeat(4096), 'unclear'],
    ['many separators', '-'.repeat(4096), 'unclear'],
  ])('are refused with one reason: %s', (_name, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes last month over New Year and at the end of a long month', () => {
    expect(read('上个月', Temporal.PlainDate.from('2027-01-31'))).toBe('2026-12-01/2026-12-31');
    expect(read('上个月', Temporal.PlainDate.from('2026-03-31'))).toBe('2026-02-01/2026-02-28');
  });
});

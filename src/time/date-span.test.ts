import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type DateSpan, monthOf, overlaps, weekOf } from './date-span.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const text = ({ first, last }: DateSpan) => `${first}/${last}`;

describe('spans of days', () => {
  it.each([
    ['a Monday', '2026-08-03', '2026-08-03/2026-08-09'],
    ['a Sunday', '2026-08-09', '2026-08-03/2026-08-09'],
    ['a day whose week began in the month before', '2026-03-01', '2026-02-23/2026-03-01'],
    ['New Year 2027, a Friday', '2027-01-01', '2026-12-28/2027-01-03'],
  ])('take the week from Monday to Sunday: %s', (_name, date, expected) => {
    expect(text(weekOf(day(date)))).toBe(expected);
  });

  it.each([
    ['31 days', '2026-12-15', '2026-12-01/2026-12-31'],
    ['30 days', '2026-09-30', '2026-09-01/2026-09-30'],
    ['a common February', '2027-02-01', '2027-02-01/2027-02-28'],
    ['a leap February', '2028-02-01', '2028-02-01/2028-02-29'],
  ])('take the whole month: %s', (_name, date, expected) => {
    expect(text(monthOf(day(date)))).toBe(expected);
  });

  it.each([
    ['sharing only the edge', '2026-05-07', '2026-05-09', true],
    ['lying within', '2026-05-02', '2026-05-03', true],
    ['lying around', '2026-04-01', '2026-06-01', true],
    ['ending the day before', '2026-04-01', '2026-04-30', false],
    ['beginning the day after', '2026-05-08', '2026-05-08', false],
  ])('know what overlaps 1 to 7 May: %s', (_name, first, last, expected) => {
    const week = { first: day('2026-05-01'), last: day('2026-05-07') };
    const other = { first: day(first), last: day(last) };
    expect(overlaps(week, other)).toBe(expected);
    expect(overlaps(other, week)).toBe(expected);
  });
});

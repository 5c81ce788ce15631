import { Temporal } from 'temporal-polyfill';
import { LunarDay, LunarMonth, type SolarDay, SolarTerm } from 'tyme4ts';
import type { DateRule, MonthDay } from '../content/pack.js';
import { type DateSpan, monthOf, singleDay } from '../time/date-span.js';

export type ChineseRule = Extract<DateRule, { kind: 'lunar' | 'lunarMonth' | 'solarTerm' }>;

/**
 * The days of a rule of the Chinese calendar (new moons and solar terms of UTC+8) in a year, before any move to a
 * workday; null where the year has no such date: the 30th of a month of 29 days.
 * @throws Error for a name that is not one of the 24 solar terms, or a month beyond the twelfth
 */
export function chineseDays(rule: ChineseRule, year: number): DateSpan | null {
  switch (rule.kind) {
    case 'solarTerm':
      return singleDay(solarTermDay(rule.term, year));
    case 'lunar': {
      const day = lunarDateDay(rule.date, year);
      return day && singleDay(day);
    }
    case 'lunarMonth': {
      const day = lunarDateDay(rule.date, year);
      return day && monthOf(day);
    }
  }
}

/**
 * Each Chinese year gives its date to exactly one of our years, so none is lost and none comes twice. Months 1 to 10
 * lie within the Gregorian year of the same number. Month 12 counts for the Gregorian year after, in which it nearly
 * always lies: 腊八 of 2026 is that of January 2026. Where a Gregorian year holds such a date twice (10 January and
 * 30 December 2022), the second stands in for the following year (2023), which has none of its own. Month 11 counts for
 * its own year, though its second half can run into January.
 */
function lunarDateDay(date: MonthDay, year: number): Temporal.PlainDate | null {
  const lunarYear = date.month === 12 ? year - 1 : year;
  // A positive month number is the ordinary month, never the leap month of the same number.
  if (date.day > LunarMonth.fromYm(lunarYear, date.month).getDayCount()) return null;
  return civilDate(LunarDay.fromYmd(lunarYear, date.month, date.day).getSolarDay());
}

function solarTermDay(term: string, year: number): Temporal.PlainDate {
  if (!SolarTerm.NAMES.includes(term)) throw new Error(`"${term}" is not one of the 24 solar terms; write e.g. 清明`);
  // The library counts a year's terms from the winter solstice of the December before.
  const termYear = term === '冬至' ? year + 1 : year;
  return civilDate(SolarTerm.fromName(termYear, term).getSolarDay());
}

function civilDate(day: SolarDay): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: day.getYear(), month: day.getMonth(), day: day.getDay() });
}

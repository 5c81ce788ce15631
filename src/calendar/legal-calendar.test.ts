import { describe, expect, it } from 'vitest';
import { NO_HOLIDAYS, onItsDay } from '../../test/support/an-observance.js';
import { occurrencesOf } from './occurrences.js';

const fixed = (month: number, day: number) => onItsDay({ kind: 'fixed', date: { month, day } });
const span = (month: number, day: number, toMonth: number, toDay: number) =>
  onItsDay({ kind: 'span', from: { month, day }, to: { month: toMonth, day: toDay } });
const weekday = (month: number, day: number, nth: number) => onItsDay({ kind: 'weekday', month, weekday: day, nth });
const week = (month: number, nth: number) => onItsDay({ kind: 'week', month, nth });
const mondayWeek = (month: number, nth: number) => onItsDay({ kind: 'mondayWeek', month, nth });
const weekOf = (month: number, day: number) => onItsDay({ kind: 'weekOf', date: { month, day } });
const month = (number: number) => onItsDay({ kind: 'month', month: number });
const lunar = (month: number, day: number) => onItsDay({ kind: 'lunar', date: { month, day } });
const lunarMonth = (month: number, day: number) => onItsDay({ kind: 'lunarMonth', date: { month, day } });
const solarTerm = (term: string) => onItsDay({ kind: 'solarTerm', term });
const announced = () => onItsDay({ kind: 'announced', expected: null, years: new Map() });

/**
 * The legal calendar: id, rule, and its days in 2026, 2027 and 2028 as month-day or first/last; `-` where only the
 * year's notice can tell. The lunar dates and solar terms were computed with two libraries (tyme4ts, lunar-typescript).
 */
const CALENDAR = [
  ['0101', fixed(1, 1), '01-01', '01-01', '01-01'],
  ['01M-hn-pop', month(1), '01-01/01-31', '01-01/01-31', '01-01/01-31'],
  ['0110', fixed(1, 10), '01-10', '01-10', '01-10'],
  ['cny', lunar(1, 1), '02-17', '02-06', '01-26'],
  ['0308w', announced(), '-', '-', '-'],
  ['03w1-hn', mondayWeek(3, 1), '03-02/03-08', '03-01/03-07', '03-06/03-12'],
  ['lantern', lunar(1, 15), '03-03', '02-20', '02-09'],
  ['0305', fixed(3, 5), '03-05', '03-05', '03-05'],
  ['0308', fixed(3, 8), '03-08', '03-08', '03-08'],
  ['0312', fixed(3, 12), '03-12', '03-12', '03-12'],
  ['0315', fixed(3, 15), '03-15', '03-15', '03-15'],
  ['0322', fixed(3, 22), '03-22', '03-22', '03-22'],
  ['0322w', span(3, 22, 3, 28), '03-22/03-28', '03-22/03-28', '03-22/03-28'],
  ['03-safe', weekday(3, 1, -1), '03-30', '03-29', '03-27'],
  ['04M-tax', month(4), '04-01/04-30', '04-01/04-30', '04-01/04-30'],
  ['qingming', solarTerm('清明'), '04-05', '04-05', '04-04'],
  ['0407', fixed(4, 7), '04-07', '04-07', '04-07'],
  ['0415', fixed(4, 15), '04-15', '04-15', '04-15'],
  ['0420w', span(4, 20, 4, 26), '04-20/04-26', '04-20/04-26', '04-20/04-26'],
  ['04w4-read', week(4, 4), '04-20/04-26', '04-19/04-25', '04-17/04-23'],
  ['0425w', span(4, 25, 5, 1), '04-25/05-01', '04-25/05-01', '04-25/05-01'],
  ['0426', fixed(4, 26), '04-26', '04-26', '04-26'],
  ['0501', fixed(5, 1), '05-01', '05-01', '05-01'],
  ['05M-civil', month(5), '05-01/05-31', '05-01/05-31', '05-01/05-31'],
  ['05M-org', announced(), '-', '-', '-'],
  ['05M-xf', announced(), '-', '-', '-'],
  ['0504', fixed(5, 4), '05-04', '05-04', '05-04'],
  ['0512w-hn', weekOf(5, 12), '05-11/05-17', '05-10/05-16', '05-08/05-14'],
  ['0515w', weekOf(5, 15), '05-11/05-17', '05-10/05-16', '05-15/05-21'],
  ['0512', fixed(5, 12), '05-12', '05-12', '05-12'],
  ['0512w', announced(), '-', '-', '-'],
  ['0515-eco', fixed(5, 15), '05-15', '05-15', '05-15'],
  ['0515-fam', fixed(5, 15), '05-15', '05-15', '05-15'],
  ['helpdis', weekday(5, 7, 3), '05-17', '05-16', '05-21'],
  ['0531', fixed(5, 31), '05-31', '05-31', '05-31'],
  ['0601', fixed(6, 1), '06-01', '06-01', '06-01'],
  ['06M-safe', month(6), '06-01/06-30', '06-01/06-30', '06-01/06-30'],
  ['06M-fund', month(6), '06-01/06-30', '06-01/06-30', '06-01/06-30'],
  ['06M-drug', month(6), '06-01/06-30', '06-01/06-30', '06-01/06-30'],
  ['peace', announced(), '-', '-', '-'],
  ['0605', fixed(6, 5), '06-05', '06-05', '06-05'],
  ['0614', fixed(6, 14), '06-14', '06-14', '06-14'],
  ['0615', fixed(6, 15), '06-15', '06-15', '06-15'],
  ['06-antifraud', announced(), '-', '-', '-'],
  ['0616', fixed(6, 16), '06-16', '06-16', '06-16'],
  ['duanwu', lunar(5, 5), '06-19', '06-09', '05-28'],
  ['0625', fixed(6, 25), '06-25', '06-25', '06-25'],
  ['0626', fixed(6, 26), '06-26', '06-26', '06-26'],
  ['0801', fixed(8, 1), '08-01', '08-01', '08-01'],
  ['0808w', weekOf(8, 8), '08-03/08-09', '08-02/08-08', '08-07/08-13'],
  ['0808', fixed(8, 8), '08-08', '08-08', '08-08'],
  ['0815', fixed(8, 15), '08-15', '08-15', '08-15'],
  ['0819', fixed(8, 19), '08-19', '08-19', '08-19'],
  ['0825', fixed(8, 25), '08-25', '08-25', '08-25'],
  ['09M-sci', month(9), '09-01/09-30', '09-01/09-30', '09-01/09-30'],
  ['09M-def', month(9), '09-01/09-30', '09-01/09-30', '09-01/09-30'],
  ['09M-quality', month(9), '09-01/09-30', '09-01/09-30', '09-01/09-30'],
  ['0903', fixed(9, 3), '09-03', '09-03', '09-03'],
  ['0905', fixed(9, 5), '09-05', '09-05', '09-05'],
  ['0910', fixed(9, 10), '09-10', '09-10', '09-10'],
  ['foodweek', announced(), '-', '-', '-'],
  ['09w3-lang', week(9, 3), '09-14/09-20', '09-13/09-19', '09-11/09-17'],
  ['netweek', week(9, 3), '09-14/09-20', '09-13/09-19', '09-11/09-17'],
  ['0918', fixed(9, 18), '09-18', '09-18', '09-18'],
  ['defday', weekday(9, 6, 3), '09-19', '09-18', '09-16'],
  ['09w4-unity', week(9, 4), '09-21/09-27', '09-20/09-26', '09-18/09-24'],
  ['harvest', solarTerm('秋分'), '09-23', '09-23', '09-22'],
  ['zhongqiu', lunar(8, 15), '09-25', '09-15', '10-03'],
  ['0930', fixed(9, 30), '09-30', '09-30', '09-30'],
  ['1001', fixed(10, 1), '10-01', '10-01', '10-01'],
  ['oldmonth-hn', lunarMonth(9, 9), '10-01/10-31', '10-01/10-31', '10-01/10-31'],
  ['1010', fixed(10, 10), '10-10', '10-10', '10-10'],
  ['1016w', weekOf(10, 16), '10-12/10-18', '10-11/10-17', '10-16/10-22'],
  ['1013', fixed(10, 13), '10-13', '10-13', '10-13'],
  ['1016', fixed(10, 16), '10-16', '10-16', '10-16'],
  ['1017', fixed(10, 17), '10-17', '10-17', '10-17'],
  ['chongyang', lunar(9, 9), '10-18', '10-08', '10-26'],
  ['1025', fixed(10, 25), '10-25', '10-25', '10-25'],
  ['11M-fire', month(11), '11-01/11-30', '11-01/11-30', '11-01/11-30'],
  ['arrears', announced(), '-', '-', '-'],
  ['1109', fixed(11, 9), '11-09', '11-09', '11-09'],
  ['1118', fixed(11, 18), '11-18', '11-18', '11-18'],
  ['1120', fixed(11, 20), '11-20', '11-20', '11-20'],
  ['1125', fixed(11, 25), '11-25', '11-25', '11-25'],
  ['1201', fixed(12, 1), '12-01', '12-01', '12-01'],
  ['constweek', announced(), '-', '-', '-'],
  ['1202', fixed(12, 2), '12-02', '12-02', '12-02'],
  ['1203', fixed(12, 3), '12-03', '12-03', '12-03'],
  ['1204', fixed(12, 4), '12-04', '12-04', '12-04'],
  ['1205', fixed(12, 5), '12-05', '12-05', '12-05'],
  ['1209', fixed(12, 9), '12-09', '12-09', '12-09'],
  ['1213', fixed(12, 13), '12-13', '12-13', '12-13'],
  ['anticult', announced(), '-', '-', '-'],
] as const;

const spell = (days: ReturnType<typeof occurrencesOf>, year: number) => {
  if (!days) return '-';
  const [first, last] = [days.first, days.last].map((day) => day.toString().replace(`${year}-`, ''));
  return first === last ? first : `${first}/${last}`;
};

describe('the legal calendar', () => {
  it('has 93 entries', () => {
    expect(new Set(CALENDAR.map(([id]) => id)).size).toBe(93);
  });

  it.each(CALENDAR)('falls on its days in 2026, 2027 and 2028: %s', (_id, rule, ...expected) => {
    const days = [2026, 2027, 2028].map((year) => spell(occurrencesOf(rule, year, NO_HOLIDAYS), year));
    expect(days).toEqual(expected);
  });
});

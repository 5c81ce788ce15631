import { SolarTerm } from 'tyme4ts';
import { z } from 'zod';
import { date, group, lunarMonthDay, monthDay } from './field-schemas.js';
import type { DateRule } from './pack.js';

const month = z.int().min(1, '要写 1 到 12 的月份。').max(12, '要写 1 到 12 的月份。');
const weekday = z.int().min(1, '要写 1 到 7，1 是星期一。').max(7, '要写 1 到 7，1 是星期一。');
const nth = z.int().min(1, '要写 1 到 5。').max(5, '要写 1 到 5。');
const nthOrLast = z.int().refine((value) => value === -1 || (value >= 1 && value <= 5), '要写 1 到 5，最后一个写 -1。');
const firstAndLast = <Day extends z.ZodType>(day: Day) =>
  z.tuple([day, day], { error: '要写两个日期：[第一天, 最后一天]。' });

const announced = group({
  expect: firstAndLast(monthDay).optional(),
  years: z.record(z.string(), firstAndLast(date)).superRefine((years, context) => {
    for (const [year, [first, last]] of Object.entries(years)) {
      if (String(first.year) !== year)
        context.addIssue({ code: 'custom', path: [year], message: '的第一天要在这一年。' });
      else if (last.since(first).sign < 0)
        context.addIssue({ code: 'custom', path: [year], message: '的最后一天不能早于第一天。' });
    }
  }),
});

const solarTerm = z.string().refine((name) => SolarTerm.NAMES.includes(name), '要写二十四节气里的一个，例如 清明。');

/** The rule as a file writes it: exactly one kind, with `onWorkday` beside it where it moves to a workday. */
const written = group({
  fixed: monthDay.optional(),
  span: firstAndLast(monthDay).optional(),
  weekday: group({ month, weekday, nth: nthOrLast }).optional(),
  week: group({ month, nth }).optional(),
  mondayWeek: group({ month, nth }).optional(),
  weekOf: monthDay.optional(),
  month: month.optional(),
  lunar: lunarMonthDay.optional(),
  lunarMonth: lunarMonthDay.optional(),
  solarTerm: solarTerm.optional(),
  announced: announced.optional(),
  onWorkday: z.boolean().default(false),
});

/**
 * How an observance finds its days, for example `{ fixed: "12-04" }`, `{ weekday: { month: 9, weekday: 6, nth: 3 } }`,
 * `{ lunar: "09-09" }` or `{ announced: { expect: ["12-01", "12-07"], years: { 2026: ["2026-12-01", "2026-12-07"] } } }`.
 */
export const dateRule = written.transform((rule, context): DateRule => {
  const { onWorkday, ...kinds } = rule;
  const found = Object.keys(kinds);
  if (found.length > 1) context.addIssue(`只能写一种日期规则，现在写了 ${found.join('、')}。`);
  // With an unknown key the kind is only misspelt, and that has been said.
  else if (found.length === 0 && context.issues.length === 0) {
    context.addIssue('要写一种日期规则，例如 { fixed: "12-04" }。');
  }
  if (found.length !== 1) return z.NEVER;
  return { onWorkday, ...ruleOf(kinds) };
});

type Kinds = Omit<z.output<typeof written>, 'onWorkday'>;
type WithoutWorkday<Rule> = Rule extends unknown ? Omit<Rule, 'onWorkday'> : never;

function ruleOf(kinds: Kinds): WithoutWorkday<DateRule> {
  if (kinds.fixed) return { kind: 'fixed', date: kinds.fixed };
  if (kinds.span) return { kind: 'span', from: kinds.span[0], to: kinds.span[1] };
  if (kinds.weekday) return { kind: 'weekday', ...kinds.weekday };
  if (kinds.week) return { kind: 'week', ...kinds.week };
  if (kinds.mondayWeek) return { kind: 'mondayWeek', ...kinds.mondayWeek };
  if (kinds.weekOf) return { kind: 'weekOf', date: kinds.weekOf };
  if (kinds.month) return { kind: 'month', month: kinds.month };
  if (kinds.lunar) return { kind: 'lunar', date: kinds.lunar };
  if (kinds.lunarMonth) return { kind: 'lunarMonth', date: kinds.lunarMonth };
  if (kinds.solarTerm) return { kind: 'solarTerm', term: kinds.solarTerm };
  const { expect, years } = kinds.announced ?? { years: {} };
  const dated = Object.entries(years).map(([year, [first, last]]) => [Number(year), { first, last }] as const);
  return { kind: 'announced', expected: expect ? { from: expect[0], to: expect[1] } : null, years: new Map(dated) };
}

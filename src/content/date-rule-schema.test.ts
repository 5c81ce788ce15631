import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { edited, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf, readChanged } from '../../test/support/changed-pack.js';

const DAY = 'content/observances/drug-day.md';

const day = (from: string, to: string) => edited('observances/drug-day.md', from, to);
const rule = (to: string) => day('{ fixed: "06-26" }', to);

describe('a date rule', () => {
  it.each<[string, string, object]>([
    ['a day', '{ fixed: "02-29" }', { kind: 'fixed', date: { month: 2, day: 29 } }],
    [
      'a span',
      '{ span: ["12-28", "01-03"] }',
      { kind: 'span', from: { month: 12, day: 28 }, to: { month: 1, day: 3 } },
    ],
    [
      'the last weekday',
      '{ weekday: { month: 3, weekday: 1, nth: -1 } }',
      { kind: 'weekday', month: 3, weekday: 1, nth: -1 },
    ],
    ['a week', '{ week: { month: 9, nth: 3 } }', { kind: 'week', month: 9, nth: 3 }],
    ['a Monday week', '{ mondayWeek: { month: 3, nth: 1 } }', { kind: 'mondayWeek', month: 3, nth: 1 }],
    ['the week of a day', '{ weekOf: "05-15" }', { kind: 'weekOf', date: { month: 5, day: 15 } }],
    ['a month', '{ month: 6 }', { kind: 'month', month: 6 }],
    ['a Chinese date', '{ lunar: "12-30" }', { kind: 'lunar', date: { month: 12, day: 30 } }],
    ['the month of a Chinese date', '{ lunarMonth: "09-09" }', { kind: 'lunarMonth', date: { month: 9, day: 9 } }],
    ['a solar term', '{ solarTerm: 清明 }', { kind: 'solarTerm', term: '清明' }],
    ['nothing announced', '{ announced: { years: {} } }', { kind: 'announced', expected: null, years: new Map() }],
    [
      'an announced week',
      '{ announced: { expect: ["12-01", "12-07"], years: { 2026: ["2026-11-30", "2026-12-06"] } } }',
      {
        kind: 'announced',
        expected: { from: { month: 12, day: 1 }, to: { month: 12, day: 7 } },
        years: new Map([
          [2026, { first: Temporal.PlainDate.from('2026-11-30'), last: Temporal.PlainDate.from('2026-12-06') }],
        ]),
      },
    ],
  ])('knows the rule of %s', async (_, written, expected) => {
    const { pack, problems } = await readChanged(rule(written));
    expect(problems).toEqual([]);
    expect(pack.observances[0]?.rule).toEqual({ ...expected, onWorkday: false });
  });

  it('moves a rule to a workday where the file says so', async () => {
    const { pack } = await readChanged(rule('{ fixed: "06-26", onWorkday: true }'));
    expect(pack.observances[0]?.rule.onWorkday).toBe(true);
  });

  it.each<[string, PackOverrides, string[]]>([
    [
      'with two kinds of rule',
      rule('{ fixed: "06-26", month: 6 }'),
      [`${DAY}:5: “rule”只能写一种日期规则，现在写了 fixed、month。`],
    ],
    [
      'without a kind of rule',
      rule('{ onWorkday: true }'),
      [`${DAY}:5: “rule”要写一种日期规则，例如 { fixed: "12-04" }。`],
    ],
    ['on 31 February', rule('{ fixed: "02-31" }'), [`${DAY}:5: “fixed”没有 2 月 31 日这一天，请改正。`]],
    ['on a day in other words', rule('{ fixed: "6.26" }'), [`${DAY}:5: “fixed”要写成 "12-04" 的样子，先月后日。`]],
    [
      'on the 31st of a Chinese month',
      rule('{ lunar: "09-31" }'),
      [`${DAY}:5: “lunar”没有 9 月 31 日这一天，请改正。`],
    ],
    [
      'on weekday 8',
      rule('{ weekday: { month: 9, weekday: 8, nth: 3 } }'),
      [`${DAY}:5: “weekday”要写 1 到 7，1 是星期一。`],
    ],
    [
      'on the 0th weekday',
      rule('{ weekday: { month: 9, weekday: 6, nth: 0 } }'),
      [`${DAY}:5: “nth”要写 1 到 5，最后一个写 -1。`],
    ],
    [
      'on the 6th weekday',
      rule('{ weekday: { month: 9, weekday: 6, nth: 6 } }'),
      [`${DAY}:5: “nth”要写 1 到 5，最后一个写 -1。`],
    ],
    ['in the 0th week', rule('{ week: { month: 9, nth: 0 } }'), [`${DAY}:5: “nth”要写 1 到 5。`]],
    ['in month 13', rule('{ month: 13 }'), [`${DAY}:5: “month”要写 1 到 12 的月份。`]],
    [
      'on an unknown solar term',
      rule('{ solarTerm: 春天 }'),
      [`${DAY}:5: “solarTerm”要写二十四节气里的一个，例如 清明。`],
    ],
    ['with one end of a span', rule('{ span: ["06-26"] }'), [`${DAY}:5: “span”要写两个日期：[第一天, 最后一天]。`]],
    [
      'with an unknown kind of rule',
      rule('{ fixd: "06-26" }'),
      [
        `${DAY}:5: 不认识“fixd”，请删掉或改正；这里可以写：fixed、span、weekday、week、mondayWeek、weekOf、month、lunar、lunarMonth、solarTerm、announced、onWorkday。`,
      ],
    ],
    [
      'announced for another year',
      rule('\n  announced:\n    years:\n      2026: ["2027-12-01", "2027-12-07"]'),
      [`${DAY}:8: “2026”的第一天要在这一年。`],
    ],
    [
      'announced to end before it begins',
      rule('\n  announced:\n    years:\n      2026: ["2026-12-07", "2026-12-01"]'),
      [`${DAY}:8: “2026”的最后一天不能早于第一天。`],
    ],
  ])('%s is reported', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { anObservance, aStep, NO_HOLIDAYS, onItsDay } from '../../test/support/an-observance.js';
import { calendarLines } from './calendar-lines.js';
import { calendarTable } from './calendar-table.js';
import { occurrencesBetween } from './occurrences.js';

const observances = [
  anObservance(),
  anObservance({
    id: 'constitution-week',
    ref: null,
    title: '宪法宣传周',
    rule: onItsDay({
      kind: 'announced',
      expected: { from: { month: 12, day: 1 }, to: { month: 12, day: 7 } },
      years: new Map(),
    }),
    steps: [
      aStep({ step: 'quiz', anchor: 'end', body: { kind: 'quiz', quizId: 'constitution' } }),
      aStep({ step: 'open', lateUntil: { kind: 'days', days: 2 } }),
    ],
  }),
  anObservance({ id: 'family-day', title: '国际家庭日', rule: onItsDay({ kind: 'month', month: 5 }), steps: [] }),
];
const between = (from: string, to: string) =>
  occurrencesBetween(observances, Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), NO_HOLIDAYS);
const december = between('2026-12-01', '2026-12-31');

describe('the calendar as JSON lines', () => {
  it('keeps its promised shape, without ref for an office’s own observance', () => {
    expect(calendarLines(december, 'Asia/Shanghai')).toEqual([
      '{"id":"constitution-week","title":"宪法宣传周","start":"2026-12-01","end":"2026-12-07","steps":[{"step":"open","at":"2026-12-01T09:00:00+08:00"},{"step":"quiz","at":"2026-12-07T09:00:00+08:00"}]}',
      '{"id":"constitution-day","ref":"1204","title":"国家宪法日","start":"2026-12-04","end":"2026-12-04","steps":[{"step":"day","at":"2026-12-04T09:00:00+08:00"}]}',
    ]);
  });

  it('has an empty list for an observance without steps, and no line for an empty range', () => {
    expect(JSON.parse(calendarLines(between('2026-05-01', '2026-05-01'), 'Asia/Shanghai')[0] ?? '').steps).toEqual([]);
    expect(calendarLines(between('2026-07-01', '2026-07-01'), 'Asia/Shanghai')).toEqual([]);
  });

  it('writes the offset of the day in a zone with summer time', () => {
    const [, day] = calendarLines(december, 'America/New_York');
    expect(day).toContain('"at":"2026-12-04T09:00:00-05:00"');
  });
});

describe('the calendar as a table', () => {
  it('shows days, names and steps, and says which days are only the usual ones', () => {
    expect(calendarTable(december, 'Asia/Shanghai').split('\n')).toEqual([
      '开始             结束             名称',
      '2026-12-01 周二  2026-12-07 周一  宪法宣传周  constitution-week（往年日期，以当年通知为准）',
      '  2026-12-01 周二 09:00  消息  open，最迟 2026-12-03 09:00',
      '  2026-12-07 周一 09:00  答题  quiz，最迟 18:00',
      '2026-12-04 周五                   国家宪法日  constitution-day',
      '  2026-12-04 周五 09:00  消息  day，最迟 18:00',
      '',
    ]);
  });

  it('says so when there is nothing', () => {
    expect(calendarTable([], 'Asia/Shanghai')).toBe('这段日子没有普法节点。\n');
  });
});

import { Temporal } from 'temporal-polyfill';
import type { DateRule, Observance, ObservanceStep, WorkdayTable } from '../../src/content/pack.js';

/** Plain weekends only. */
export const NO_HOLIDAYS: WorkdayTable = { daysOff: new Set(), workedWeekendDays: new Set() };

/** A rule without its `onWorkday`. */
type Days<Rule> = Rule extends DateRule ? Omit<Rule, 'onWorkday'> : never;

/** A rule that stays on its own days. */
export function onItsDay(rule: Days<DateRule>): DateRule {
  return { ...rule, onWorkday: false };
}

/** A rule that moves to the next workday. */
export function onWorkday(rule: Days<DateRule>): DateRule {
  return { ...rule, onWorkday: true };
}

/** A step at 09:00 of the first day, to be sent until 18:00. */
export function aStep(changes: Partial<ObservanceStep> = {}): ObservanceStep {
  return {
    step: 'day',
    offsetDays: 0,
    anchor: 'start',
    at: Temporal.PlainTime.from('09:00'),
    lateUntil: { kind: 'time', time: Temporal.PlainTime.from('18:00') },
    body: { kind: 'text', html: '今天是<b>国家宪法日</b>。' },
    ...changes,
  };
}

/** Constitution day, 4 December, with one step. */
export function anObservance(changes: Partial<Observance> = {}): Observance {
  return {
    id: 'constitution-day',
    ref: '1204',
    title: '国家宪法日',
    en: 'National Constitution Day',
    rule: onItsDay({ kind: 'fixed', date: { month: 12, day: 4 } }),
    basis: '法治宣传教育法第13条',
    responsible: '司法行政',
    topicIds: ['const'],
    citations: [],
    written: Temporal.PlainDate.from('2026-11-01'),
    checked: Temporal.PlainDate.from('2026-11-01'),
    steps: [aStep()],
    file: 'content/observances/constitution-day.md',
    ...changes,
  };
}

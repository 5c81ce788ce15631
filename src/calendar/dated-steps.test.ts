import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anObservance, aStep, NO_HOLIDAYS, onItsDay, onWorkday } from '../../test/support/an-observance.js';
import type { DateRule, Lateness, ObservanceStep } from '../content/pack.js';
import { datedSteps } from './dated-steps.js';
import { type Occurrence, occurrencesBetween, occurrencesOf } from './occurrences.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const until = (text: string): Lateness => ({ kind: 'time', time: time(text) });
const daysLate = (days: number): Lateness => ({ kind: 'days', days });
const on = (month: number, dayOfMonth: number) => ({ month, day: dayOfMonth });

function occurrence(first: string, last: string, steps: ObservanceStep[]): Occurrence {
  const observance = anObservance({ steps });
  return { observance, year: day(first).year, first: day(first), last: day(last) };
}

function only(first: string, last: string, step: Partial<ObservanceStep>, zone = 'Asia/Shanghai') {
  const [dated] = datedSteps(occurrence(first, last, [aStep(step)]), zone);
  if (!dated) throw new Error('the step got lost');
  return dated;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a dated step', () => {
  it('says which step of which year it is, and what it says', () => {
    expect(only('2026-12-04', '2026-12-04', {})).toMatchObject({
      observanceId: 'constitution-day',
      year: 2026,
      step: 'day',
      slot: 'constitution-day/2026/day',
      body: { kind: 'text', html: '今天是<b>国家宪法日</b>。' },
    });
  });

  it.each<[string, Partial<ObservanceStep>, string, string, string]>([
    ['on the first day', {}, '2026-12-01', '2026-12-01T01:00:00Z', '2026-12-01T10:00:00Z'],
    ['a week before', { offsetDays: -7 }, '2026-11-24', '2026-11-24T01:00:00Z', '2026-11-24T10:00:00Z'],
    ['on the last day', { anchor: 'end' }, '2026-12-07', '2026-12-07T01:00:00Z', '2026-12-07T10:00:00Z'],
    [
      'over New Year, after the last day',
      { anchor: 'end', offsetDays: 25 },
      '2027-01-01',
      '2027-01-01T01:00:00Z',
      '2027-01-01T10:00:00Z',
    ],
    [
      'early in the day, the evening before in UTC',
      { at: time('07:30') },
      '2026-12-01',
      '2026-11-30T23:30:00Z',
      '2026-12-01T10:00:00Z',
    ],
    ['late by days', { lateUntil: daysLate(2) }, '2026-12-01', '2026-12-01T01:00:00Z', '2026-12-03T01:00:00Z'],
    [
      'with a limit before its time: ten minutes',
      { lateUntil: until('08:00') },
      '2026-12-01',
      '2026-12-01T01:00:00Z',
      '2026-12-01T01:10:00Z',
    ],
    [
      'with no lateness: ten minutes',
      { lateUntil: daysLate(0) },
      '2026-12-01',
      '2026-12-01T01:00:00Z',
      '2026-12-01T01:10:00Z',
    ],
  ])('is due %s', (_name, step, dueDay, dueAt, sendLateUntil) => {
    const dated = only('2026-12-01', '2026-12-07', step);
    expect(dated.dueDay.toString()).toBe(dueDay);
    expect(dated.dueAt).toEqual(new Date(dueAt));
    expect(dated.sendLateUntil).toEqual(new Date(sendLateUntil));
  });

  it.each<[string, string, Partial<ObservanceStep>, string, string]>([
    ['before the change', '2026-03-28', {}, '2026-03-28T08:00:00Z', '2026-03-28T17:00:00Z'],
    ['on the day of the change', '2026-03-29', {}, '2026-03-29T07:00:00Z', '2026-03-29T16:00:00Z'],
    [
      'a lateness of a day of 23 hours',
      '2026-03-28',
      { lateUntil: daysLate(1) },
      '2026-03-28T08:00:00Z',
      '2026-03-29T07:00:00Z',
    ],
    [
      'a skipped due time, whose limit it would leap over',
      '2026-03-29',
      { at: time('02:30'), lateUntil: until('03:00') },
      '2026-03-29T01:30:00Z',
      '2026-03-29T01:40:00Z',
    ],
  ])('keeps the wall clock of a zone with summer time: %s', (_name, date, step, dueAt, sendLateUntil) => {
    const dated = only(date, date, step, 'Europe/Berlin');
    expect(dated.dueAt).toEqual(new Date(dueAt));
    expect(dated.sendLateUntil).toEqual(new Date(sendLateUntil));
  });

  it('stands in the order in which it is due', () => {
    const steps = [
      aStep({ step: 'after', offsetDays: 1 }),
      aStep({ step: 'evening', at: time('19:00') }),
      aStep({ step: 'before', offsetDays: -1 }),
      aStep({ step: 'day' }),
    ];
    const dated = datedSteps(occurrence('2026-12-04', '2026-12-04', steps), 'Asia/Shanghai');
    expect(dated.map(({ step }) => step)).toEqual(['before', 'day', 'evening', 'after']);
  });
});

/** Every kind of rule, each with days in every year. */
const RULES: [name: string, rule: Parameters<typeof onItsDay>[0]][] = [
  ['fixed', { kind: 'fixed', date: on(12, 4) }],
  ['fixed on the last day', { kind: 'fixed', date: on(12, 31) }],
  ['span', { kind: 'span', from: on(4, 25), to: on(5, 1) }],
  ['span over New Year', { kind: 'span', from: on(12, 20), to: on(1, 10) }],
  ['weekday', { kind: 'weekday', month: 9, weekday: 6, nth: 3 }],
  ['last weekday', { kind: 'weekday', month: 3, weekday: 1, nth: -1 }],
  ['week', { kind: 'week', month: 9, nth: 3 }],
  ['first week of the year', { kind: 'week', month: 1, nth: 1 }],
  ['mondayWeek', { kind: 'mondayWeek', month: 3, nth: 1 }],
  ['weekOf', { kind: 'weekOf', date: on(5, 15) }],
  ['month', { kind: 'month', month: 2 }],
  ['lunar', { kind: 'lunar', date: on(9, 9) }],
  ['lunar in the twelfth month', { kind: 'lunar', date: on(12, 8) }],
  ['lunar at the end of the eleventh month', { kind: 'lunar', date: on(11, 29) }],
  ['lunarMonth', { kind: 'lunarMonth', date: on(9, 9) }],
  ['solarTerm', { kind: 'solarTerm', term: '冬至' }],
  ['announced', { kind: 'announced', expected: { from: on(12, 1), to: on(12, 7) }, years: new Map() }],
];

const STEPS = [
  aStep({ step: 'warm-up', offsetDays: -14, lateUntil: daysLate(3) }),
  aStep({ step: 'eve', offsetDays: -1, at: time('23:59'), lateUntil: daysLate(1) }),
  aStep({ step: 'midnight', at: time('00:00'), lateUntil: until('00:01') }),
  aStep({ step: 'day' }),
  aStep({ step: 'close', anchor: 'end', at: time('18:00'), lateUntil: until('21:00') }),
  aStep({ step: 'review', anchor: 'end', offsetDays: 7 }),
];

const YEARS = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035];

function stepsOfTenYears(rule: DateRule, zone: string) {
  const observance = anObservance({ rule, steps: STEPS });
  return YEARS.flatMap((year) => {
    const found = occurrencesOf(rule, year, NO_HOLIDAYS);
    return found ? datedSteps({ observance, year, ...found }, zone) : [];
  });
}

describe.each(['Asia/Shanghai', 'America/New_York', 'UTC'])('over ten years in %s', (zone) => {
  it.each(
    RULES.flatMap(([name, rule]) => [
      { name, rule: onItsDay(rule) },
      { name: `${name}, moved to a workday`, rule: onWorkday(rule) },
    ]),
  )('every step is due once a year, near its year, and has time to be sent: $name', ({ rule }) => {
    const steps = stepsOfTenYears(rule, zone);
    expect(steps).toHaveLength(YEARS.length * STEPS.length);
    expect(new Set(steps.map(({ slot }) => slot)).size).toBe(steps.length);
    for (const step of STEPS) {
      const dueAts = steps.filter((dated) => dated.step === step.step).map(({ dueAt }) => dueAt.getTime());
      expect(dueAts).toEqual([...new Set(dueAts)].sort((one, other) => one - other));
    }
    for (const { year, dueAt, sendLateUntil } of steps) {
      expect(dueAt.getTime()).toBeGreaterThan(Date.UTC(year - 1, 11, 1));
      expect(dueAt.getTime()).toBeLessThan(Date.UTC(year + 1, 1, 1));
      const latenessMs = sendLateUntil.getTime() - dueAt.getTime();
      expect(latenessMs).toBeGreaterThanOrEqual(60_000);
      expect(latenessMs).toBeLessThanOrEqual((3 * 24 + 1) * 3_600_000);
    }
  });
});

it('finds the same occurrences year by year and over the whole range', () => {
  const observances = RULES.map(([id, rule]) => anObservance({ id, rule: onItsDay(rule) }));
  const slots = (from: string, to: string) =>
    occurrencesBetween(observances, day(from), day(to), NO_HOLIDAYS).map(
      ({ observance, year }) => `${observance.id}/${year}`,
    );
  const yearly = YEARS.flatMap((year) => slots(`${year}-01-01`, `${year}-12-31`));
  const whole = slots('2026-01-01', '2035-12-31');
  expect(new Set(whole).size).toBe(whole.length);
  expect(new Set(yearly)).toEqual(new Set(whole));
});

it('gives the same instants whatever zone the host is in', () => {
  const instants = (hostZone: string) => {
    vi.stubEnv('TZ', hostZone);
    // The stub reaches the engine: else this test would compare a thing with itself.
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(
      { 'America/New_York': 300, UTC: 0, 'Asia/Shanghai': -480 }[hostZone],
    );
    return RULES.flatMap(([, rule]) => stepsOfTenYears(onItsDay(rule), 'Asia/Shanghai')).map(
      ({ slot, dueAt, sendLateUntil, dueDay }) =>
        `${slot} ${dueDay} ${dueAt.toISOString()} ${sendLateUntil.toISOString()}`,
    );
  };
  const atHome = instants('Asia/Shanghai');
  expect(instants('America/New_York')).toEqual(atHome);
  expect(instants('UTC')).toEqual(atHome);
});

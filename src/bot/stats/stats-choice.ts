import { Temporal } from 'temporal-polyfill';
import { namedPeriod, PERIOD_NAMES, type PeriodName } from '../../reach/period.js';
import type { DateSpan } from '../../time/date-span.js';

/** What a statistics button asks for: days, and a unit. */
export interface StatsChoice {
  /** a named period moves with the day on which it is pressed, chosen days stay */
  period: PeriodName | DateSpan;
  /** null: all units of whoever presses */
  unitId: string | null;
}

const LETTERS: Record<PeriodName, string> = { today: 'd', week: 'w', month: 'm', year: 'y' };
const EPOCH = Temporal.PlainDate.from('2000-01-01');

/**
 * The choice as an id of a button, `m`, `m-chunfeng` or `79k00n-chunfeng`: so short that a unit's id always fits
 * beside it. Chosen days are two numbers of three digits to the base of 36: first day since 2000, and how many follow.
 */
export function choiceId({ period, unitId }: StatsChoice): string {
  const days = typeof period === 'string' ? LETTERS[period] : spanId(period);
  return unitId === null ? days : `${days}-${unitId}`;
}

/** @returns null for an id that `choiceId` never made */
export function readChoiceId(id: string): StatsChoice | null {
  const match = /^([dwmy]|[0-9a-z]{6})(?:-([a-z0-9-]+))?$/.exec(id);
  if (!match) return null;
  const days = match[1] ?? '';
  const period = PERIOD_NAMES.find((name) => LETTERS[name] === days) ?? readSpanId(days);
  return { period, unitId: match[2] ?? null };
}

/** The days that are meant when it is pressed today. */
export function daysOf({ period }: StatsChoice, today: Temporal.PlainDate): DateSpan {
  return typeof period === 'string' ? namedPeriod(period, today) : period;
}

function spanId({ first, last }: DateSpan): string {
  const digits = (number: number) => number.toString(36).padStart(3, '0');
  return digits(EPOCH.until(first).days) + digits(first.until(last).days);
}

function readSpanId(id: string): DateSpan {
  const first = EPOCH.add({ days: Number.parseInt(id.slice(0, 3), 36) });
  return { first, last: first.add({ days: Number.parseInt(id.slice(3), 36) }) };
}

import type { Temporal } from 'temporal-polyfill';
import type { Observance, ObservanceStep, StepBody } from '../content/pack.js';
import { instantAt } from '../time/zone.js';
import type { Occurrence } from './occurrences.js';

/** One step of one occurrence with its instants. */
export interface DatedStep {
  observanceId: string;
  observance: Observance;
  year: number;
  step: string;
  /** `constitution-day/2026/day`: names this step of this year for good */
  slot: string;
  dueAt: Date;
  /** after this instant the step is no longer sent; always later than `dueAt` */
  sendLateUntil: Date;
  /** the civil date of `dueAt` in the programme's zone */
  dueDay: Temporal.PlainDate;
  body: StepBody;
}

/** What a step keeps whose lateness limit is not after its due time: enough for the tick that sends it. */
const LEAST_LATENESS_MS = 10 * 60_000;

/** The steps of an occurrence with their instants in the zone, in the order in which they are due. */
export function datedSteps(occurrence: Occurrence, timeZone: string): DatedStep[] {
  return occurrence.observance.steps
    .map((step) => dateStep(step, occurrence, timeZone))
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

function dateStep(step: ObservanceStep, occurrence: Occurrence, timeZone: string): DatedStep {
  const { observance, year } = occurrence;
  const anchor = step.anchor === 'start' ? occurrence.first : occurrence.last;
  const dueDay = anchor.add({ days: step.offsetDays });
  const dueAt = instantAt(dueDay, step.at, timeZone);
  return {
    observanceId: observance.id,
    observance,
    year,
    step: step.step,
    slot: `${observance.id}/${year}/${step.step}`,
    dueAt,
    sendLateUntil: latenessLimit(step, dueDay, dueAt, timeZone),
    dueDay,
    body: step.body,
  };
}

/**
 * A time of the due day, or the due time of day some days later. The content check refuses a limit that is not after
 * the due time; a clock change can still bring one about (02:30 that becomes 03:30, with a limit of 03:00), and such a
 * step must not fall out unsent.
 */
function latenessLimit(step: ObservanceStep, dueDay: Temporal.PlainDate, dueAt: Date, timeZone: string): Date {
  const { lateUntil } = step;
  const limit =
    lateUntil.kind === 'time'
      ? instantAt(dueDay, lateUntil.time, timeZone)
      : instantAt(dueDay.add({ days: lateUntil.days }), step.at, timeZone);
  return limit > dueAt ? limit : new Date(dueAt.getTime() + LEAST_LATENESS_MS);
}

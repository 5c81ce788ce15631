import { Temporal } from 'temporal-polyfill';
import type { ContentPack } from '../content/pack.js';
import { type DatedStep, datedSteps } from './dated-steps.js';
import { occurrencesBetween } from './occurrences.js';

/** How far a step may lie from its occurrence, in days. */
const STEP_REACH_DAYS = 60;

/** The steps due on these days (both included), whatever occurrence they belong to, in the order in which they are due. */
export function stepsBetween(
  pack: Pick<ContentPack, 'observances' | 'workdays'>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  timeZone: string,
): DatedStep[] {
  const reach = { days: STEP_REACH_DAYS };
  return occurrencesBetween(pack.observances, from.subtract(reach), to.add(reach), pack.workdays)
    .flatMap((occurrence) => datedSteps(occurrence, timeZone))
    .filter(
      ({ dueDay }) => Temporal.PlainDate.compare(dueDay, from) >= 0 && Temporal.PlainDate.compare(dueDay, to) <= 0,
    )
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

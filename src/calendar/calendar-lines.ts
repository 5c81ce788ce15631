import { isoInZone } from '../time/zone.js';
import { datedSteps } from './dated-steps.js';
import type { Occurrence } from './occurrences.js';

/**
 * What `pufa calendar --json` prints: one JSON line per occurrence, in the order given, without line ends. A promise to
 * other people's scripts: add keys, never change one.
 */
export function calendarLines(occurrences: Occurrence[], timeZone: string): string[] {
  return occurrences.map((occurrence) => {
    const { observance, first, last } = occurrence;
    return JSON.stringify({
      id: observance.id,
      ...(observance.ref === null ? {} : { ref: observance.ref }),
      title: observance.title,
      start: first.toString(),
      end: last.toString(),
      steps: datedSteps(occurrence, timeZone).map(({ step, dueAt }) => ({ step, at: isoInZone(dueAt, timeZone) })),
    });
  });
}

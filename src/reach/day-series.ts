import type { DateSpan } from '../time/date-span.js';
import type { DayFacts } from './reach-facts.js';

/** A row for every day of the span, in order; days on which nothing happened are zero. */
export function daySeries(facts: DayFacts[], span: DateSpan): DayFacts[] {
  const byDay = new Map(facts.map((row) => [row.day, row]));
  const length = span.first.until(span.last).days + 1;
  return Array.from({ length }, (_row, i) => {
    const day = span.first.add({ days: i }).toString();
    return byDay.get(day) ?? { day, toGroups: 0, toPeople: 0, questions: 0 };
  });
}

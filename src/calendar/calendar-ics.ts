import type { Temporal } from 'temporal-polyfill';
import { isOnlyExpected } from './announced-days.js';
import { type DatedStep, datedSteps } from './dated-steps.js';
import { foldIcsLine, icsText } from './ics-line.js';
import type { Occurrence } from './occurrences.js';

/**
 * What `pufa calendar --ics` prints: an iCalendar file (RFC 5545) with an all-day event per occurrence and a moment per
 * step. Its UIDs stay the same over the years and over changes of dates, so that a calendar which reads the file again
 * moves its events instead of doubling them. Instants are in UTC: every calendar shows them in its owner's zone, and no
 * time zone table is needed.
 * @param timeZone  the programme's zone, in which the steps are timed
 * @param writtenAt the file's DTSTAMP
 */
export function calendarIcs(occurrences: Occurrence[], timeZone: string, writtenAt: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pufa//Pufa calendar//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${icsText('普法日历')}`,
    ...occurrences.flatMap((occurrence) => [
      ...occurrenceEvent(occurrence, writtenAt),
      ...datedSteps(occurrence, timeZone).flatMap((step) => stepEvent(step, writtenAt)),
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldIcsLine(line)}\r\n`).join('');
}

function occurrenceEvent({ observance, year, first, last }: Occurrence, writtenAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${observance.id}/${year}@pufa`,
    `DTSTAMP:${icsInstant(writtenAt)}`,
    `DTSTART;VALUE=DATE:${icsDate(first)}`,
    // RFC 5545 §3.6.1: the end is the first day that no longer belongs to the event.
    `DTEND;VALUE=DATE:${icsDate(last.add({ days: 1 }))}`,
    `SUMMARY:${icsText(observance.title)}`,
    `DESCRIPTION:${icsText(`依据：${observance.basis}\n牵头：${observance.responsible}`)}`,
    `STATUS:${isOnlyExpected(observance.rule, year) ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A moment: an event with a start and no end (RFC 5545 §3.6.1). */
function stepEvent(step: DatedStep, writtenAt: Date): string[] {
  const kind = step.body.kind === 'quiz' ? '答题' : '消息';
  return [
    'BEGIN:VEVENT',
    `UID:${step.slot}@pufa`,
    `DTSTAMP:${icsInstant(writtenAt)}`,
    `DTSTART:${icsInstant(step.dueAt)}`,
    `SUMMARY:${icsText(`普法${kind}：${step.observance.title}（${step.step}）`)}`,
    `STATUS:${isOnlyExpected(step.observance.rule, step.year) ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function icsDate(date: Temporal.PlainDate): string {
  return date.toString().replaceAll('-', '');
}

function icsInstant(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

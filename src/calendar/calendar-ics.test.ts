import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { anObservance, aStep, NO_HOLIDAYS, onItsDay } from '../../test/support/an-observance.js';
import { calendarIcs } from './calendar-ics.js';
import { occurrencesBetween } from './occurrences.js';

const WRITTEN_AT = new Date('2026-11-23T06:00:00.123Z');

function ics(observances: ReturnType<typeof anObservance>[], writtenAt = WRITTEN_AT) {
  const [from, to] = ['2026-12-01', '2026-12-31'].map((day) => Temporal.PlainDate.from(day));
  if (!from || !to) throw new Error('no range');
  return calendarIcs(occurrencesBetween(observances, from, to, NO_HOLIDAYS), 'Asia/Shanghai', writtenAt);
}

describe('the calendar as an iCalendar file', () => {
  it('has an all-day event for the occurrence and a moment for its step', () => {
    expect(ics([anObservance()]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Pufa//Pufa calendar//ZH',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:普法日历',
      'BEGIN:VEVENT',
      'UID:constitution-day/2026@pufa',
      'DTSTAMP:20261123T060000Z',
      'DTSTART;VALUE=DATE:20261204',
      'DTEND;VALUE=DATE:20261205',
      'SUMMARY:国家宪法日',
      'DESCRIPTION:依据：法治宣传教育法第13条\\n牵头：司法行政',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:constitution-day/2026/day@pufa',
      'DTSTAMP:20261123T060000Z',
      'DTSTART:20261204T010000Z',
      'SUMMARY:普法消息：国家宪法日（day）',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('ends a month on the first of the next, over New Year too', () => {
    const month = anObservance({ rule: onItsDay({ kind: 'month', month: 12 }), steps: [] });
    expect(ics([month])).toContain('DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20270101\r\n');
  });

  it('ends every line with CR LF and keeps every line within 75 octets, whatever the title', () => {
    const title = '“美好生活，民法典相伴”；'.repeat(12);
    const file = ics([anObservance({ title, basis: 'a,b;c\\d\n'.repeat(30), steps: [aStep(), aStep({ step: 'b' })] })]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });

  it('keeps its UIDs from one writing to the next and gives none twice', () => {
    const uids = (file: string) => file.match(/^UID:.*$/gm);
    const two = [anObservance({ steps: [aStep(), aStep({ step: 'eve', offsetDays: -1 })] }), anObservance({ id: 'x' })];
    const first = uids(ics(two));
    expect(uids(ics(two, new Date('2027-01-01T00:00:00Z')))).toEqual(first);
    expect(new Set(first).size).toBe(5);
  });

  it('marks the days that a notice has yet to set as tentative', () => {
    const expected = { from: { month: 12, day: 1 }, to: { month: 12, day: 7 } };
    const week = anObservance({ rule: onItsDay({ kind: 'announced', expected, years: new Map() }) });
    expect(ics([week]).match(/STATUS:\w+/g)).toEqual(['STATUS:TENTATIVE', 'STATUS:TENTATIVE']);
  });

  it('is a calendar without events where there are none', () => {
    expect(ics([])).not.toContain('VEVENT');
  });
});

import type { Temporal } from 'temporal-polyfill';
import { weekdayName } from '../time/weekday-name.js';
import { zonedAt } from '../time/zone.js';
import { isOnlyExpected } from './announced-days.js';
import { type DatedStep, datedSteps } from './dated-steps.js';
import type { Occurrence } from './occurrences.js';

/** `2026-12-04 周五` takes 15 cells of a terminal; a Chinese character takes two. */
const BLANK_DAY = ' '.repeat(15);

/**
 * What `pufa calendar` prints for people: a line per occurrence with first day, last day and name, and below it a line
 * per step. Names stand last, so the columns stay straight whatever their width. Ends with a line end.
 */
export function calendarTable(occurrences: Occurrence[], timeZone: string): string {
  if (occurrences.length === 0) return '这段日子没有普法节点。\n';
  const heading = `开始${' '.repeat(13)}结束${' '.repeat(13)}名称`;
  const lines = occurrences.flatMap((occurrence) => [
    occurrenceLine(occurrence),
    ...datedSteps(occurrence, timeZone).map((step) => stepLine(step, timeZone)),
  ]);
  return `${[heading, ...lines].join('\n')}\n`;
}

function occurrenceLine({ observance, year, first, last }: Occurrence): string {
  const end = first.equals(last) ? BLANK_DAY : dayText(last);
  const doubt = isOnlyExpected(observance.rule, year) ? '（往年日期，以当年通知为准）' : '';
  return `${dayText(first)}  ${end}  ${observance.title}  ${observance.id}${doubt}`;
}

function stepLine(step: DatedStep, timeZone: string): string {
  const due = zonedAt(step.dueAt, timeZone).toPlainTime();
  const limit = zonedAt(step.sendLateUntil, timeZone);
  const limitTime = clockText(limit.toPlainTime());
  const limitText = limit.toPlainDate().equals(step.dueDay) ? limitTime : `${limit.toPlainDate()} ${limitTime}`;
  const kind = step.body.kind === 'quiz' ? '答题' : '消息';
  return `  ${dayText(step.dueDay)} ${clockText(due)}  ${kind}  ${step.step}，最迟 ${limitText}`;
}

function dayText(date: Temporal.PlainDate): string {
  return `${date} ${weekdayName(date)}`;
}

function clockText(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

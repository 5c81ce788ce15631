import { Temporal } from 'temporal-polyfill';
import { type DateSpan, monthOf, singleDay, weekOf } from '../time/date-span.js';
import { lastDays, namedPeriod } from './period.js';

const MAX_YEARS = 10;
/** No range of days is written longer; what is tried for every separator stays cheap. */
const MAX_CHARACTERS = 60;

export type PeriodFault =
  /** not understood as days at all */
  | 'unclear'
  /** such as 31 February */
  | 'no-such-day'
  | 'reversed'
  | 'future'
  /** longer than ten years */
  | 'too-long';

export type PeriodRead = { kind: 'period'; span: DateSpan } | { kind: 'fault'; fault: PeriodFault };

/** One side of a range as written; what was left out is null. */
interface Part {
  year: number | null;
  month: number | null;
  day: number | null;
}

const WORDS = new Map<string, (today: Temporal.PlainDate) => DateSpan>([
  ['今天', singleDay],
  ['昨天', (today) => singleDay(today.subtract({ days: 1 }))],
  ['前天', (today) => singleDay(today.subtract({ days: 2 }))],
  ['本周', (today) => namedPeriod('week', today)],
  ['上周', (today) => weekOf(today.subtract({ weeks: 1 }))],
  ['本月', (today) => namedPeriod('month', today)],
  ['上月', (today) => monthOf(today.subtract({ months: 1 }))],
  ['今年', (today) => namedPeriod('year', today)],
  ['去年', (today) => yearOf(today.year - 1)],
  ['前年', (today) => yearOf(today.year - 2)],
]);

/** Other ways to say the same. */
const SYNONYMS: [RegExp, string][] = [
  [/^(today)$/, '今天'],
  [/^(yesterday|昨日)$/, '昨天'],
  [/^(这周|这个?星期|本星期|这个?礼拜|thisweek)$/, '本周'],
  [/^(上个?星期|上个?礼拜|lastweek)$/, '上周'],
  [/^(这个?月|当月|thismonth)$/, '本月'],
  [/^(上个月|lastmonth)$/, '上月'],
  [/^(本年|本年度|thisyear)$/, '今年'],
  [/^(上年|上一年|上年度|lastyear)$/, '去年'],
];

const YEAR = String.raw`(?<y>2\d{3})年?`;
const MONTH = String.raw`(?:(?<y>2\d{3})\s*[-./年]\s*)?(?<m>\d{1,2})\s*月份?`;
const MONTH_IN_DIGITS = String.raw`(?<y>2\d{3})\s*[-./]\s*(?<m>\d{1,2})`;
const DAY = String.raw`(?:(?<y>2\d{3})\s*[-./年]\s*)?(?<m>\d{1,2})\s*[-./月]\s*(?<d>\d{1,2})\s*[日号]?`;
const DAY_ONLY = String.raw`(?<d>\d{1,2})\s*[日号]`;
const DAY_IN_DIGITS = String.raw`(?<y>2\d{3})(?<m>\d{2})(?<d>\d{2})`;
const PARTS = [YEAR, MONTH, MONTH_IN_DIGITS, DAY, DAY_IN_DIGITS, DAY_ONLY].map((form) => new RegExp(`^${form}$`));

/** Between the two sides; a hyphen also stands inside dates, so every place is tried. */
const SEPARATOR = /\s*(?:到|至|~|--|—+|–|-|to|\s)\s*/g;

/**
 * Days that somebody typed: two dates, a month, a year, or words such as 上个月. A month or year that is under way ends
 * today. A year that was left out is this one, or the last where this one's has not begun.
 * @param today civil date in the programme's zone
 */
export function readPeriod(text: string, today: Temporal.PlainDate): PeriodRead {
  if (text.length > MAX_CHARACTERS) return fault('unclear');
  const words = text.normalize('NFKC').trim().replace(/^从/, '');
  const compact = words.toLowerCase().replace(/\s+/g, '');
  const word = WORDS.get(SYNONYMS.find(([said]) => said.test(compact))?.[1] ?? compact);
  if (word) return { kind: 'period', span: word(today) };
  const recent = /^(?:最近|近|过去)(\d{1,4})[天日]$/.exec(compact)?.[1];
  if (recent) return Number(recent) > 0 ? checked(lastDays(Number(recent), today), today) : fault('unclear');

  const single = readPart(words);
  if (single) return spanOf(single, single, today);
  for (const match of words.matchAll(SEPARATOR)) {
    const left = words.slice(0, match.index).trim();
    const rest = words.slice(match.index + match[0].length).trim();
    const last = /^(?:今天|现在|today|now)$/i.test(rest) ? partOf(today) : readPart(rest);
    // 3到5月: a bare number in front of a month is one.
    const bare = last?.day === null && last.month !== null && /^\d{1,2}$/.test(left);
    const first = bare ? readPart(`${left}月`) : readPart(left);
    if (first && last) return spanOf(first, last, today);
  }
  return fault('unclear');
}

function readPart(text: string): Part | null {
  for (const form of PARTS) {
    const found = form.exec(text.trim())?.groups;
    if (!found) continue;
    const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
    return { year: number(found.y), month: number(found.m), day: number(found.d) };
  }
  return null;
}

function spanOf(first: Part, last: Part, today: Temporal.PlainDate): PeriodRead {
  // A day alone, as in 11月1日到24日, is in the month of the other side; on the left it is in no month at all.
  if (first.month === null && first.day !== null) return fault('unclear');
  const end = { ...last, month: last.month ?? (last.day === null ? null : first.month) };
  const noYears = first.year === null && end.year === null;
  // 11月到3月: only without years, and only where the months run backwards, does a range cross New Year.
  const yearsLater = noYears && (first.month ?? 0) > (end.month ?? 12) ? 1 : 0;
  const inYear = (year: number) => ({
    first: firstDay({ ...first, year }),
    endBegins: firstDay({ ...end, year: end.year ?? year + yearsLater }),
    last: lastDay({ ...end, year: end.year ?? year + yearsLater }),
  });
  const year = first.year ?? end.year ?? today.year;
  let span = inYear(year);
  const begun = !isAfter(span.first ?? today, today) && (yearsLater === 0 || !isAfter(span.endBegins ?? today, today));
  if (noYears && !begun) span = inYear(year - 1);
  if (span.first === null || span.last === null) return fault('no-such-day');
  return checked({ first: span.first, last: span.last }, today, last.day === null);
}

/** @param whole the end was written as a month or a year, so that it ends today while it is under way */
function checked(span: DateSpan, today: Temporal.PlainDate, whole = false): PeriodRead {
  const { first, last } = span;
  if (isAfter(first, last)) return fault('reversed');
  if (isAfter(first, today) || (isAfter(last, today) && !whole)) return fault('future');
  const until = isAfter(last, today) ? today : last;
  if (!isAfter(first.add({ years: MAX_YEARS }), until)) return fault('too-long');
  return { kind: 'period', span: { first, last: until } };
}

function firstDay({ year, month, day }: Part): Temporal.PlainDate | null {
  return civilDay(year ?? 0, month ?? 1, day ?? 1);
}

function lastDay(part: Part): Temporal.PlainDate | null {
  const first = firstDay(part);
  if (first === null || part.day !== null) return first;
  return part.month === null ? yearOf(first.year).last : monthOf(first).last;
}

function civilDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function yearOf(year: number): DateSpan {
  return { first: new Temporal.PlainDate(year, 1, 1), last: new Temporal.PlainDate(year, 12, 31) };
}

function partOf(date: Temporal.PlainDate): Part {
  return { year: date.year, month: date.month, day: date.day };
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

function fault(kind: PeriodFault): PeriodRead {
  return { kind: 'fault', fault: kind };
}

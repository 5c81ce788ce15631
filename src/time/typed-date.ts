import { Temporal } from 'temporal-polyfill';

/** A civil day as a person typed it, or why it is none. */
export type TypedDay = { day: Temporal.PlainDate } | { problem: 'unreadable' | 'no-such-day' };

/** A map, because "constructor" and the like would be found in a plain object. */
const WORDS = new Map(
  Object.entries({
    ...{ 前天: -2, 昨天: -1, 昨日: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2 },
    ...{ yesterday: -1, today: 0, tomorrow: 1 },
  }),
);

/**
 * Reads a day: 今天, 明天, 12月4日, 12-4, 12.4, 12/4, 4号, 2026-12-04, 2026年12月4日, also in full-width digits.
 * @param lean where a day without a year is looked for: `future` takes the next one from today on, `past` the last one up to today
 */
export function readDay(text: string, today: Temporal.PlainDate, lean: 'past' | 'future'): TypedDay {
  const plain = text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, '');
  const ahead = WORDS.get(plain);
  if (ahead !== undefined) return { day: today.add({ days: ahead }) };
  const full = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain);
  if (full) return existing(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(plain);
  if (short) {
    const [month, day] = [Number(short[1]), Number(short[2])];
    return nearest(
      [-1, 0, 1].map((years) => existing(today.year + years, month, day)),
      today,
      lean,
    );
  }
  const dayOnly = /^(\d{1,2})[日号]$/.exec(plain);
  if (!dayOnly) return { problem: 'unreadable' };
  const months = [-1, 0, 1].map((by) => today.with({ day: 1 }).add({ months: by }));
  return nearest(
    months.map(({ year, month }) => existing(year, month, Number(dayOnly[1]))),
    today,
    lean,
  );
}

/** A clock time: 9:30, 9点半, 下午3点, 15：00, 9点5分. @returns null when it is none */
export function readClockTime(text: string): Temporal.PlainTime | null {
  const plain = text.normalize('NFKC').trim().replaceAll(/\s+/g, '');
  const match = /^(早上|上午|早|中午|下午|晚上|晚)?(\d{1,2})(?:[:点时](半|\d{1,2})?分?|整)?$/.exec(plain);
  if (!match || !/[:点时整]/.test(plain)) return null;
  const hour = Number(match[2]);
  const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0);
  const isAfternoon = /下午|晚/.test(match[1] ?? '') || (match[1] === '中午' && hour < 11);
  const civilHour = isAfternoon && hour < 12 ? hour + 12 : hour;
  return civilHour > 23 || minute > 59 ? null : new Temporal.PlainTime(civilHour, minute);
}

/** Splits `12月4日 9:30` into its day and its clock time; null where there is no time at the end. */
export function splitDayAndTime(text: string): { day: string; time: Temporal.PlainTime } | null {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(.*?)[\s,，]*((?:早上|上午|早|中午|下午|晚上|晚)?\s*\d{1,2}\s*(?:[:点时]\s*(?:半|\d{1,2})?\s*分?|整))$/.exec(
      plain,
    );
  const time = match && readClockTime(match[2] ?? '');
  return match && time ? { day: match[1] ?? '', time } : null;
}

function existing(year: number, month: number, day: number): TypedDay {
  try {
    return { day: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) };
  } catch {
    return { problem: 'no-such-day' };
  }
}

function nearest(found: TypedDay[], today: Temporal.PlainDate, lean: 'past' | 'future'): TypedDay {
  const days = found.flatMap((one) => ('day' in one ? [one.day] : []));
  const fitting = days.filter((day) => {
    const order = Temporal.PlainDate.compare(day, today);
    return lean === 'future' ? order >= 0 : order <= 0;
  });
  const day = lean === 'future' ? fitting[0] : fitting.at(-1);
  return day ? { day } : { problem: 'no-such-day' };
}

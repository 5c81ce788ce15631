import type { Temporal } from 'temporal-polyfill';

/** The Chinese short name of the date's weekday: `周一` … `周日`. */
export function weekdayName(date: Temporal.PlainDate): string {
  return `周${'一二三四五六日'.charAt(date.dayOfWeek - 1)}`;
}

import type { Temporal } from 'temporal-polyfill';
import { weekdayName } from './weekday-name.js';

/** A day as it is read out: `2026年11月30日（周一）`. */
export function chineseDate(date: Temporal.PlainDate): string {
  return `${date.year}年${date.month}月${date.day}日（${weekdayName(date)}）`;
}

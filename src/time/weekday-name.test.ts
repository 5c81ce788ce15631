import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { weekdayName } from './weekday-name.js';

it('names the days of a week in Chinese', () => {
  const monday = Temporal.PlainDate.from('2026-11-30');
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => weekdayName(monday.add({ days })));
  expect(week).toEqual(['周一', '周二', '周三', '周四', '周五', '周六', '周日']);
});

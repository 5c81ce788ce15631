import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { daySeries } from './day-series.js';

it('gives every day a row, zero where nothing happened, over the end of a month', () => {
  const span = { first: Temporal.PlainDate.from('2026-02-27'), last: Temporal.PlainDate.from('2026-03-02') };
  const rows = daySeries([{ day: '2026-03-01', toGroups: 2, toPeople: 3, questions: 4 }], span);
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '2026-02-27 0 0 0',
    '2026-02-28 0 0 0',
    '2026-03-01 2 3 4',
    '2026-03-02 0 0 0',
  ]);
});

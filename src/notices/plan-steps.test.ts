import { describe, expect, it } from 'vitest';
import { planSteps } from './plan-steps.js';

const at = (text: string) => new Date(`${text}:00+08:00`);
const step = {
  slot: 'constitution-day/2026/day',
  dueAt: at('2026-12-04T09:00'),
  sendLateUntil: at('2026-12-04T21:00'),
};
const began = at('2026-11-01T00:00');

const rows: [name: string, now: string, handled: string[], beganAt: Date, release: number, skip: number][] = [
  ['a minute early nothing happens', '2026-12-04T08:59', [], began, 0, 0],
  ['at its minute it is released', '2026-12-04T09:00', [], began, 1, 0],
  ['after sleeping over it, it is released late', '2026-12-04T15:01', [], began, 1, 0],
  ['at the last moment it is still released', '2026-12-04T21:00', [], began, 1, 0],
  ['a minute past its limit it is skipped', '2026-12-04T21:01', [], began, 0, 1],
  ['days later it is skipped, not sent', '2026-12-09T09:00', [], began, 0, 1],
  ['what has a notice is not touched again', '2026-12-04T09:00', [step.slot], began, 0, 0],
  ['what was skipped is not skipped again', '2026-12-09T09:00', [step.slot], began, 0, 0],
  ['what lay before the programme began is left alone', '2026-12-04T15:00', [], at('2026-12-04T10:00'), 0, 0],
];

describe('steps that are due', () => {
  it.each(rows)('%s', (_name, now, handled, beganAt, release, skip) => {
    const plan = planSteps([step], new Set(handled), beganAt, null, at(now));
    expect([plan.release.length, plan.skip.length]).toEqual([release, skip]);
  });
});

const restored: [name: string, from: string, to: string, now: string, plan: [number, number, number]][] = [
  ['due in the time a copy knows nothing of', '2026-12-04T08:00', '2026-12-04T10:00', '2026-12-04T10:01', [0, 0, 1]],
  ['due at the very instant of the backup', '2026-12-04T09:00', '2026-12-04T10:00', '2026-12-04T10:01', [0, 0, 1]],
  [
    'due before the backup, which it could still follow late',
    '2026-12-04T09:30',
    '2026-12-04T10:00',
    '2026-12-04T10:01',
    [0, 0, 1],
  ],
  ['due and over in that time', '2026-12-01T09:00', '2026-12-20T10:00', '2026-12-20T10:01', [0, 0, 1]],
  ['over before the backup', '2026-12-04T22:00', '2026-12-05T10:00', '2026-12-05T10:01', [0, 1, 0]],
  ['due after the restoring', '2026-12-03T09:00', '2026-12-04T08:59', '2026-12-04T09:00', [1, 0, 0]],
  ['not due yet', '2026-12-03T09:00', '2026-12-04T08:00', '2026-12-04T08:30', [0, 0, 0]],
];

describe('steps of a copy restored from a backup', () => {
  it.each(restored)('%s', (_name, from, to, now, expected) => {
    const plan = planSteps([step], new Set(), began, { from: at(from), to: at(to) }, at(now));
    expect([plan.release.length, plan.skip.length, plan.restored.length]).toEqual(expected);
  });

  it('are not touched again once they have a notice', () => {
    const gap = { from: at('2026-12-04T08:00'), to: at('2026-12-04T10:00') };
    expect(planSteps([step], new Set([step.slot]), began, gap, at('2026-12-04T10:01')).restored).toEqual([]);
  });
});

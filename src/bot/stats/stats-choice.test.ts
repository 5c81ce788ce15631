import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { actionData, readAction } from '../actions.js';
import { choiceId, daysOf, readChoiceId } from './stats-choice.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-11-24');
const LONGEST_UNIT = 'x'.repeat(48);

describe('what a statistics button asks for', () => {
  it.each([
    ['a named period of all units', { period: 'month' as const, unitId: null }, '2026-11-01/2026-11-24'],
    ['a named period of a unit', { period: 'year' as const, unitId: 'shili-street' }, '2026-01-01/2026-11-24'],
    [
      'chosen days of the unit with the longest id',
      { period: { first: day('2016-11-25'), last: day('2026-11-24') }, unitId: LONGEST_UNIT },
      '2016-11-25/2026-11-24',
    ],
    [
      'the first day there is',
      { period: { first: day('2000-01-01'), last: day('2000-01-01') }, unitId: null },
      '2000-01-01/2000-01-01',
    ],
  ])('fits on the button and comes back: %s', (_name, choice, days) => {
    const action = readAction(actionData('s-show', choiceId(choice)));
    const back = readChoiceId(action?.id ?? '');
    expect(back?.unitId).toBe(choice.unitId);
    const span = back && daysOf(back, TODAY);
    expect(`${span?.first}/${span?.last}`).toBe(days);
  });

  it.each(['', 'x', 'm-', 'month', '-chunfeng', '1234567', 'zzz'])('is not read out of a forged id: “%s”', (id) => {
    expect(readChoiceId(id)).toBeNull();
  });
});

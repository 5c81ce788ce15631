import { describe, expect, it } from 'vitest';
import { answered, changeable, complete, draftOf, newDraft } from './activity-draft.js';

const ENTERED = {
  ...{ id: 7, kind: 'lecture' as const, unitId: 'spring', day: '2026-11-20' },
  ...{ count: 40, howCounted: '签到表', enteredByKey: 'me' },
};

describe('the draft of an activity', () => {
  it('asks one thing after the other, and for a last look at the end', () => {
    let draft = newDraft('d1', ['spring', 'autumn']);
    const asked = [draft.asking];
    for (const answer of [{ kind: 'banner' as const }, { unitId: 'spring' }, { day: '2026-11-20' }, { count: 3 }]) {
      expect(complete(draft)).toBeNull();
      draft = answered(draft, answer);
      asked.push(draft.asking);
    }
    draft = answered(draft, { howCounted: '清点' });
    expect([...asked, draft.asking]).toEqual(['kind', 'unit', 'day', 'count', 'how', 'check']);
    expect(complete(draft)).toEqual({
      kind: 'banner',
      unitId: 'spring',
      day: '2026-11-20',
      count: 3,
      howCounted: '清点',
    });
  });

  it('does not ask for the unit where there is one only', () => {
    expect(answered(newDraft('d1', ['spring']), { kind: 'banner' }).asking).toBe('day');
  });

  it('comes back to the last look after a change', () => {
    const draft = draftOf('d2', ENTERED, 'count');
    expect(draft).toMatchObject({ asking: 'count', activityId: 7 });
    expect(answered(draft, { count: 41 })).toMatchObject({ asking: 'check', count: 41 });
  });

  it('keeps kind and unit of what is entered already', () => {
    expect(changeable(draftOf('d2', ENTERED, 'day'))).toEqual(['day', 'count', 'how']);
    expect(changeable(newDraft('d1', []))).toContain('kind');
  });
});

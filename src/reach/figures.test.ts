import { describe, expect, it } from 'vitest';
import { figuresOf, reachRange } from './figures.js';
import type { ReachFacts } from './reach-facts.js';

const NOTHING: ReachFacts = {
  notices: 0,
  deliveries: [],
  groups: { count: 0, seats: 0, withoutSeats: 0 },
  privateChats: 0,
  peopleKept: 0,
  peopleOfAMonth: 0,
  questions: { answered: 0, choices: 0, none: 0 },
  subscriptions: { subscribed: 0, left: 0, lost: 0 },
  activities: [],
};

const A_MONTH: ReachFacts = {
  notices: 2,
  deliveries: [
    { state: 'sent', toGroup: true, reason: null, count: 3 },
    { state: 'sent', toGroup: false, reason: null, count: 40 },
    { state: 'refused', toGroup: false, reason: 'blocked', count: 4 },
    { state: 'refused', toGroup: true, reason: 'no-rights', count: 1 },
    { state: 'unknown', toGroup: false, reason: null, count: 1 },
  ],
  groups: { count: 2, seats: 345, withoutSeats: 0 },
  privateChats: 25,
  peopleKept: 17,
  peopleOfAMonth: 0,
  questions: { answered: 20, choices: 5, none: 3 },
  subscriptions: { subscribed: 8, left: 2, lost: 1 },
  activities: [{ kind: 'lecture', times: 2, count: 130 }],
};

const valuesOf = (facts: ReachFacts) =>
  Object.fromEntries(figuresOf(facts).map((figure) => [figure.key, figure.value]));

describe('the figures', () => {
  it('are computed from the facts, 群次 and 人次 apart', () => {
    expect(valuesOf(A_MONTH)).toMatchObject({
      notices: 2,
      'group-deliveries': 3,
      'private-deliveries': 40,
      refused: 5,
      'refused-blocked': 4,
      'refused-no-rights': 1,
      unknown: 1,
      'seat-ceiling': 345,
      'private-chats': 25,
      people: 17,
      'reach-ceiling': 370,
      'question-answered': 20,
      'question-choices': 5,
      'question-none': 3,
      subscribed: 8,
      left: 2,
      lost: 1,
      'activity-lecture-times': 2,
      'activity-lecture-count': 130,
      'activity-leaflets-count': 0,
      readers: null,
    });
  });

  it('each have a key of their own, a label and one sentence in both languages, and a grade', () => {
    const figures = figuresOf(A_MONTH);
    expect(new Set(figures.map((figure) => figure.key)).size).toBe(figures.length);
    for (const { label, definition } of figures) {
      expect(label.zh).toMatch(/\p{Script=Han}/u);
      expect(label.en).toMatch(/^[\x20-\x7e]+$/);
      expect(definition.zh).toMatch(/^[^。]+。$/);
      expect(definition.en).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('call each end of a range what it is', () => {
    const grades = new Map(figuresOf(A_MONTH).map((figure) => [figure.key, figure.grade]));
    expect(grades.get('seat-ceiling')).toBe('upper-bound');
    expect(grades.get('people')).toBe('lower-bound');
    expect(grades.get('activity-lecture-count')).toBe('hand-entered');
    expect(grades.get('readers')).toBe('unknowable');
  });

  it('are zero, not missing, where nothing happened; a reason without a refusal is left out', () => {
    const values = valuesOf(NOTHING);
    expect(Object.values(values).every((value) => value === 0 || value === null)).toBe(true);
    expect(Object.keys(values).filter((key) => key.startsWith('refused'))).toEqual(['refused']);
  });

  it('take the best whole month where the rows about people are gone, never the sum', () => {
    expect(valuesOf({ ...A_MONTH, peopleKept: 17, peopleOfAMonth: 60 }).people).toBe(60);
  });

  it('say how many groups have no count of seats', () => {
    const facts = { ...A_MONTH, groups: { count: 3, seats: 345, withoutSeats: 1 } };
    expect(figuresOf(facts).find((figure) => figure.key === 'seat-ceiling')?.note?.zh).toContain('1 个群席位未知');
  });
});

describe('触达区间', () => {
  it.each<[string, Partial<ReachFacts>, { lower: number; upper: number } | null]>([
    ['both ends', {}, { lower: 17, upper: 370 }],
    ['nothing was sent', { groups: { count: 0, seats: 0, withoutSeats: 0 }, privateChats: 0 }, null],
    ['a group without seats', { groups: { count: 2, seats: 345, withoutSeats: 1 } }, null],
    ['more people wrote than were sent to', { peopleKept: 371 }, null],
    ['exactly as many', { peopleKept: 370 }, { lower: 370, upper: 370 }],
  ])('has both ends or is not there: %s', (_name, change, expected) => {
    const facts = { ...A_MONTH, ...change };
    expect(reachRange(facts)).toEqual(expected);
    expect('reach-ceiling' in valuesOf(facts)).toBe(expected !== null);
  });
});

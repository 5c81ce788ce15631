import { describe, expect, it } from 'vitest';
import { faqEntry } from '../../test/support/faq-entry.js';
import { decide } from './gate.js';
import type { RankedEntry } from './rank.js';

function ranked(
  id: string,
  score: number,
  evidence: Partial<RankedEntry['evidence']> = {},
  exact = false,
): RankedEntry {
  return {
    entry: faqEntry({ id }),
    score,
    exact,
    evidence: { phrase: 0.6, inPhrases: 0.6, anywhere: 0.6, amount: 0.6, relative: 1, ...evidence },
    phrase: '',
    by: 'text',
  };
}

describe('the gate between answer, choices and none', () => {
  it.each<[string, RankedEntry[], string]>([
    ['nothing in common is none', [], 'none:nothing-in-common'],
    ['a phrase word for word is the answer', [ranked('a', 1, {}, true), ranked('b', 0.95)], 'answer:phrase a'],
    [
      'even when it is short',
      [ranked('a', 1, { amount: 0.02, phrase: 0.1 }, true), ranked('b', 0.95)],
      'answer:phrase a',
    ],
    [
      'a phrase of two entries gives both and no other',
      [ranked('a', 1, {}, true), ranked('b', 1, {}, true), ranked('c', 0.9)],
      'choices:phrase-of-several a b',
    ],
    [
      'a phrase of four entries gives three',
      ['a', 'b', 'c', 'd'].map((id) => ranked(id, 1, {}, true)),
      'choices:phrase-of-several a b c',
    ],
    ['a clear case is answered', [ranked('a', 0.7), ranked('b', 0.4)], 'answer:clear-lead a'],
    ['the only candidate is answered when it is clear', [ranked('a', 0.7)], 'answer:clear-lead a'],
    ['a high score with a near second is not sure', [ranked('a', 0.8), ranked('b', 0.7)], 'choices:not-sure a b'],
    ['a middling score is not sure', [ranked('a', 0.55), ranked('b', 0.2)], 'choices:not-sure a b'],
    [
      'a short word out of a longer alias is not sure',
      [ranked('a', 0.7, { amount: 0.24 }), ranked('b', 0.2)],
      'choices:not-sure a b',
    ],
    [
      'words scattered over phrases are not sure',
      [ranked('a', 0.7, { phrase: 0.3 }), ranked('b', 0.2)],
      'choices:not-sure a b',
    ],
    [
      'unless very much is in common',
      [ranked('a', 0.7, { phrase: 0.3, amount: 1 }), ranked('b', 0.2)],
      'answer:clear-lead a',
    ],
    [
      'near ones are shown, three at most',
      [ranked('a', 0.8), ranked('b', 0.78), ranked('c', 0.75), ranked('d', 0.74)],
      'choices:not-sure a b c',
    ],
    ['a far third is not shown', [ranked('a', 0.8), ranked('b', 0.78), ranked('c', 0.55)], 'choices:not-sure a b'],
    ['a low score is none', [ranked('a', 0.45), ranked('b', 0.44)], 'none:too-unlike'],
    ['one unsure candidate alone is none', [ranked('a', 0.55)], 'none:too-unlike'],
    [
      'a single character in common is none',
      [ranked('a', 0.65, { amount: 0.05 }), ranked('b', 0.6)],
      'none:too-little',
    ],
  ])('%s', (_rule, candidates, expected) => {
    const verdict = decide(candidates);
    const ids =
      verdict.kind === 'answer'
        ? [verdict.entry.id]
        : verdict.kind === 'choices'
          ? verdict.entries.map(({ id }) => id)
          : [];
    expect([`${verdict.kind}:${verdict.because}`, ...ids].join(' ')).toBe(expected);
  });
});

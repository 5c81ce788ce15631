import type { FaqEntry } from '../content/pack.js';
import type { RankedEntry } from './rank.js';

/** What the bot does with a question, and which rule said so. */
export type Verdict =
  | { kind: 'answer'; entry: FaqEntry; because: 'phrase' | 'clear-lead' }
  /** two or three entries the resident can choose from */
  | { kind: 'choices'; entries: FaqEntry[]; because: 'phrase-of-several' | 'not-sure' }
  /** nothing to offer but an adviser */
  | { kind: 'none'; because: 'nothing-in-common' | 'too-little' | 'too-unlike' };

/**
 * When an answer is sure enough. A wrong answer does more harm than three choices, and choices that fit badly do more
 * harm than the offer to ask an adviser, so every limit errs to the careful side. All are on `rank`'s scale of 0 to 1.
 */
export const gateLimits = {
  /** from this score on the best entry may be the answer */
  answerScore: 0.6,
  /** it must lead the second by this much; entries that are near one another are shown as choices */
  answerLead: 0.15,
  /** and one phrase must be clearly meant: 家暴 alone is not the alias 家暴请律师要钱吗 … */
  answerPhrase: 0.4,
  /** … or so much be in common that it no longer depends on one phrase */
  answerAmount: 1,
  /** and more than a short word be in common: 小区 stands in one alias only and still asks for nothing */
  answerLeastAmount: 0.3,
  /** from this score on an entry is worth showing as a choice */
  choiceScore: 0.5,
  /** a third choice must have this share of the best one's score */
  choiceShare: 0.75,
  /** with less in common than this, not even one uncommon pair of characters, nothing is offered at all */
  leastAmount: 0.08,
} as const;

const mostChoices = 3;

/**
 * Decides on entries ranked best first. A question that is, word for word, a phrase of one entry is answered; one that
 * is a phrase of several entries gives these as choices.
 */
export function decide(ranked: readonly RankedEntry[]): Verdict {
  const [best, second, ...others] = ranked;
  if (best === undefined) return { kind: 'none', because: 'nothing-in-common' };
  if (best.exact) {
    const exact = ranked.filter((candidate) => candidate.exact);
    if (exact.length === 1) return { kind: 'answer', entry: best.entry, because: 'phrase' };
    return { kind: 'choices', entries: entriesOf(exact), because: 'phrase-of-several' };
  }
  if (best.evidence.amount < gateLimits.leastAmount) return { kind: 'none', because: 'too-little' };
  if (best.score < gateLimits.choiceScore) return { kind: 'none', because: 'too-unlike' };
  if (isSure(best, second)) return { kind: 'answer', entry: best.entry, because: 'clear-lead' };
  // A single choice would be an answer by another name, so the second is shown whatever its score.
  if (second === undefined) return { kind: 'none', because: 'too-unlike' };
  const least = Math.max(gateLimits.choiceScore, gateLimits.choiceShare * best.score);
  const shown = [best, second, ...others.filter(({ score }) => score >= least)];
  return { kind: 'choices', entries: entriesOf(shown), because: 'not-sure' };
}

function isSure(best: RankedEntry, second: RankedEntry | undefined): boolean {
  const { answerScore, answerLead, answerPhrase, answerAmount, answerLeastAmount } = gateLimits;
  return (
    best.score >= answerScore &&
    best.evidence.amount >= answerLeastAmount &&
    best.score - (second?.score ?? 0) >= answerLead &&
    (best.evidence.phrase >= answerPhrase || best.evidence.amount >= answerAmount)
  );
}

function entriesOf(ranked: readonly RankedEntry[]): FaqEntry[] {
  return ranked.slice(0, mostChoices).map(({ entry }) => entry);
}

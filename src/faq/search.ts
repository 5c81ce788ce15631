import type { FaqEntry } from '../content/pack.js';
import type { FaqIndex } from './build-index.js';
import type { Layer, LayerEntry } from './layer.js';
import { phraseKey } from './phrases.js';
import { totalWeight } from './token-weights.js';

/** How an entry answers to a question in one layer. All but `common` are shares from 0 to 1 of summed term weights. */
export interface Match {
  /** the entry's phrase most like the question, as the editor wrote it; empty when no phrase shares a term */
  phrase: string;
  /** share of that phrase that stands in the question */
  said: number;
  /** share of the question that stands in that phrase */
  asked: number;
  /** share of the question that stands in the entry's phrases together */
  inPhrases: number;
  /** share of the question that stands anywhere in the entry */
  anywhere: number;
  /** what question and phrases have in common, as summed term weights: about 3 for a word of four characters */
  common: number;
  /** the index's score as a share of the best entry's */
  relative: number;
}

/** An entry that has something in common with the question. */
export interface Candidate {
  entry: FaqEntry;
  /** the whole question is one of the entry's phrases */
  exact: boolean;
  text: Match;
  sound: Match;
}

/**
 * Every entry that has a term or a pair of syllables in common with the question, in no order that matters.
 * Empty for a question without terms.
 * @param question normalized, without fillers
 */
export function search(index: FaqIndex, question: string): Candidate[] {
  const matchText = matcher(index.text, question);
  const matchSound = matcher(index.sound, question);
  const exactIds = index.byPhrase.get(phraseKey(question)) ?? [];
  return [...index.entries.values()]
    .map((entry) => ({
      entry,
      exact: exactIds.includes(entry.id),
      text: matchText(entry.id),
      sound: matchSound(entry.id),
    }))
    .filter(({ exact, text, sound }) => exact || text.relative > 0 || sound.relative > 0);
}

const noMatch: Match = { phrase: '', said: 0, asked: 0, inPhrases: 0, anywhere: 0, common: 0, relative: 0 };

function matcher(layer: Layer, question: string): (id: string) => Match {
  const terms = new Set(layer.termsOf(question));
  // Weighed once: the same terms are compared with every phrase of every entry.
  const asked = new Map([...terms].map((term) => [term, layer.weightOf(term)]));
  const weight = totalWeight(terms, layer.weightOf);
  const scores = layer.scores(terms);
  const bestScore = Math.max(...scores.values());
  return (id) => {
    const score = scores.get(id);
    const entry = layer.entries.get(id);
    if (score === undefined || entry === undefined) return noMatch;
    const common = weightIn(entry.phraseTerms, asked);
    return {
      ...nearestPhrase(entry, asked, weight),
      inPhrases: common / weight,
      anywhere: weightIn(entry.terms, asked) / weight,
      common,
      relative: score / bestScore,
    };
  };
}

/** The phrase with the highest harmonic mean of `said` and `asked`: much of the phrase and much of the question. */
function nearestPhrase(
  entry: LayerEntry,
  asked: ReadonlyMap<string, number>,
  weight: number,
): Pick<Match, 'phrase' | 'said' | 'asked'> {
  let nearest = { phrase: '', said: 0, asked: 0 };
  let nearestLikeness = 0;
  for (const phrase of entry.phrases) {
    const common = weightIn(phrase.terms, asked);
    const likeness = (2 * common) / (phrase.weight + weight);
    if (likeness > nearestLikeness) {
      nearestLikeness = likeness;
      nearest = { phrase: phrase.text, said: common / phrase.weight, asked: common / weight };
    }
  }
  return nearest;
}

/** The summed weight of the asked terms that stand in `terms`; walks the smaller of the two. */
function weightIn(terms: ReadonlySet<string>, asked: ReadonlyMap<string, number>): number {
  let total = 0;
  if (terms.size < asked.size) for (const term of terms) total += asked.get(term) ?? 0;
  else for (const [term, weight] of asked) if (terms.has(term)) total += weight;
  return total;
}

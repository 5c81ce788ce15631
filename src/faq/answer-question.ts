import type { FaqEntry } from '../content/pack.js';
import { buildIndex } from './build-index.js';
import { decide, type Verdict } from './gate.js';
import { normalize, trimFillers } from './normalize.js';
import { phraseKey } from './phrases.js';
import { type RankedEntry, rank } from './rank.js';
import { search } from './search.js';

/** What the FAQ makes of a question, and why. */
export interface FaqResult {
  verdict: Verdict;
  /** the question as it was looked up; empty when it holds nothing but greetings, punctuation or emoji */
  asked: string;
  /** all entries with something in common with the question, best first */
  ranked: RankedEntry[];
}

export interface Faq {
  /** Never fails: any text gets a verdict. */
  ask(text: string): FaqResult;
  /** The entry with this id, for choices that come back as a button press; null when the pack no longer has it. */
  entry(id: string): FaqEntry | null;
}

/** A FAQ over these entries. The caller leaves out entries that are withheld. */
export function createFaq(entries: readonly FaqEntry[]): Faq {
  const index = buildIndex(entries);
  return {
    ask(text) {
      const whole = normalize(text);
      // An alias that is itself a word of greeting, such as 律师, stays reachable.
      const asked = index.byPhrase.has(phraseKey(whole)) ? whole : trimFillers(whole);
      const ranked = rank(search(index, asked));
      return { verdict: decide(ranked), asked, ranked };
    },
    entry: (id) => index.entries.get(id) ?? null,
  };
}

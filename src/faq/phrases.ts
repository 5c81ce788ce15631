import type { FaqEntry } from '../content/pack.js';
import { normalize } from './normalize.js';
import { runs } from './tokenize.js';

/** One way an entry can be asked for. */
export interface Phrase {
  /** as the editor wrote it, for explanations */
  text: string;
  normalized: string;
}

/**
 * The ways an entry can be asked for: its question, each sentence of a question that has several, its aliases and its
 * gist. Phrases without a letter, digit or Chinese character are left out.
 */
export function phrasesOf(entry: Pick<FaqEntry, 'question' | 'aliases' | 'gist'>): Phrase[] {
  const sentences = entry.question.split(/(?<=[?？!！。])/u);
  return [...new Set([entry.question, ...sentences, ...entry.aliases, entry.gist])]
    .map((text) => ({ text, normalized: normalize(text) }))
    .filter(({ normalized }) => runs(normalized).length > 0);
}

/**
 * What two normalized texts must share to be the same phrase: their characters and words in order, without
 * punctuation and a final question word (欠薪怎么办？ = 欠薪). Empty when nothing is left.
 */
export function phraseKey(normalized: string): string {
  return runs(normalized)
    .join(' ')
    .replace(/ ?(?:该?怎么办|咋办|咋整|怎么处理)?[吗呢啊呀么]?$/u, '');
}

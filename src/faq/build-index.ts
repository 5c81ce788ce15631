import type { FaqEntry } from '../content/pack.js';
import { buildLayer, type Layer } from './layer.js';
import { normalize } from './normalize.js';
import { phraseKey, phrasesOf } from './phrases.js';
import { plainText } from './plain-text.js';
import { soundPairs, syllablesOf } from './sound.js';
import { textShare } from './token-weights.js';
import { tokenize } from './tokenize.js';

/** The entries, ready to be looked up. Holds no state of any question. */
export interface FaqIndex {
  entries: ReadonlyMap<string, FaqEntry>;
  /** by characters, pairs of characters and words */
  text: Layer;
  /** by pairs of toneless pinyin syllables */
  sound: Layer;
  /** ids of the entries that have a phrase with this key, see `phraseKey` */
  byPhrase: ReadonlyMap<string, readonly string[]>;
}

/**
 * How much a match in a field counts: what residents say first, what the answer says last. The invented case is left
 * out: its details (a shoe, a spa) would answer questions about something else.
 */
const textFields = { question: 3, aliases: 3, gist: 2, answer: 1, steps: 0.5 };
const soundFields = { question: 3, aliases: 3, gist: 2 };

/** Reads the entries into both layers: some milliseconds an entry, once at start and once for each new pack. */
export function buildIndex(entries: readonly FaqEntry[]): FaqIndex {
  const sources = entries.map((entry) => ({
    id: entry.id,
    phrases: phrasesOf(entry),
    fields: {
      question: normalize(entry.question),
      // One alias a line, so that no pair of characters reaches from one alias into the next.
      aliases: entry.aliases.map(normalize).join('\n'),
      gist: normalize(entry.gist),
      answer: normalize(plainText(entry.answer)),
      steps: entry.steps.map((step) => normalize(plainText(step))).join('\n'),
    },
  }));
  const syllables = new Set(
    sources.flatMap(({ phrases }) => phrases.flatMap((phrase) => syllablesOf(phrase.normalized))),
  );
  const byPhrase = new Map<string, string[]>();
  for (const { id, phrases } of sources) {
    for (const key of new Set(phrases.map((phrase) => phraseKey(phrase.normalized)))) {
      if (key === '') continue;
      byPhrase.set(key, [...(byPhrase.get(key) ?? []), id]);
    }
  }
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    text: buildLayer(sources, textFields, tokenize, textShare),
    sound: buildLayer(
      sources,
      soundFields,
      (normalized) => soundPairs(normalized, syllables),
      () => 1,
    ),
    byPhrase,
  };
}

import MiniSearch from 'minisearch';
import type { Phrase } from './phrases.js';
import { type TokenWeights, tokenWeights, totalWeight } from './token-weights.js';

/** An entry as a layer is built from it. */
export interface LayerSource {
  id: string;
  phrases: readonly Phrase[];
  /** normalized texts by field name */
  fields: Record<string, string>;
}

/** One way to read questions and entries, by characters or by sound: its terms, their weights and an index over them. */
export interface Layer {
  termsOf(normalized: string): string[];
  weightOf: TokenWeights;
  entries: ReadonlyMap<string, LayerEntry>;
  /** MiniSearch's scores (BM25+ with field weights) by entry, best first; entries without a term in common are absent. */
  scores(terms: ReadonlySet<string>): Map<string, number>;
}

export interface LayerEntry {
  phrases: readonly LayerPhrase[];
  /** the terms of all phrases */
  phraseTerms: ReadonlySet<string>;
  /** the terms of all fields and phrases */
  terms: ReadonlySet<string>;
}

export interface LayerPhrase {
  text: string;
  terms: ReadonlySet<string>;
  /** the summed weight of the terms */
  weight: number;
}

/**
 * @param fieldWeights how much a match in each field counts; other fields of the sources are left out
 * @param termsOf the terms of a normalized text; none may contain a space
 * @param shareOf what a term counts whatever its rarity
 */
export function buildLayer(
  sources: readonly LayerSource[],
  fieldWeights: Record<string, number>,
  termsOf: (normalized: string) => string[],
  shareOf: (term: string) => number,
): Layer {
  const fieldNames = Object.keys(fieldWeights);
  const engine = new MiniSearch<Record<string, string>>({
    fields: fieldNames,
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost: fieldWeights, tokenize: (joined) => joined.split(' ') },
  });
  engine.addAll(sources.map(({ id, fields }) => ({ id, ...fields })));

  const phraseTermLists = sources.flatMap(({ phrases }) => phrases.map(({ normalized }) => termsOf(normalized)));
  const weightOf = tokenWeights(phraseTermLists, shareOf);
  const entries = sources.map(({ id, phrases, fields }): [string, LayerEntry] => {
    const layerPhrases = phrases.map(({ text, normalized }) => {
      const terms = new Set(termsOf(normalized));
      return { text, terms, weight: totalWeight(terms, weightOf) };
    });
    const phraseTerms = new Set(layerPhrases.flatMap(({ terms }) => [...terms]));
    const fieldTerms = fieldNames.flatMap((name) => termsOf(fields[name] ?? ''));
    return [id, { phrases: layerPhrases, phraseTerms, terms: new Set([...phraseTerms, ...fieldTerms]) }];
  });
  return {
    termsOf,
    weightOf,
    entries: new Map(entries),
    scores: (terms) =>
      // An empty query is MiniSearch's wildcard only as a symbol; as a text it finds nothing, which is meant here.
      new Map(engine.search([...terms].join(' ')).map(({ id, score }) => [String(id), score])),
  };
}

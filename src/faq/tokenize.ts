const run = /\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*?(?=\p{Script=Han}|[^\p{L}\p{N}\p{M}]|$)/gu;
const han = /^\p{Script=Han}/u;

/**
 * The terms of a normalized text, in order, repeats kept: each Chinese character, each pair of neighbouring Chinese
 * characters, and each Latin or digit word whole. Punctuation, symbols and emoji give nothing.
 */
export function tokenize(normalized: string): string[] {
  return runs(normalized).flatMap((part) => (han.test(part) ? charactersAndBigrams(part) : [part]));
}

/** The text cut into runs of Chinese characters and single words of other scripts. */
export function runs(normalized: string): string[] {
  return normalized.match(run) ?? [];
}

/** True for a run of Chinese characters as {@link runs} gives it. */
export function isHan(part: string): boolean {
  return han.test(part);
}

function charactersAndBigrams(part: string): string[] {
  const characters = Array.from(part);
  const bigrams = characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
  return [...characters, ...bigrams];
}

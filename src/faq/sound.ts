import { pinyin } from 'pinyin-pro';
import { isHan, runs } from './tokenize.js';

/**
 * The text as it sounds, for homophone typos (吸独 for 吸毒) and questions typed in pinyin: pairs of neighbouring
 * toneless syllables, `xi+du`. Single syllables would match too much and are left out, so one character gives nothing.
 * @param normalized as `normalize` gives it
 * @param syllables syllables the entries use: a Latin word is read as pinyin where it can be cut into these
 */
export function soundPairs(normalized: string, syllables: ReadonlySet<string>): string[] {
  const pairs: string[] = [];
  let before: string | null = null;
  for (const syllable of soundOf(normalized, syllables)) {
    if (before !== null && syllable !== null) pairs.push(`${before}+${syllable}`);
    before = syllable;
  }
  return pairs;
}

/** The toneless syllables of the Chinese characters of a normalized text. */
export function syllablesOf(normalized: string): string[] {
  return runs(normalized).filter(isHan).flatMap(read);
}

/** Syllables in order; null where something without a sound stands between. */
function soundOf(normalized: string, syllables: ReadonlySet<string>): (string | null)[] {
  const parts = normalized
    .split(/[^\p{L}\p{N}\s]+/u)
    .map((clause) =>
      runs(clause).flatMap((part): (string | null)[] =>
        isHan(part) ? read(part) : (spelled(part, syllables) ?? [null]),
      ),
    );
  return parts.flatMap((part) => [...part, null]);
}

function read(han: string): string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true });
}

/** A Latin word as syllables, the longest first: `xinzi` → xin, zi. Null when it cannot be cut so. */
function spelled(word: string, syllables: ReadonlySet<string>): string[] | null {
  if (!/^[a-z]{1,40}$/.test(word)) return null;
  // cuts[i]: the syllables of the first i letters
  const cuts: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    let found: string[] | null = null;
    for (let start = Math.max(0, end - 6); start < end && found === null; start++) {
      const before = cuts[start];
      const last = word.slice(start, end);
      if (before && syllables.has(last)) found = [...before, last];
    }
    cuts.push(found);
  }
  return cuts[word.length] ?? null;
}

import type { FaqEntry } from '../content/pack.js';
import type { Candidate, Match } from './search.js';

/** Five kinds of evidence that an entry answers the question, each 0 to 1. */
export interface Evidence {
  /** one phrase is much like the question, or stands in it almost whole */
  phrase: number;
  /** the question's words stand in the entry's phrases */
  inPhrases: number;
  /** the question's words stand anywhere in the entry; words no entry knows lower it */
  anywhere: number;
  /** enough is in common at all: two shared characters prove little, however short the question */
  amount: number;
  /** the index ranks the entry first, or how near it comes to the first */
  relative: number;
}

export interface RankedEntry {
  entry: FaqEntry;
  /** 1 where the question is one of the entry's phrases, otherwise the mean of the evidence; does not grow with the pack */
  score: number;
  exact: boolean;
  evidence: Evidence;
  /** the phrase that came nearest, as the editor wrote it */
  phrase: string;
  /** whether characters or the sound (pinyin) gave the better match */
  by: 'text' | 'sound';
}

/** This much in common, in term weights, is enough: about eight characters in a row, or three words apart. */
const enoughInCommon = 6.5;

/** A phrase that stands in a longer question counts this share of one that is the question. */
const containedShare = 0.7;

/** A match by sound counts this share of one by characters: many words sound alike. */
const soundShare = 0.9;

/** Orders the candidates, best first; equal scores by id, so that the same question always gets the same order. */
export function rank(candidates: readonly Candidate[]): RankedEntry[] {
  return candidates.map(rankOne).sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

function rankOne({ entry, exact, text, sound }: Candidate): RankedEntry {
  const written = evidenceOf(text);
  const heard = evidenceOf(sound);
  const bySound = soundShare * mean(heard) > mean(written);
  const evidence = bySound ? heard : written;
  return {
    entry,
    exact,
    score: exact ? 1 : bySound ? soundShare * mean(heard) : mean(written),
    evidence,
    phrase: bySound ? sound.phrase : text.phrase,
    by: bySound ? 'sound' : 'text',
  };
}

function evidenceOf(match: Match): Evidence {
  const likeness = match.said + match.asked === 0 ? 0 : (2 * match.said * match.asked) / (match.said + match.asked);
  return {
    phrase: Math.max(likeness, containedShare * match.said),
    inPhrases: match.inPhrases,
    anywhere: match.anywhere,
    amount: Math.min(1, match.common / enoughInCommon),
    relative: match.relative,
  };
}

function mean({ phrase, inPhrases, anywhere, amount, relative }: Evidence): number {
  return (phrase + inPhrases + anywhere + amount + relative) / 5;
}

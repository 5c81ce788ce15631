import { isHan } from './tokenize.js';

/**
 * Characters that carry a question's form and not its matter. A term made only of them counts for little:
 * 怎么办, 可以吗 and 我的 stand in questions about everything.
 */
const formCharacters = new Set(
  '我你您他她它咱俺们的地得了着过吗呢啊吧呀嘛么哦是有在和与就都也还又再才要会能可以应该该怎样如何咋啥办什多少几哪谁为请问想知道这那个些一给被把让跟对到去来不没无别后前中上下里时候现如果但而且因所用',
);

/** A term of form characters only counts this share of its weight. */
const formShare = 0.25;

/** A pair of one form character and one other, such as 薪怎 in 欠薪怎么办, says little more than the other. */
const mixedShare = 0.5;

/** A single character says less than a pair: 工 stands in 工资, 施工 and 工商. */
const singleShare = 0.5;

/** A number or a word of three letters or more stands for several characters: 12339 or apple. */
const wordShare = 3;

/** How much a term tells one entry from another, the more the rarer it is; 1 for a pair of characters no entry uses. */
export type TokenWeights = (token: string) => number;

/**
 * Weighs terms by how few of the phrases use them: inverse document frequency over phrases, not over entries, and as a
 * share of the largest possible. Thirty entries have some five hundred phrases, so the weights, and every threshold that
 * rests on them, hold when there are two hundred entries.
 * @param phrases the terms of each phrase an entry can be asked by
 * @param shareOf what a term counts whatever its rarity
 */
export function tokenWeights(
  phrases: readonly (readonly string[])[],
  shareOf: (token: string) => number,
): TokenWeights {
  const uses = new Map<string, number>();
  for (const phrase of phrases) {
    for (const token of new Set(phrase)) uses.set(token, (uses.get(token) ?? 0) + 1);
  }
  const rarity = (count: number) => Math.log(1 + (phrases.length + 1) / (count + 0.5));
  return (token) => (rarity(uses.get(token) ?? 0) / rarity(0)) * shareOf(token);
}

/** The summed weight of a set of terms. */
export function totalWeight(tokens: Iterable<string>, weightOf: TokenWeights): number {
  let total = 0;
  for (const token of tokens) total += weightOf(token);
  return total;
}

/** What a text term counts whatever its rarity: form words and single characters less, numbers and words more. */
export function textShare(token: string): number {
  const characters = Array.from(token);
  if (!isHan(token)) return characters.length >= 3 ? wordShare : 1;
  const form = characters.filter((character) => formCharacters.has(character)).length;
  if (form === characters.length) return formShare * (form === 1 ? singleShare : 1);
  if (form > 0) return mixedShare;
  return characters.length === 1 ? singleShare : 1;
}

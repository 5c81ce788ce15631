import type { FaqEntry } from '../content/pack.js';
import { StartError } from '../start-error.js';
import type { Faq, FaqResult } from './answer-question.js';
import { citationsText } from './answer-text.js';
import { gateLimits, type Verdict } from './gate.js';
import { plainText } from './plain-text.js';
import type { RankedEntry } from './rank.js';

/** Entries named in a JSON line and in an explanation, at most. */
const shownResults = 5;

/**
 * What `pufa ask TEXT` prints, without a final line break.
 * `text`: the answer, the choices or that there is none. `explain`: the same and why. `json`: one line as `--batch`
 * writes it, with the verdict beside it.
 */
export function askReport(faq: Faq, text: string, format: 'text' | 'json' | 'explain'): string {
  const result = faq.ask(text);
  if (format === 'json') return JSON.stringify({ ...batchResult(text, result), verdict: result.verdict.kind });
  const lines = verdictLines(result.verdict);
  return (format === 'explain' ? [...lines, '', ...explanation(result)] : lines).join('\n');
}

/**
 * One line of `pufa ask --batch`: from `{"q":"…"}` to `{"q":"…","answered":true,"results":[{"id":"…","score":0.71}, …]}`.
 * `answered` is true only where the first result would be sent as the answer.
 * @param lineNumber 1-based, for the error
 * @throws StartError with exit code 2 for a line that is not such an object
 */
export function batchLine(faq: Faq, line: string, lineNumber: number): string {
  const q = questionOf(line);
  if (q === null) {
    throw new StartError(
      `第 ${lineNumber} 行读不懂：每行应当是一个 JSON 对象，例如 {"q":"工资不发怎么办"}。请改好这一行再运行。`,
      2,
    );
  }
  return JSON.stringify(batchResult(q, faq.ask(q)));
}

function questionOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('q' in value)) return null;
    return typeof value.q === 'string' ? value.q : null;
  } catch {
    return null;
  }
}

function batchResult(q: string, { verdict, ranked }: FaqResult) {
  return {
    q,
    answered: verdict.kind === 'answer',
    results: ranked.slice(0, shownResults).map(({ entry, score }) => ({ id: entry.id, score: rounded(score) })),
  };
}

function verdictLines(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'answer':
      return answerLines(verdict.entry);
    case 'choices':
      return [
        '拿不准，请提问的人选：',
        ...verdict.entries.map((entry, i) => `${i + 1}. ${entry.question}  [${entry.id}]`),
      ];
    case 'none':
      return ['没有合适的答案，转给法律顾问。'];
  }
}

function answerLines(entry: FaqEntry): string[] {
  return [
    `${entry.question}  [${entry.id}]`,
    entry.gist,
    plainText(entry.answer),
    ...entry.steps.map((step, i) => `${i + 1}. ${plainText(step)}`),
    `电话：${entry.hotlines.join('、') || '无'}`,
    `法条：${citationsText(entry.citations) || '无'}`,
    `核对：${entry.checked.toString()}`,
  ];
}

const reasons: Record<Verdict['because'], string> = {
  phrase: '整句就是这条问答的一种问法。',
  'clear-lead': `第一名够 ${gateLimits.answerScore} 分，比第二名多出 ${gateLimits.answerLead} 分以上，问法也对得上。`,
  'phrase-of-several': '整句是好几条问答共有的问法。',
  'not-sure': `够 ${gateLimits.choiceScore} 分，但不够直接回答：分数、领先或者问法差一点。`,
  'nothing-in-common': '去掉招呼和标点，没有一个字和问答对得上。',
  'too-little': '对得上的字太少，不足两个字。',
  'too-unlike': `最高分不到 ${gateLimits.choiceScore}，或者只有一条沾边。`,
};

function explanation({ asked, verdict, ranked }: FaqResult): string[] {
  return [
    `查的是：${asked || '（空）'}`,
    `为什么：${reasons[verdict.because]}`,
    ...ranked.slice(0, shownResults).map(explainOne),
  ];
}

function explainOne({ entry, score, exact, evidence, phrase, by }: RankedEntry, i: number): string {
  const { phrase: likeness, inPhrases, anywhere, amount, relative } = evidence;
  const parts = { 像: likeness, 问法: inPhrases, 全文: anywhere, 多少: amount, 名次: relative };
  const shares = Object.entries(parts).map(([name, share]) => `${name} ${share.toFixed(2)}`);
  const how = exact ? '一字不差' : by === 'sound' ? `读音像「${phrase}」` : `像「${phrase}」`;
  return `${i + 1}. ${score.toFixed(3)} ${entry.id}  ${how}  ${shares.join(' ')}`;
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

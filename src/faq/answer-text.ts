import type { Citation, FaqEntry, Hotline } from '../content/pack.js';
import { escapeHtml } from '../content/telegram-text.js';

/** The words around an answer, in the language of the person who asked. Plain text, not HTML. */
export interface AnswerLabels {
  /** heading over what to do */
  steps: string;
  /** heading over the invented case */
  caseTitle: string;
  /** heading over the articles */
  citations: string;
  /** heading over the telephone numbers */
  hotlines: string;
  /** on which day the law was last checked; `date` as 2026-11-23 */
  asOf(date: string): string;
  /** that this is general information and no advice on a case */
  disclaimer: string;
}

/**
 * The whole answer as one message in Telegram's HTML: the point in bold, the short answer, what to do, whom to call,
 * the articles, the day of the check and the disclaimer.
 * @param hotlines all numbers the pack knows, for their names; a number that is not among them stands without a name
 */
export function answerText(entry: FaqEntry, hotlines: readonly Hotline[], labels: AnswerLabels): string {
  return [
    shortAnswer(entry),
    stepsText(entry, labels),
    hotlinesText(entry, hotlines, labels),
    sourcesText(entry, labels),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The point in bold and the short answer. */
export function shortAnswer(entry: FaqEntry): string {
  return `<b>${escapeHtml(entry.gist)}</b>\n\n${entry.answer}`;
}

/** What to do, numbered; empty for an entry without steps. */
export function stepsText(entry: FaqEntry, labels: AnswerLabels): string {
  if (entry.steps.length === 0) return '';
  const lines = entry.steps.map((step, i) => `${i + 1}. ${step}`);
  return [heading(labels.steps), ...lines].join('\n');
}

/** The invented case and what else the law says. */
export function caseText(entry: FaqEntry, labels: AnswerLabels): string {
  return [`${heading(labels.caseTitle)}\n${entry.caseStory}`, ...(entry.lawNote === null ? [] : [entry.lawNote])].join(
    '\n\n',
  );
}

/** Whom to call, a line each; empty for an entry without numbers. */
export function hotlinesText(entry: FaqEntry, hotlines: readonly Hotline[], labels: AnswerLabels): string {
  if (entry.hotlines.length === 0) return '';
  const lines = entry.hotlines.map((number) => {
    const name = hotlines.find((hotline) => hotline.number === number)?.name;
    return name === undefined ? escapeHtml(number) : escapeHtml(`${number} ${name}`);
  });
  return [heading(labels.hotlines), ...lines].join('\n');
}

/** The articles the answer rests on, the day they were checked, and that this is no advice on a case. */
export function sourcesText(entry: FaqEntry, labels: AnswerLabels): string {
  const articles = citationsText(entry.citations);
  return [
    ...(articles === '' ? [] : [`${heading(labels.citations)}\n${escapeHtml(articles)}`]),
    escapeHtml(`${labels.asOf(entry.checked.toString())} · ${labels.disclaimer}`),
  ].join('\n');
}

/** Articles as plain text, those of one law together: 《民法典》第1254条、第1165条；《刑法》第291条之二. Empty for none. */
export function citationsText(citations: readonly Citation[]): string {
  const articlesOf = new Map<string, string[]>();
  for (const { law, article } of citations) articlesOf.set(law, [...(articlesOf.get(law) ?? []), articleText(article)]);
  return [...articlesOf].map(([law, articles]) => `《${law}》${articles.join('、')}`).join('；');
}

/** `291之二` → 第291条之二: the 条 of an inserted article stands before its 之. */
function articleText(article: string): string {
  const [number = '', ...inserted] = article.split('之');
  return `第${number}条${inserted.map((place) => `之${place}`).join('')}`;
}

function heading(label: string): string {
  return `<b>${escapeHtml(label)}</b>`;
}

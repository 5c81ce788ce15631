import { escapeHtml } from '../../content/telegram-text.js';
import type { Figure } from '../../reach/figure-rules.js';
import { figuresOf, reachRange } from '../../reach/figures.js';
import type { ReachFacts } from '../../reach/reach-facts.js';
import type { Sentences } from '../sentences.js';

/** Figures that stand in one line; those of reasons and activities have lines of their own. */
const LINES = [
  ['notices'],
  ['group-deliveries', 'private-deliveries'],
  ['refused'],
  ['unknown'],
  ['seat-ceiling'],
  ['private-chats'],
  ['people'],
  ['question-answered', 'question-choices', 'question-none'],
  ['subscribed', 'left', 'lost'],
];

/** The figures in a few lines, each bound called one. @param heading HTML: title, days and units */
export function statsText(facts: ReachFacts, heading: string, say: Sentences): string {
  const { stats } = say;
  const figures = figuresOf(facts);
  const lines = LINES.map((keys) =>
    keys
      .flatMap((key) => figures.filter((figure) => figure.key === key).map((figure) => shown(figure, say)))
      .join('　'),
  );
  const reasons = figures.filter((figure) => figure.key.startsWith('refused-'));
  if (reasons.length > 0) lines[2] += `\n${reasons.map((figure) => `　${shown(figure, say)}`).join('\n')}`;
  const range = reachRange(facts);
  const entered = facts.activities.map(({ kind }) =>
    figures
      .filter((figure) => figure.key.startsWith(`activity-${kind.replace('_', '-')}-`))
      .map((figure) => shown(figure, say))
      .join('　'),
  );
  const readers = figures.filter((figure) => figure.grade === 'unknowable').map((figure) => shown(figure, say));
  return [
    heading,
    '',
    ...lines.slice(0, 7),
    ...(range ? [stats.range(count(range.lower), count(range.upper))] : []),
    ...lines.slice(7),
    ...(entered.length > 0 ? entered : [stats.noActivities]),
    ...readers,
    '',
    stats.note,
  ].join('\n');
}

/** Every figure with its evidence grade and its definition. */
export function definitionsText(facts: ReachFacts, say: Sentences): string {
  const lines = figuresOf(facts).map(({ label, grade, definition }) => {
    const { language, stats } = say;
    return `<b>${escapeHtml(label[language])}</b>［${stats.grades[grade]}］${escapeHtml(definition[language])}`;
  });
  return [`<b>${say.stats.definitions}</b>`, ...lines].join('\n');
}

/** A number as people read it: `12,345`. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

function shown({ label, value, grade, note }: Figure, { language, stats }: Sentences): string {
  const colon = language === 'zh' ? '：' : ': ';
  const more = note ? `　${escapeHtml(note[language])}` : '';
  const number = value === null ? stats.unknowable : `<b>${count(value)}</b>${stats.marks[grade]}`;
  return `${escapeHtml(label[language])}${colon}${number}${more}`;
}

import type { Figure, Grade } from './figure-rules.js';
import { figuresOf, reachRange } from './figures.js';
import type { ReachFacts } from './reach-facts.js';

/** What the figures are about, as the command was asked. */
export interface ReportedPeriod {
  /** ISO dates, both included */
  from: string;
  to: string;
  /** id and name; null: everywhere */
  unit: { id: string; name: string } | null;
}

const GRADES: Record<Grade, string> = {
  measured: '实测',
  'upper-bound': '上限',
  'lower-bound': '下限',
  'hand-entered': '人工登记',
  unknowable: '不可知',
};

/** The figures for scripts, one JSON object; `unit` is null for everywhere. */
export function figuresJson({ from, to, unit }: ReportedPeriod, facts: ReachFacts): string {
  const figures = figuresOf(facts).map(({ key, label, value, definition, grade, note }) => ({
    ...{ key, label: label.zh, value, definition: definition.zh, grade },
    ...(note ? { note: note.zh } : {}),
  }));
  return JSON.stringify({ from, to, unit: unit?.id ?? null, figures });
}

/** The figures for people, a line each, with grade and definition. */
export function figuresText({ from, to, unit }: ReportedPeriod, facts: ReachFacts): string {
  const range = reachRange(facts);
  return [
    `统计　${from} 至 ${to}　${unit?.name ?? '全部单位'}`,
    ...figuresOf(facts).map(line),
    ...(range ? [`触达区间　${range.lower}（下限）～ ${range.upper}（上限）人`] : []),
    '结果以平台受理为准，不等于已读。',
    '',
  ].join('\n');
}

function line({ label, value, grade, definition, note }: Figure): string {
  const number = value === null ? '—' : `${value}`;
  return `${label.zh}　${number}${note ? `（${note.zh}）` : ''}　[${GRADES[grade]}]　${definition.zh}`;
}

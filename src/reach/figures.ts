import { ACTIVITY_KINDS, type ActivityKind, KIND_LABELS } from '../activities/activity-kinds.js';
import { reasonName } from '../delivery/reason-names.js';
import { type Bilingual, FIGURE_RULES, type Figure, type FigureRule, peopleOf, READERS } from './figure-rules.js';
import type { ReachFacts } from './reach-facts.js';

/** All figures of the facts, in the order in which they are shown; reasons without a refusal are left out. */
export function figuresOf(facts: ReachFacts): Figure[] {
  const single = FIGURE_RULES.map((rule) => figureOf(rule, facts));
  const afterRefused = single.findIndex((figure) => figure.key === 'refused') + 1;
  const afterPeople = single.findIndex((figure) => figure.key === 'people') + 1;
  const range = reachRange(facts);
  return [
    ...single.slice(0, afterRefused),
    ...refusals(facts),
    ...single.slice(afterRefused, afterPeople),
    ...(range ? [ceiling(range.upper)] : []),
    ...single.slice(afterPeople),
    ...activities(facts),
    figureOf(READERS, facts),
  ];
}

/**
 * 触达区间: at least the people who interacted, at most all seats and all subscribers that were covered.
 * @returns null where either end is missing or they contradict each other: then nothing is printed
 */
export function reachRange(facts: ReachFacts): { lower: number; upper: number } | null {
  const lower = peopleOf(facts);
  const upper = facts.groups.seats + facts.privateChats;
  return facts.groups.withoutSeats > 0 || upper === 0 || lower > upper ? null : { lower, upper };
}

function ceiling(value: number): Figure {
  return {
    key: 'reach-ceiling',
    label: { zh: '触达人数上限', en: 'People reached at most' },
    definition: {
      zh: '触达区间的上端：覆盖席位上限加私聊覆盖人数；区间的下端是互动人数。',
      en: 'The upper end of the range of people reached: seats covered at most and subscribers covered; the lower end are the people who interacted.',
    },
    grade: 'upper-bound',
    value,
  };
}

function refusals(facts: ReachFacts): Figure[] {
  const reasons = new Map<string, number>();
  for (const { state, reason, count } of facts.deliveries) {
    if (state === 'refused') reasons.set(reason ?? 'unknown', (reasons.get(reason ?? 'unknown') ?? 0) + count);
  }
  return [...reasons].map(([reason, value]) => {
    const [zh, en] = [reasonName(reason, 'zh'), reasonName(reason, 'en')];
    return {
      key: `refused-${reason}`,
      label: { zh: `未送达·${zh}`, en: `Refused: ${en}` },
      definition: { zh: `未送达中原因是“${zh}”的次数。`, en: `Refused deliveries for the reason “${en}”.` },
      grade: 'measured',
      value,
    };
  });
}

/** Kinds whose entries are events that one counts. */
const EVENTS: ActivityKind[] = ['lecture', 'stall'];

function activities(facts: ReachFacts): Figure[] {
  return ACTIVITY_KINDS.flatMap((kind) => {
    const row = facts.activities.find((candidate) => candidate.kind === kind);
    const { zh, en } = KIND_LABELS[kind];
    const figure = (part: 'times' | 'count', label: Bilingual, definition: Bilingual): Figure => ({
      key: `activity-${kind.replace('_', '-')}-${part}`,
      label: { zh: `${zh.name}·${label.zh}`, en: `Activity, ${en.name}: ${label.en}` },
      definition,
      grade: 'hand-entered',
      value: row?.[part] ?? 0,
    });
    return [
      figure('times', EVENTS.includes(kind) ? { zh: '场次', en: 'times' } : { zh: '登记笔数', en: 'entries' }, {
        zh: `“${zh.name}”登记了几笔，由工作人员或法律顾问人工登记，系统没有核对。`,
        en: `Entries of this kind (${en.name}), made by hand and not checked by the program.`,
      }),
      figure(
        'count',
        { zh: zh.counted, en: en.counted },
        {
          zh: `各笔“${zh.name}”登记的${zh.counted}相加，人工登记，系统没有核对。`,
          en: `What all entries of this kind (${en.name}) say together, made by hand and not checked by the program.`,
        },
      ),
    ];
  });
}

function figureOf(rule: FigureRule, facts: ReachFacts): Figure {
  const { value, note, ...fixed } = rule;
  const missing = note?.(facts);
  return { ...fixed, value: value(facts), ...(missing ? { note: missing } : {}) };
}

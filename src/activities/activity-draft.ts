import type { Activity, NewActivity } from './activity-book.js';
import type { ActivityKind } from './activity-kinds.js';

export const STEPS = ['kind', 'unit', 'day', 'count', 'how', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** An activity while it is entered or changed, one question after the other. */
export interface ActivityDraft {
  /** names this draft, so that a button of an older one does nothing */
  draft: string;
  /** the activity that is changed; null for a new one */
  activityId: number | null;
  asking: Step;
  kind: ActivityKind | null;
  unitId: string | null;
  day: string | null;
  count: number | null;
  howCounted: string | null;
}

/** A new draft; where there is one unit only it is not asked for. */
export function newDraft(draft: string, unitIds: string[]): ActivityDraft {
  const unitId = unitIds.length === 1 ? (unitIds[0] ?? null) : null;
  return { draft, activityId: null, asking: 'kind', kind: null, unitId, day: null, count: null, howCounted: null };
}

/** A draft that changes one field of what was entered. */
export function draftOf(draft: string, activity: Activity, asking: 'day' | 'count' | 'how'): ActivityDraft {
  const { id, kind, unitId, day, count, howCounted } = activity;
  return { draft, activityId: id, asking, kind, unitId, day, count, howCounted };
}

/** The draft with an answer in it, asking what is still missing; with everything in place it asks for a last look. */
export function answered(draft: ActivityDraft, answer: Partial<NewActivity>): ActivityDraft {
  const next = { ...draft, ...answer };
  const missing: [Step, unknown][] = [
    ['kind', next.kind],
    ['unit', next.unitId],
    ['day', next.day],
    ['count', next.count],
    ['how', next.howCounted],
  ];
  return { ...next, asking: missing.find(([, value]) => value === null)?.[0] ?? 'check' };
}

/** The activity once nothing is missing, else null. */
export function complete({ kind, unitId, day, count, howCounted }: ActivityDraft): NewActivity | null {
  if (kind === null || unitId === null || day === null || count === null || howCounted === null) return null;
  return { kind, unitId, day, count, howCounted };
}

/** Fields that may be changed: of what is entered already, kind and unit stay, because figures were told by them. */
export function changeable(draft: ActivityDraft): Step[] {
  return draft.activityId === null ? ['kind', 'unit', 'day', 'count', 'how'] : ['day', 'count', 'how'];
}

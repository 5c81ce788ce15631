import type { ActivityKind } from './activity-kinds.js';

/** Something done by hand, as somebody entered it. */
export interface Activity {
  id: number;
  kind: ActivityKind;
  /** ISO date in the programme's zone */
  day: string;
  unitId: string;
  count: number;
  /** by what the number was counted: 签到表, 估计, or own words */
  howCounted: string;
  enteredByKey: string;
}

export type NewActivity = Omit<Activity, 'id' | 'enteredByKey'>;

/**
 * The activities; `db/activity-book.ts` keeps them. Every change leaves an audit row in the same transaction. What is
 * deleted stays as a row and counts nowhere.
 * @remarks `draft` names the person's open dialogue, which a save uses up: pressed twice, it saves once.
 */
export interface ActivityBook {
  /** @returns null when the draft was saved or dropped before */
  enter(activity: NewActivity, draft: string, byKey: string, now: Date): Promise<number | null>;
  change(
    id: number,
    to: Pick<Activity, 'day' | 'count' | 'howCounted'>,
    draft: string,
    byKey: string,
    now: Date,
  ): Promise<'changed' | 'deleted' | 'no-draft'>;
  /** @returns false when it was deleted before */
  remove(id: number, byKey: string, now: Date): Promise<boolean>;
  /** @returns null for one that was deleted or never was */
  find(id: number): Promise<Activity | null>;
  /** The latest by day in these units. */
  latest(unitIds: string[], limit: number): Promise<Activity[]>;
}

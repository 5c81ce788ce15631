import type { ActivityKind } from '../activities/activity-kinds.js';

/** Which chats and rows are meant: ids of units, or null for everywhere, also what belongs to no unit. */
export type ReachUnits = string[] | null;

/** What the database counted for some days in some units; everything is a sum, nothing leads to a person. */
export interface ReachFacts {
  /** different notices with at least one accepted delivery */
  notices: number;
  /** deliveries with an outcome, by what Telegram answered; `reason` only for those that were refused */
  deliveries: { state: 'sent' | 'refused' | 'unknown'; toGroup: boolean; reason: string | null; count: number }[];
  /** groups and channels that got something: each once, with its largest number of seats at a send in these days */
  groups: { count: number; seats: number; withoutSeats: number };
  /** private chats that got something, each once */
  privateChats: number;
  /** different people who pressed, asked or answered, as far as their rows are kept */
  peopleKept: number;
  /** the largest monthly number of people among the whole months within the days; 0 when none was written down */
  peopleOfAMonth: number;
  questions: { answered: number; choices: number; none: number };
  subscriptions: { subscribed: number; left: number; lost: number };
  /** entered by hand and not deleted; a kind without an entry is missing */
  activities: { kind: ActivityKind; times: number; count: number }[];
}

/** One day of the chart; days on which nothing happened are missing. */
export interface DayFacts {
  /** ISO date */
  day: string;
  toGroups: number;
  toPeople: number;
  questions: number;
}

/** Where the facts come from; `db/reach-rows.ts` reads them. Days are ISO dates in the programme's zone, both included. */
export interface ReachRows {
  facts(from: string, to: string, units: ReachUnits): Promise<ReachFacts>;
  days(from: string, to: string, units: ReachUnits): Promise<DayFacts[]>;
}

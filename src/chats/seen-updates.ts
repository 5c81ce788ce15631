/** What became of taking an update up. */
export type Claim =
  /** handle it */
  | 'ours'
  /** it was handled before: Telegram repeats what it is not sure of */
  | 'done'
  /** another living process is at it */
  | 'elsewhere';

/**
 * Which updates were taken up and which are done; `db/seen-updates.ts` keeps it over restarts. Ids are only compared
 * with recent ones: after a week without updates Telegram draws the next id at random.
 */
export interface SeenUpdates {
  /** @throws when the database does not answer; nothing is claimed then, or this process may claim it again */
  claim(updateId: number, now: Date): Promise<Claim>;
  done(updateId: number, now: Date): Promise<void>;
  /** @returns how many were forgotten */
  purgeBefore(instant: Date): Promise<number>;
}

/** What Telegram is to be told about an update that it handed to the webhook. */
export type Reception =
  /** take it off the list */
  | 'done'
  /** still at it: ask again */
  | 'slow'
  /** not taken up, because the program starts or stops: ask again soon */
  | 'not-now'
  /** not taken up, because something does not work: ask again later */
  | 'failed';

/** A living process has an update done long before this. */
const DEAD_AFTER_MS = 60_000;

/**
 * True when an update that somebody claimed and did not finish has to be handled (again).
 * @param by who asks, for an update that it is not handling at this moment
 * @param by.alone no second process can be at work on this database (its lock is ours)
 */
export function mayTakeOver(
  claim: { claimedBy: string; at: Date },
  by: { name: string; alone: boolean },
  now: Date,
): boolean {
  // Our own claim, whose confirmation we never heard: the handling has not begun.
  if (claim.claimedBy === by.name || by.alone) return true;
  return now.getTime() - claim.at.getTime() > DEAD_AFTER_MS;
}

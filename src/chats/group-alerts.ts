import type { ChatState } from './chat-book.js';

/** How long a group may wait for its code before the office is told. */
export const NEVER_BOUND_HOURS = 24;

/** What is wrong with a group. */
export type GroupTrouble = 'lost' | 'no-rights' | 'never-bound';

export interface WatchedGroup {
  unitId: string | null;
  state: ChatState;
  stateReason: string | null;
  stateAt: Date;
  /** when the office was last told; null: never */
  toldAt: Date | null;
}

/**
 * What the office has to be told of a group now, once for each time it happens.
 * @returns null when all is well, when it was told already, or when its owner or the office wished it so
 */
export function troubleToTell(group: WatchedGroup, now: Date): GroupTrouble | null {
  if (group.toldAt !== null && group.toldAt >= group.stateAt) return null;
  if (group.state === 'pending') {
    const waitedMs = now.getTime() - group.stateAt.getTime();
    return waitedMs >= NEVER_BOUND_HOURS * 60 * 60 * 1000 ? 'never-bound' : null;
  }
  if (group.unitId === null) return null;
  // `moved`: the group goes on as the supergroup it became, which is bound itself.
  if (group.state === 'lost') return group.stateReason === 'moved' ? null : 'lost';
  return group.state === 'paused' && group.stateReason === 'no-rights' ? 'no-rights' : null;
}

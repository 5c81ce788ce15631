import type { ChatRecord } from './chat-book.js';

/** What can be done with a bound group. */
export type GroupMove = 'pause' | 'resume' | 'unbind';

/** For whom it is done: the street office, or the group's own owner and administrators. */
export type GroupHand = 'by-office' | 'by-owner';

/**
 * What may be done with the group now. A pause of the office is ended by the office only, one of the owner by both;
 * a group that may not be written to (`no-rights`) comes back by itself, or by hand when we missed that.
 * @returns empty for a group that belongs to no unit
 */
export function movesOf(group: Pick<ChatRecord, 'state' | 'stateReason' | 'unitId'>, hand: GroupHand): GroupMove[] {
  if (group.unitId === null) return [];
  if (group.state === 'active') return ['pause', 'unbind'];
  if (group.state !== 'paused') return ['unbind'];
  if (group.stateReason === 'by-office') return hand === 'by-office' ? ['resume', 'unbind'] : ['unbind'];
  return group.stateReason === 'no-rights' ? ['resume', 'pause', 'unbind'] : ['resume', 'unbind'];
}

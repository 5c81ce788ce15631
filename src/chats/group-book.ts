import type { Unit } from '../content/pack.js';
import type { ChatKind, ChatState } from './chat-book.js';
import type { WatchedGroup } from './group-alerts.js';
import type { GroupHand, GroupMove } from './group-moves.js';

/** A group or channel as those who manage it see it. */
export interface GroupRecord {
  chatId: number;
  telegramId: number;
  kind: Exclude<ChatKind, 'private'>;
  title: string | null;
  /** null: bound to no unit */
  unitId: string | null;
  /** the unit whose office looks after it: its own, or the one it belonged to before it was unbound; null: none ever */
  homeUnitId: string | null;
  state: ChatState;
  stateReason: string | null;
  stateAt: Date;
  /** seats at the last count; null: never counted */
  seats: number | null;
  /** the last message that Telegram accepted; null: none yet */
  last: { title: string; at: Date } | null;
}

/** A group in whose state something may be wrong. */
export type TroubledGroup = WatchedGroup & Pick<GroupRecord, 'chatId' | 'title' | 'homeUnitId'>;

/** A binding code that was not used yet and is still good. */
export interface OpenCode {
  id: number;
  unitId: string;
  expiresAt: Date;
}

/** Which rows somebody manages. */
export interface GroupScope {
  unitIds: string[];
  /** also what belongs to no unit of the pack: groups never bound, or of a unit that was taken out of it */
  homeless: boolean;
}

/**
 * The groups as the office and their owners manage them; `db/group-book.ts` keeps them. Every change leaves an audit
 * row in the same transaction. `byKey` is the keyed hash of the person, null for an anonymous administrator.
 */
export interface GroupBook {
  /** Groups of the scope by their id, without those that are gone and belong to nobody. @param skip how many to pass over */
  list(scope: GroupScope, skip: number, take: number): Promise<{ total: number; groups: GroupRecord[] }>;
  find(chatId: number): Promise<GroupRecord | null>;
  /** Groups the bot is in that this person added it to or bound, newest first; whether they run them is for Telegram to say. */
  touchedBy(personKey: string): Promise<GroupRecord[]>;

  /**
   * Pauses, resumes or unbinds a group; leaving `active` cancels what is not out yet.
   * @returns false when its state does not allow it (any more): nothing was changed then
   */
  move(chatId: number, move: GroupMove, hand: GroupHand, byKey: string | null, now: Date): Promise<boolean>;

  openCodes(scope: GroupScope, now: Date): Promise<OpenCode[]>;
  /** @returns false when it was used, withdrawn or ran out before */
  withdrawCode(id: number, byKey: string, now: Date): Promise<boolean>;

  /** Groups of whose trouble (see `troubleToTell`) the office was not told, oldest first, a few hundred at most. */
  untold(now: Date): Promise<TroubledGroup[]>;
  /** Notes that the office was told; a state that has changed meanwhile stays untold. */
  told(groups: Pick<TroubledGroup, 'chatId' | 'stateAt'>[], now: Date): Promise<void>;
}

/** The units in which somebody must have a right over a row: its own, or all of them where it has none in the pack. */
export function unitsAsked(unitId: string | null, units: Unit[]): string[] {
  return unitId !== null && units.some((unit) => unit.id === unitId) ? [unitId] : [];
}

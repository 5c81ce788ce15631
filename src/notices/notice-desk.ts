import type { NoticeBody } from '../delivery/notice-body.js';
import type { Audience, AudienceChat } from './audience.js';
import type { NoticeMove, NoticeState } from './notice-moves.js';

/** A notice as those who write, release and steer it see it. */
export interface DeskNotice {
  id: number;
  source: 'observance' | 'adviser' | 'quiz' | 'correction';
  state: NoticeState;
  stateReason: string | null;
  stateAt: Date;
  title: string;
  body: NoticeBody;
  audience: Audience;
  /** when the author wishes it sent; null: as soon as it is released */
  sendAt: Date | null;
  version: number;
  /** null: the programme's calendar */
  authorKey: string | null;
  releasedByKey: string | null;
  /** null before the release */
  dueAt: Date | null;
  sendLateUntil: Date | null;
}

/** Somebody who is to be kept informed: keyed hash and sealed private chat. */
export interface Watcher {
  key: string;
  address: string;
}

export type NoticeChange = { body: NoticeBody; title: string } | { audience: Audience } | { sendAt: Date | null };

/** The instants that a release fixes. */
export interface ReleaseTimes {
  dueAt: Date;
  /** civil day of `dueAt` in the programme's zone */
  dueDay: string;
  sendLateUntil: Date;
}

/** Deliveries of a notice counted by what became of them. */
export interface ProgressCount {
  toPeople: boolean;
  state: 'planned' | 'claimed' | 'sent' | 'refused' | 'waiting' | 'unknown' | 'cancelled';
  reason: string | null;
  count: number;
}

/**
 * The notices people write; `db/notice-desk.ts` keeps them. Every change names what it expects (state, version), so
 * that of two people who act at once one wins and the other is told; each leaves an audit row in its transaction.
 */
export interface NoticeDesk {
  find(id: number): Promise<DeskNotice | null>;
  /** Notices in these states, newest first, at most 500. @param authorKey only this author's */
  inStates(states: readonly NoticeState[], authorKey?: string): Promise<DeskNotice[]>;
  create(
    draft: { body: NoticeBody; title: string; audience: Audience },
    author: Watcher,
    now: Date,
  ): Promise<DeskNotice>;
  /** Changes a draft, which makes it a new version. @returns null when it is not this version of a draft any more */
  change(id: number, version: number, change: NoticeChange, byKey: string, now: Date): Promise<DeskNotice | null>;
  /**
   * @param version the version it must still have; null where any will do
   * @returns false when the notice is not where the move begins any more
   */
  move(
    id: number,
    move: NoticeMove,
    version: number | null,
    reason: string | null,
    byKey: string,
    now: Date,
  ): Promise<boolean>;
  /**
   * Freezes the notice: one planned delivery per chat, in one transaction with the state.
   * @returns false when it is not this version waiting for a release any more
   */
  release(
    id: number,
    version: number,
    times: ReleaseTimes,
    chats: Pick<AudienceChat, 'id' | 'kind' | 'unitId'>[],
    by: Watcher,
    now: Date,
  ): Promise<boolean>;
  /** Released notices whose time has come begin to be sent. @returns how many */
  startDue(now: Date): Promise<number>;
  progress(id: number): Promise<ProgressCount[]>;
}

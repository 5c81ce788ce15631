import type { NoticeBody } from './notice-body.js';
import type { Outcome } from './outcome.js';

/** A delivery this process has claimed: nobody else sends it. */
export interface ClaimedDelivery {
  id: number;
  noticeId: number;
  chatId: number;
  /** the chat's address, see chats/identity.ts */
  address: string;
  body: NoticeBody;
  attempts: number;
  /** seats of the group at the last count; null for people */
  seats: number | null;
}

/** The ledger as the sender needs it; `db/ledger.ts` keeps it in the database. */
export interface Ledger {
  /** Claims the next delivery that may go out now, oldest notice first; null when there is none. */
  claimNext(now: Date, claimedBy: string): Promise<ClaimedDelivery | null>;
  /** Writes the outcome of a claimed delivery and what it means for its chat and notice, in one transaction. */
  settle(claimed: ClaimedDelivery, outcome: Outcome, detail: string | null, now: Date): Promise<void>;
  /** Rows claimed by a process that is gone: their outcome is lost, they become `unknown`. @returns how many */
  settleOrphans(now: Date): Promise<number>;
  /** Rows waiting beyond their notice's lateness limit are cancelled; notices without open rows are done. */
  closeNotices(now: Date): Promise<void>;
}

import type { NoticeBody } from '../delivery/notice-body.js';
import type { Audience, AudienceChat } from './audience.js';
import type { RestoredGap } from './plan-steps.js';

/** Why a step is recorded and not sent: its time is over, or it may have been sent before a backup was restored. */
export type SkipReason = 'too-late' | 'restored';

/** A notice that is about to be released. */
export interface NewNotice {
  slot: string;
  title: string;
  body: NoticeBody;
  contentVersion: string;
  audience: Audience;
  dueAt: Date;
  /** civil day of `dueAt` in the programme's zone */
  dueDay: string;
  sendLateUntil: Date;
  late: boolean;
}

/** The notices as the release needs them; `db/notice-book.ts` keeps them. */
export interface NoticeBook {
  /** The instant from which this installation's calendar runs; set at the first call. */
  calendarBeganAt(now: Date): Promise<Date>;
  /** The time this installation knows nothing of; null: it was never restored from a backup. */
  restoredGap(): Promise<RestoredGap | null>;
  /** Slots that already have a notice, among those given. */
  handledSlots(slots: string[]): Promise<Set<string>>;
  /** Chats that may be written to now. @param defaultTopicIds topics of a chat that has not chosen */
  activeChats(defaultTopicIds: string[]): Promise<AudienceChat[]>;
  /** Writes the notice and one planned delivery per chat in one transaction. @returns null when the slot was taken */
  release(notice: NewNotice, chats: Pick<AudienceChat, 'id' | 'kind' | 'unitId'>[], now: Date): Promise<number | null>;
  /** Records a step that is not sent. @returns false when the slot was taken */
  skip(notice: NewNotice, reason: SkipReason, now: Date): Promise<boolean>;
}

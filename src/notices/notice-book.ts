import type { NoticeBody } from '../delivery/notice-body.js';
import type { Audience, AudienceChat } from './audience.js';

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
  /** Slots that already have a notice, among those given. */
  handledSlots(slots: string[]): Promise<Set<string>>;
  /** Chats that may be written to now. @param defaultTopicIds topics of a chat that has not chosen */
  activeChats(defaultTopicIds: string[]): Promise<AudienceChat[]>;
  /** Writes the notice and one planned delivery per chat in one transaction. @returns null when the slot was taken */
  release(notice: NewNotice, chats: Pick<AudienceChat, 'id' | 'kind' | 'unitId'>[], now: Date): Promise<number | null>;
  /** Records a step whose time is over. @returns false when the slot was taken */
  skip(notice: NewNotice, now: Date): Promise<boolean>;
}

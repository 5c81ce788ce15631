/** Somebody whose one message shows how far a notice is. */
export interface NoticeWatch {
  noticeId: number;
  personKey: string;
  /** sealed private chat */
  address: string;
  /** null: it has not been shown to them yet */
  messageId: number | null;
  /** what the message shows, as a hash; null before */
  shown: string | null;
}

/** The messages that show progress; `db/notice-watches.ts` keeps them, so that a restart goes on editing the same one. */
export interface NoticeWatches {
  /** Watches of released notices whose message does not show the end yet. */
  open(): Promise<NoticeWatch[]>;
  /** Everybody who is kept informed of a notice. */
  of(noticeId: number): Promise<NoticeWatch[]>;
  /** @param ended the notice will not change any more: the watch is over */
  noteShown(
    watch: Pick<NoticeWatch, 'noticeId' | 'personKey'>,
    messageId: number | null,
    shown: string,
    ended: boolean,
  ): Promise<void>;
}

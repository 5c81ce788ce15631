/** What the bot asked somebody and waits to hear, as it is kept; `bot/dialogues.ts` knows the kinds. */
export interface KeptDialogue {
  kind: string;
  data: unknown;
}

/**
 * At most one open question to each person who serves; `db/dialogue-book.ts` keeps it over restarts.
 * It only says what the next message means: the drafts themselves are kept elsewhere and outlive it.
 */
export interface DialogueBook {
  /** @returns null when nothing was asked, or the answer stayed away for longer than `DIALOGUE_VALID_MINUTES` */
  open(personKey: string, now: Date): Promise<KeptDialogue | null>;
  /** Asks something; what was asked before is dropped. */
  ask(personKey: string, dialogue: KeptDialogue, now: Date): Promise<void>;
  close(personKey: string): Promise<void>;
}

/** After this a message is not taken for an answer any more: who asks a question in the evening means a question. */
export const DIALOGUE_VALID_MINUTES = 120;

/** One question and what the bot did about it, as it may be kept. */
export interface AskedQuestion {
  /** keyed hash of the asker; null where the person has not agreed to be remembered */
  askerKey: string | null;
  inGroup: boolean;
  unitId: string | null;
  outcome: 'answered' | 'choices' | 'none';
  entryId: string | null;
  choiceIds: string[];
  /** masked words, only for questions that were not answered */
  maskedText: string | null;
}

/** Where questions are kept; `db/question-log.ts` does it. */
export interface QuestionLog {
  record(question: AskedQuestion, now: Date): Promise<void>;
  /** Forgets who asked what before this instant; the counts stay. @returns how many rows it touched */
  purgeBefore(instant: Date): Promise<number>;
}

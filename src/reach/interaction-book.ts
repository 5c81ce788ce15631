/**
 * Who used the bot on which day, known by keyed hashes only; `db/interaction-book.ts` keeps it. It is what the one
 * measured figure about people (互动人数) rests on, and it goes after the retention time.
 */
export interface InteractionBook {
  /** @param unitId the unit of the chat it happened in; null for none */
  record(personKey: string, unitId: string | null, now: Date): Promise<void>;
  /**
   * Forgets single people from before this instant's civil day, after what is counted per month has been written down.
   * @returns rows removed
   */
  purgeBefore(instant: Date): Promise<number>;
}

/** The sandbox's training switch; `db/training.ts` keeps it. A real bot has none. */
export interface Training {
  isOn(): Promise<boolean>;
  /** @returns whether it is on afterwards */
  toggle(byKey: string, now: Date): Promise<boolean>;
}

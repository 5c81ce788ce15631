/** A step of an occurrence with its instants, as the calendar dates it. */
export interface PlannableStep {
  /** `constitution-day/2026/day`: makes the step happen once */
  slot: string;
  dueAt: Date;
  sendLateUntil: Date;
}

/** The time between a backup and its restoring: what a copy does not know of. */
export interface RestoredGap {
  from: Date;
  to: Date;
}

export interface StepPlan<Step extends PlannableStep> {
  /** due and still in time: release now */
  release: Step[];
  /** due, but its lateness limit is over: record it as skipped and tell the staff */
  skip: Step[];
  /** may have been sent in the time a restored copy knows nothing of: record it as skipped and tell the staff */
  restored: Step[];
}

/**
 * Sorts the steps of the calendar into what is to be done now. Due is what lies at or before `now` and was not handled
 * before; a step from before the programme began is nobody's omission and is left alone.
 * @param handledSlots steps that already have a notice, whatever became of it
 * @param beganAt      the instant from which this installation's calendar runs
 * @param gap          null: this installation was never restored from a backup
 */
export function planSteps<Step extends PlannableStep>(
  steps: Step[],
  handledSlots: ReadonlySet<string>,
  beganAt: Date,
  gap: RestoredGap | null,
  now: Date,
): StepPlan<Step> {
  const due = steps.filter((step) => step.dueAt <= now && step.dueAt >= beganAt && !handledSlots.has(step.slot));
  // Due before the backup counts, too: it could still be sent late after it.
  const isRestored = (step: Step) => gap !== null && step.dueAt <= gap.to && step.sendLateUntil >= gap.from;
  const ours = due.filter((step) => !isRestored(step));
  return {
    release: ours.filter((step) => now <= step.sendLateUntil),
    skip: ours.filter((step) => now > step.sendLateUntil),
    restored: due.filter(isRestored),
  };
}

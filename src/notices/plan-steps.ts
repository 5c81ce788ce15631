/** A step of an occurrence with its instants, as the calendar dates it. */
export interface PlannableStep {
  /** `constitution-day/2026/day`: makes the step happen once */
  slot: string;
  dueAt: Date;
  sendLateUntil: Date;
}

export interface StepPlan<Step extends PlannableStep> {
  /** due and still in time: release now */
  release: Step[];
  /** due, but its lateness limit is over: record it as skipped and tell the staff */
  skip: Step[];
}

/**
 * Sorts the steps of the calendar into what is to be done now. Due is what lies at or before `now` and was not handled
 * before; a step from before the programme began is nobody's omission and is left alone.
 * @param handledSlots steps that already have a notice, whatever became of it
 * @param beganAt      the instant from which this installation's calendar runs
 */
export function planSteps<Step extends PlannableStep>(
  steps: Step[],
  handledSlots: ReadonlySet<string>,
  beganAt: Date,
  now: Date,
): StepPlan<Step> {
  const due = steps.filter((step) => step.dueAt <= now && step.dueAt >= beganAt && !handledSlots.has(step.slot));
  return {
    release: due.filter((step) => now <= step.sendLateUntil),
    skip: due.filter((step) => now > step.sendLateUntil),
  };
}

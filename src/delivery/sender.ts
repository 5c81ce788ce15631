import { type SenderParts, type SendRun, sendDue } from './send-due.js';

/** Runs `sendDue` one at a time: whoever asks while a run is on gets a fresh run after it. */
export interface Sender {
  /** Resolves when everything that may go out now has an outcome. */
  drain(): Promise<SendRun>;
  /** Ends the run between two deliveries and refuses further ones; resolves when nothing is in flight. */
  stop(): Promise<void>;
}

export function createSender(parts: SenderParts): Sender {
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();
  let queued: Promise<SendRun> | null = null;
  return {
    drain: () => {
      // A run that is waiting for its turn will see every row there is by then: one is enough.
      queued ??= last.then(() => {
        queued = null;
        const run = sendDue(parts, () => stopped);
        last = run.catch(() => {});
        return run;
      });
      return queued;
    },
    stop: async () => {
      stopped = true;
      await queued?.catch(() => {});
      await last;
    },
  };
}

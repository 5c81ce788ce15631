import type { Vitals } from './readiness.js';

/** Remembers when the program last showed life, for whoever asks whether it is ready. */
export interface Pulse {
  /** Telegram has said who we are, answered a poll or taken the webhook. */
  heardTelegram(): void;
  /** The minute's work goes on. */
  ticked(): void;
  running(): void;
  stopping(): void;
  vitals(): Omit<Vitals, 'databaseAnswers'>;
}

/**
 * @param monotonicMs milliseconds of a clock that nobody can set: the sandbox moves its own by days
 * @param byWebhook Telegram comes to us, so that it is not heard of for as long as nobody writes
 */
export function createPulse(monotonicMs: () => number, byWebhook: boolean): Pulse {
  let phase: Vitals['phase'] = 'starting';
  let heardAtMs: number | null = null;
  let tickedAtMs: number | null = null;
  const secondsSince = (ms: number | null) => (ms === null ? null : Math.round((monotonicMs() - ms) / 1000));
  return {
    heardTelegram: () => {
      heardAtMs = monotonicMs();
    },
    ticked: () => {
      tickedAtMs = monotonicMs();
    },
    running: () => {
      phase = 'running';
    },
    stopping: () => {
      phase = 'stopping';
    },
    vitals: () => ({
      phase,
      byWebhook,
      telegramHeardSecondsAgo: secondsSince(heardAtMs),
      tickedSecondsAgo: secondsSince(tickedAtMs),
    }),
  };
}

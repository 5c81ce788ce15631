/** Where the time comes from. Rules take an instant as an argument; only shells hold a clock. */
export interface Clock {
  now(): Date;
}

/** The host's clock. Only `main.ts` and tests may use it. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs at normal speed but can be set to another instant: the sandbox's and the tests' clock. */
export interface MovableClock extends Clock {
  /** How far this clock is ahead of its base, in milliseconds; negative when it is behind. */
  readonly offsetMs: number;
  moveTo(instant: Date): void;
}

/** @param offsetMs how far ahead of `base` the new clock starts */
export function movableClock(base: Clock, offsetMs = 0): MovableClock {
  let aheadMs = offsetMs;
  return {
    get offsetMs() {
      return aheadMs;
    },
    now: () => new Date(base.now().getTime() + aheadMs),
    moveTo: (instant) => {
      aheadMs = instant.getTime() - base.now().getTime();
    },
  };
}

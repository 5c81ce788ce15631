import { setTimeout as delay } from 'node:timers/promises';
import type { SeenUpdates } from '../../chats/seen-updates.js';
import { errorFields, type Log } from '../../log.js';
import type { Clock } from '../../time/clock.js';

/** The update was not taken up; whoever brought it brings it again. */
export class NotTakenUp extends Error {
  override name = 'NotTakenUp';

  constructor(
    readonly reason: 'stopping' | 'elsewhere' | 'database',
    options?: ErrorOptions,
  ) {
    super(`update not taken up: ${reason}`, options);
  }
}

/** Lets every update be handled once, over restarts, by polling as well as by webhook. */
export interface OnceOnly {
  /**
   * Handles the update unless it was handled before; while it is being handled, further callers wait for its end.
   * @param handle  deals with its own errors: whatever it did counts as done
   * @throws NotTakenUp
   */
  run(updateId: number, handle: () => Promise<void>): Promise<void>;
  /** Takes up nothing more; resolves when nothing is being handled. */
  stop(): Promise<void>;
}

/** A database that is only restarting answers again within these. */
const CLAIM_PAUSES_MS = [300, 1_500];

/** @param pausesMs between attempts to claim an update while the database is silent */
export function createOnceOnly(seen: SeenUpdates, clock: Clock, log: Log, pausesMs = CLAIM_PAUSES_MS): OnceOnly {
  const inFlight = new Map<number, Promise<void>>();
  let stopping = false;

  const claim = async (updateId: number) => {
    for (const pauseMs of [...pausesMs, null]) {
      try {
        return await seen.claim(updateId, clock.now());
      } catch (cause) {
        if (pauseMs === null || stopping) throw new NotTakenUp('database', { cause });
        await delay(pauseMs);
      }
    }
    throw new NotTakenUp('database');
  };

  const takeUp = async (updateId: number, handle: () => Promise<void>): Promise<void> => {
    const claimed = await claim(updateId);
    if (claimed === 'done') return;
    if (claimed === 'elsewhere') throw new NotTakenUp('elsewhere');
    await handle();
    // It is handled all the same; that it might be repeated after a crash is the smaller harm.
    await seen
      .done(updateId, clock.now())
      .catch((error) => log.error({ updateId, ...errorFields(error) }, 'update.not-marked'));
  };

  return {
    run: (updateId, handle) => {
      const running = inFlight.get(updateId);
      if (running) return running;
      if (stopping) return Promise.reject(new NotTakenUp('stopping'));
      const handling = takeUp(updateId, handle).finally(() => inFlight.delete(updateId));
      inFlight.set(updateId, handling);
      return handling;
    },
    stop: async () => {
      stopping = true;
      await Promise.allSettled(inFlight.values());
    },
  };
}

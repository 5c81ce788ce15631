import type { NoticeProgress } from './bot/notices/progress.js';
import type { ContentPack } from './content/pack.js';
import { backupFields, type RunningBackups } from './db/backup/running-backups.js';
import type { Books } from './db/open-books.js';
import type { Sender } from './delivery/sender.js';
import { errorFields, type Log } from './log.js';
import { releaseDueSteps } from './notices/release-due-steps.js';
import type { Clock } from './time/clock.js';
import type { Pulse } from './web/pulse.js';

export interface MinuteParts {
  pack: ContentPack;
  books: Books;
  sender: Sender;
  progress: NoticeProgress;
  backups: RunningBackups;
  tellOfGroups(now: Date): Promise<void>;
  upkeep(now: Date): Promise<void>;
  pulse: Pulse;
  clock: Clock;
  timeZone: string;
  log: Log;
}

/** What is done every minute, and whenever somebody has made something due. */
export interface Minute {
  /** Resolves when everything but the sending is done; a failure of one part is logged and holds up no other. */
  tick(): Promise<void>;
  /** Resolves when what the last tick began beside it has ended: the sending, a nightly backup. */
  settled(): Promise<void>;
  /** Begins a tick without anybody waiting for it. */
  wake(): void;
  /** No further wakes; resolves when the last one has ended. */
  stopWaking(): Promise<void>;
}

/** Sending and the nightly backup go on beside the tick, so that long ones never hold up what becomes due meanwhile. */
export function createMinute(parts: MinuteParts): Minute {
  const { pack, books, sender, progress, backups, pulse, clock, timeZone, log } = parts;
  let sending = Promise.resolve();
  let woken = Promise.resolve();
  let backingUp: Promise<void> | null = null;
  let stopped = false;

  const plan = async () => {
    const steps = await releaseDueSteps(pack, books.noticeBook, timeZone, clock.now());
    for (const released of steps.released) log.info(released, 'notice.released');
    for (const skipped of steps.skipped) log.warn(skipped, 'notice.skipped');
    await books.desk.startDue(clock.now());
  };
  const send = async () => {
    const startedMs = performance.now();
    const run = await sender.drain();
    const durationMs = Math.round(performance.now() - startedMs);
    if (run.sent + run.refused + run.waiting + run.unknown > 0) log.info({ ...run, durationMs }, 'deliveries.done');
    if (run.halted) log.error({ reason: run.halted }, 'deliveries.halted');
    await progress.refresh();
  };
  const backUp = async () => {
    const backup = await backups.nightly(clock.now());
    if (backup?.kind === 'failed') log.error(errorFields(backup.error), 'backup.failed');
    if (backup?.kind === 'done') log.info(backupFields(backup), 'backup.done');
  };
  const quietly = (work: Promise<void>) => work.catch((error) => log.error(errorFields(error), 'tick.failed'));

  const tick = async () => {
    pulse.ticked();
    await quietly(plan());
    sending = quietly(send());
    await quietly(parts.tellOfGroups(clock.now()));
    await quietly(parts.upkeep(clock.now()));
    pulse.ticked();
    backingUp ??= quietly(backUp()).finally(() => {
      backingUp = null;
    });
  };
  return {
    tick,
    settled: async () => {
      await sending;
      await backingUp;
    },
    wake: () => {
      if (!stopped) woken = tick();
    },
    stopWaking: () => {
      stopped = true;
      return woken;
    },
  };
}

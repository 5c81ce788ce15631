import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { latestTimeOfDay } from '../../time/latest-time-of-day.js';
import { claimDailyJob, finishJob } from '../job-runs.js';
import type { PrismaClient } from '../open-database.js';
import type { BackupDone } from './write-backup.js';

/** When few people write. */
const NIGHT = Temporal.PlainTime.from('03:00');
/** After a failure, such as a full disk. */
const RETRY_MS = 60 * 60 * 1000;

export type NightlyRun =
  | { kind: 'done'; backup: BackupDone; removed: number }
  /** tried again in an hour */
  | { kind: 'failed'; error: unknown };

/** Called at every tick; null when nothing was due, or the program is ending. Never throws for a backup that failed. */
export type NightlyBackup = (now: Date) => Promise<NightlyRun | null>;

/**
 * One backup per night into a folder of the newest few, at the first tick after 03:00, however late that is. An
 * installation that begins today has its first one in its first night.
 * @param place.keep how many files stay; 0: no backup is made, and none removed
 */
export function createNightlyBackup(
  prisma: PrismaClient,
  place: { dir: string; keep: number; timeZone: string },
  write: (file: string) => Promise<BackupDone>,
): NightlyBackup {
  return async (now) => {
    if (place.keep === 0) return null;
    const night = latestTimeOfDay(NIGHT, now, place.timeZone);
    const since = new Date(night.epochMilliseconds);
    if (!(await claimDailyJob(prisma, 'backup', since, RETRY_MS, now))) return null;
    const file = path.join(place.dir, `pufa-${night.toPlainDate()}.gz`);
    try {
      await mkdir(place.dir, { recursive: true, mode: 0o700 });
      // Only this process makes nightly backups, so what lies half-finished is of one that was killed.
      const halves = readdirSync(place.dir).filter((name) => /^pufa-\d{4}-\d{2}-\d{2}\.gz\.partial$/.test(name));
      for (const name of halves) await rm(path.join(place.dir, name), { force: true });
      const backup = existsSync(file) ? null : await write(file);
      const surplus = surplusBackups(readdirSync(place.dir), place.keep);
      for (const name of surplus) await rm(path.join(place.dir, name), { force: true });
      await finishJob(prisma, 'backup', now);
      return backup && { kind: 'done', backup, removed: surplus.length };
    } catch (error) {
      if ((error as Error).name === 'AbortError') return null;
      return { kind: 'failed', error };
    }
  };
}

/** Which files of a folder are nightly backups beyond the newest `keep` (pure); what bears another name is not ours. */
export function surplusBackups(names: string[], keep: number): string[] {
  const ours = names.filter((name) => /^pufa-\d{4}-\d{2}-\d{2}\.gz$/.test(name)).sort();
  return ours.slice(0, Math.max(0, ours.length - keep));
}

import type { SeenUpdates } from '../chats/seen-updates.js';
import type { QuestionLog } from '../faq/question-log.js';
import { claimJob, finishJob } from './job-runs.js';
import type { Database } from './open-database.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Telegram keeps an update for a day; one that is older never comes again. */
const UPDATES_KEPT_MS = 2 * DAY_MS;

/**
 * What the database needs now and then: the embedded one has no background processes of its own (PGlite runs
 * PostgreSQL's single-user mode), and rows about single people are purged after the retention time.
 * @returns called at every tick, runs what is due
 */
export function createUpkeep(
  database: Database,
  questions: QuestionLog,
  seenUpdates: SeenUpdates,
  retentionDays: number,
): (now: Date) => Promise<void> {
  const jobs: { name: string; everyMs: number; run(now: Date): Promise<unknown> }[] = [
    { name: 'checkpoint', everyMs: HOUR_MS, run: () => database.checkpoint() },
    { name: 'vacuum', everyMs: DAY_MS, run: () => database.vacuum() },
    {
      name: 'purge',
      everyMs: DAY_MS,
      run: (now) => questions.purgeBefore(new Date(now.getTime() - retentionDays * DAY_MS)),
    },
    {
      name: 'forget-updates',
      everyMs: HOUR_MS,
      run: (now) => seenUpdates.purgeBefore(new Date(now.getTime() - UPDATES_KEPT_MS)),
    },
  ];
  return async (now) => {
    for (const job of jobs) {
      if (!(await claimJob(database.prisma, job.name, job.everyMs, now))) continue;
      await job.run(now);
      await finishJob(database.prisma, job.name, now);
    }
  };
}

import type { QuestionLog } from '../faq/question-log.js';
import type { InteractionBook } from '../reach/interaction-book.js';
import { claimJob, finishJob } from './job-runs.js';
import type { Database } from './open-database.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What the database needs now and then: the embedded one has no background processes of its own (PGlite runs
 * PostgreSQL's single-user mode), and rows about single people are purged after the retention time.
 * @returns called at every tick, runs what is due
 */
export function createUpkeep(
  database: Database,
  questions: QuestionLog,
  interactions: InteractionBook,
  retentionDays: number,
): (now: Date) => Promise<void> {
  const jobs: { name: string; everyMs: number; run(now: Date): Promise<unknown> }[] = [
    { name: 'checkpoint', everyMs: HOUR_MS, run: () => database.checkpoint() },
    { name: 'vacuum', everyMs: DAY_MS, run: () => database.vacuum() },
    {
      name: 'purge',
      everyMs: DAY_MS,
      run: async (now) => {
        const before = new Date(now.getTime() - retentionDays * DAY_MS);
        await questions.purgeBefore(before);
        await interactions.purgeBefore(before);
      },
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

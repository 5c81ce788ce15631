import type { PrismaClient } from './open-database.js';

/**
 * Claims a repeating job: true for exactly one caller per period, also across restarts and processes.
 * @param everyMs the period; a job that never ran is due at once
 */
export async function claimJob(prisma: PrismaClient, job: string, everyMs: number, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - everyMs);
  const claimed = await prisma.$executeRaw`
    INSERT INTO "JobRun" ("job", "startedAt") VALUES (${job}, ${now})
    ON CONFLICT ("job") DO UPDATE SET "startedAt" = ${now} WHERE "JobRun"."startedAt" <= ${before}`;
  return claimed > 0;
}

/** Notes that the job came to its end. */
export async function finishJob(prisma: PrismaClient, job: string, now: Date): Promise<void> {
  await prisma.jobRun.update({ where: { job }, data: { finishedAt: now } });
}

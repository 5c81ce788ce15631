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

/**
 * Claims a job that is done once a day at an hour of its own: true when it has not come to its end since that hour.
 * Seen for the first time it counts as done, so that a new installation does not begin with it.
 * @param since   the latest such hour
 * @param retryMs how long after a run that failed, or was cut off, it is claimed again
 */
export async function claimDailyJob(
  prisma: PrismaClient,
  job: string,
  since: Date,
  retryMs: number,
  now: Date,
): Promise<boolean> {
  const retried = new Date(now.getTime() - retryMs);
  await prisma.$executeRaw`
    INSERT INTO "JobRun" ("job", "startedAt", "finishedAt") VALUES (${job}, ${now}, ${now}) ON CONFLICT DO NOTHING`;
  const claimed = await prisma.$executeRaw`
    UPDATE "JobRun" SET "startedAt" = ${now}
    WHERE "job" = ${job} AND ("finishedAt" IS NULL OR "finishedAt" < ${since})
      AND ("startedAt" <= ${retried} OR "startedAt" <= "finishedAt")`;
  return claimed > 0;
}

/** Notes that the job came to its end. */
export async function finishJob(prisma: PrismaClient, job: string, now: Date): Promise<void> {
  await prisma.jobRun.update({ where: { job }, data: { finishedAt: now } });
}

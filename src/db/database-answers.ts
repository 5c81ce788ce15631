import { setTimeout as delay } from 'node:timers/promises';
import type { PrismaClient } from './open-database.js';

const PATIENCE_MS = 3_000;

/** True when the database answers the simplest question in time. */
export async function databaseAnswers(prisma: PrismaClient): Promise<boolean> {
  const waiting = new AbortController();
  const answer = prisma.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const silence = delay(PATIENCE_MS, false, { signal: waiting.signal, ref: false }).catch(() => false);
  const answers = await Promise.race([answer, silence]);
  waiting.abort();
  return answers;
}

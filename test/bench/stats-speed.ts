/**
 * How long the whole 统计 takes over 1,000,000 deliveries of one year, against a naive variant that asks Prisma for each
 * figure by itself, in the same run. On the embedded database, and on a server too where TEST_DATABASE_URL is set.
 * Usage: `npm run bench:stats`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase, type PrismaClient } from '../../src/db/open-database.js';
import { createReachRows } from '../../src/db/reach-rows.js';
import { aTestDatabase } from '../support/test-database.js';

const ROUNDS = 5;
const MIDDLE = Math.floor(ROUNDS / 2);
const FROM = '2026-01-01';
const TO = '2026-12-31';
/** Communities of one street; every eighth chat belongs to each. */
const COMMUNITIES = 8;

/** 200 notices to 5,000 chats, 300 of them groups; 3 in 100 refused, 1 in 1,000 unknown. */
const ROWS = [
  `INSERT INTO "Unit" ("id", "kind", "name", "parentId") VALUES ('street', 'street', '街道', NULL)`,
  `INSERT INTO "Unit" ("id", "kind", "name", "parentId")
   SELECT 'community-' || n, 'community', '社区', 'street' FROM generate_series(0, ${COMMUNITIES - 1}) AS n`,
  `INSERT INTO "Chat" ("id", "kind", "key", "address", "unitId", "state", "stateAt", "seats", "createdAt")
   SELECT n, CASE WHEN n <= 300 THEN 'supergroup' ELSE 'private' END::"ChatKind", 'key-' || n, '', 'community-' || n % ${COMMUNITIES},
          'active', now(), CASE WHEN n <= 300 THEN 100 + n END, now() FROM generate_series(1, 5000) AS n`,
  `INSERT INTO "Notice" ("id", "source", "title", "body", "contentVersion", "audience", "state", "stateAt", "createdAt")
   SELECT n, 'observance', '推送', '{}', 'v1', '{}', 'done', now(), now() FROM generate_series(1, 200) AS n`,
  `INSERT INTO "Delivery" ("noticeId", "chatId", "kind", "unitId", "state", "reason", "attempts", "settledAt", "day", "messageId", "contentVersion", "seats")
   SELECT notice, chat, CASE WHEN chat <= 300 THEN 'supergroup' ELSE 'private' END::"ChatKind", 'community-' || chat % ${COMMUNITIES},
          CASE WHEN (notice * 7 + chat) % 100 < 3 THEN 'refused' WHEN (notice * 7 + chat) % 1000 = 500 THEN 'unknown' ELSE 'sent' END::"DeliveryState",
          CASE WHEN (notice * 7 + chat) % 100 < 3 THEN (ARRAY['blocked', 'deactivated', 'no-rights'])[1 + (notice * 7 + chat) % 100] END,
          1, now(), (DATE '2026-01-01' + (notice * 365 / 201))::text, chat, 'v1', CASE WHEN chat <= 300 THEN 100 + chat + notice % 5 END
   FROM generate_series(1, 200) AS notice, generate_series(1, 5000) AS chat`,
  `INSERT INTO "Question" ("at", "day", "inGroup", "unitId", "outcome")
   SELECT now(), (DATE '2026-01-01' + n % 365)::text, n % 3 = 0, 'community-' || n % ${COMMUNITIES},
          (ARRAY['answered', 'choices', 'none'])[1 + n % 3]::"QuestionOutcome" FROM generate_series(1, 50000) AS n`,
  `INSERT INTO "Interaction" ("day", "personKey", "unitId")
   SELECT (DATE '2026-10-01' + day)::text, 'a-keyed-hash-of-27-chars-' || person, 'community-' || person % ${COMMUNITIES}
   FROM generate_series(0, 89) AS day, generate_series(1, 2000) AS person WHERE (day + person) % 2 = 0`,
  `INSERT INTO "Subscription" ("chatId", "change", "at", "day")
   SELECT n, 'subscribed', now(), (DATE '2026-01-01' + n % 365)::text FROM generate_series(301, 5000) AS n`,
];

/** Everything that 统计 shows, asked for the way one would at first: a query of Prisma's per figure. */
async function naive(prisma: PrismaClient, unitIds: string[] | null): Promise<unknown> {
  const here = { day: { gte: FROM, lte: TO }, ...(unitIds ? { unitId: { in: unitIds } } : {}) };
  const group = { kind: { not: 'private' as const } };
  return Promise.all([
    prisma.delivery.groupBy({ by: ['noticeId'], where: { ...here, state: 'sent' } }),
    prisma.delivery.count({ where: { ...here, ...group, state: 'sent' } }),
    prisma.delivery.count({ where: { ...here, kind: 'private', state: 'sent' } }),
    prisma.delivery.groupBy({ by: ['reason'], where: { ...here, state: 'refused' }, _count: true }),
    prisma.delivery.count({ where: { ...here, state: 'unknown' } }),
    prisma.delivery.groupBy({ by: ['chatId'], where: { ...here, ...group, state: 'sent' }, _max: { seats: true } }),
    prisma.delivery.groupBy({ by: ['chatId'], where: { ...here, kind: 'private', state: 'sent' } }),
    prisma.interaction.groupBy({ by: ['personKey'], where: here }),
    prisma.question.groupBy({ by: ['outcome'], where: here, _count: true }),
    prisma.subscription.groupBy({ by: ['change'], where: { day: here.day }, _count: true }),
    prisma.activity.groupBy({ by: ['kind'], where: { ...here, deletedAt: null }, _count: true, _sum: { count: true } }),
  ]);
}

async function measure(name: string, at: { url: string } | { databaseDir: string }): Promise<void> {
  const database = await openDatabase(at);
  try {
    const filledAt = performance.now();
    for (const sql of ROWS) await database.prisma.$executeRawUnsafe(sql);
    await database.prisma.$executeRawUnsafe('VACUUM ANALYZE');
    const filledMs = performance.now() - filledAt;
    const deliveries = await database.prisma.delivery.count();
    console.log(`${name}: ${deliveries} deliveries, filled in ${(filledMs / 1000).toFixed(0)} s`);
    const rows = createReachRows(database.prisma);
    const community = ['community-1'];
    const subjects: Record<string, () => Promise<unknown>> = {
      '统计, a year, everywhere': () => rows.facts(FROM, TO, null),
      'Prisma per figure, a year, everywhere': () => naive(database.prisma, null),
      '统计, a year, one community': () => rows.facts(FROM, TO, community),
      'Prisma per figure, a year, one community': () => naive(database.prisma, community),
      '统计, a month, everywhere': () => rows.facts('2026-11-01', '2026-11-30', null),
      'the chart’s 30 days': () => rows.days('2026-11-01', '2026-11-30', null),
    };
    const timesMs = new Map<string, number[]>(Object.keys(subjects).map((subject) => [subject, []]));
    // The embedded database runs in this process: its CPU time says more than the clock on a machine that others use.
    const cpuMs = new Map<string, number[]>(Object.keys(subjects).map((subject) => [subject, []]));
    // Round 0 warms up. The subjects take turns, so that a busy machine disturbs all alike.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [subject, ask] of Object.entries(subjects)) {
        const before = performance.now();
        const cpuBefore = process.cpuUsage();
        await ask();
        const cpu = process.cpuUsage(cpuBefore);
        if (round === 0) continue;
        timesMs.get(subject)?.push(performance.now() - before);
        cpuMs.get(subject)?.push((cpu.user + cpu.system) / 1000);
      }
    }
    for (const [subject, times] of timesMs) {
      times.sort((a, b) => a - b);
      const at = (place: number) => (times[place] ?? 0).toFixed(0);
      const cpu = cpuMs.get(subject)?.sort((a, b) => a - b)[MIDDLE] ?? 0;
      console.log(
        `  ${subject}: median ${at(MIDDLE)} ms, longest ${at(ROUNDS - 1)} ms; CPU of this process ${cpu.toFixed(0)} ms`,
      );
    }
    const median = (subject: string) => timesMs.get(subject)?.[MIDDLE] ?? 0;
    for (const scope of ['everywhere', 'one community']) {
      const ratio = median(`Prisma per figure, a year, ${scope}`) / median(`统计, a year, ${scope}`);
      console.log(`  ${scope}: a query per figure takes ${ratio.toFixed(1)} times as long`);
    }
  } finally {
    await database.close();
  }
}

const dir = await mkdtemp(path.join(tmpdir(), 'pufa-bench-'));
try {
  await measure('embedded', { databaseDir: path.join(dir, 'database') });
} finally {
  await rm(dir, { recursive: true, force: true });
}
if (process.env.TEST_DATABASE_URL) {
  const place = await aTestDatabase('telegram');
  if (place.databaseUrl) await measure('server', { url: place.databaseUrl });
  await place.remove();
}

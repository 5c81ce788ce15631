import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase } from '../support/a-database.js';

const NOW = new Date('2026-11-30T02:00:00Z');
const PERSON = 700_000_003;

describe('audit rows', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;
  beforeAll(async () => {
    db = await aDatabase();
    await db.chats.consent(PERSON, 'v1', 'zh', NOW);
  });
  afterAll(() => db.close());

  const rows = () => db.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } });

  it.each<[string, () => Promise<unknown>]>([
    ['changed', () => db.prisma.auditEntry.updateMany({ data: { reason: 'nothing happened' } })],
    ['given another actor', () => db.prisma.auditEntry.updateMany({ data: { actorKey: 'somebody else' } })],
    [
      'changed while the actor is forgotten',
      () => db.prisma.auditEntry.updateMany({ data: { actorKey: null, action: 'x' } }),
    ],
    ['moved to another day', () => db.prisma.$executeRaw`UPDATE "AuditEntry" SET "day" = '2020-01-01'`],
    ['removed', () => db.prisma.auditEntry.deleteMany()],
  ])('are never %s', async (_name, attempt) => {
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    await expect(attempt()).rejects.toThrow(/append-only/);
    expect(await rows()).toEqual(before);
  });

  it('forget the person at an erasure, and tell everything else', async () => {
    const before = await rows();
    expect(before[0]?.actorKey).not.toBeNull();
    expect(await db.chats.erase(PERSON, NOW)).toBe(true);
    const after = await rows();
    expect(after.slice(0, before.length)).toEqual(before.map((row) => ({ ...row, actorKey: null })));
    expect(after.at(-1)).toMatchObject({ action: 'chat.erase', actorKey: null });
  });
});

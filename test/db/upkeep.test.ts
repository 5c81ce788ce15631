import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInteractionBook } from '../../src/db/interaction-book.js';
import { createQuestionLog } from '../../src/db/question-log.js';
import { createUpkeep } from '../../src/db/upkeep.js';
import { aDatabase, ZONE } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';

const NOW = instantOf('2026-12-04T03:00');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('the upkeep of the database', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;

  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(() => db.close());

  it('forgets who asked what after the retention time, and keeps the count', async () => {
    const questions = createQuestionLog(db.prisma, ZONE);
    const asked = {
      askerKey: 'somebody',
      inGroup: false,
      unitId: 'spring',
      entryId: null,
      choiceIds: [],
      maskedText: '怎么办',
    };
    await questions.record({ ...asked, outcome: 'none' }, new Date(NOW.getTime() - 91 * DAY_MS));
    await questions.record({ ...asked, outcome: 'none' }, new Date(NOW.getTime() - 89 * DAY_MS));
    await createUpkeep(db.database, questions, createInteractionBook(db.prisma, ZONE), 90)(NOW);
    const kept = await db.prisma.question.findMany({ orderBy: { at: 'asc' } });
    expect(kept.map(({ askerKey, maskedText }) => [askerKey, maskedText])).toEqual([
      [null, null],
      ['somebody', '怎么办'],
    ]);
  });

  it('counts the people of each month before it forgets them, and never counts back', async () => {
    const interactions = createInteractionBook(db.prisma, ZONE);
    const facts = async () => {
      const rows = await db.prisma.monthlyPeople.findMany({ orderBy: [{ month: 'asc' }, { unitId: 'asc' }] });
      return rows.map(({ month, unitId, people }) => `${month} ${unitId || 'everywhere'} ${people}`);
    };
    const on = (day: string) => instantOf(`${day}T12:00`);
    await interactions.record('a', 'spring', on('2026-09-02'));
    await interactions.record('a', 'spring', on('2026-09-02'));
    await interactions.record('a', null, on('2026-09-30'));
    await interactions.record('b', null, on('2026-09-30'));
    await interactions.record('b', 'spring', on('2026-10-01'));
    await interactions.record('adviser', 'spring', on('2026-10-01'));
    const role = { personKey: 'adviser', name: 'adviser' as const, unitId: 'spring', grantedAt: NOW };
    await db.prisma.role.create({ data: role });
    expect(await interactions.purgeBefore(on('2026-09-30'))).toBe(1);
    expect(await facts()).toEqual([
      ...['2026-09 everywhere 2', '2026-09 spring 1', '2026-10 everywhere 1', '2026-10 spring 1'],
    ]);
    expect(await interactions.purgeBefore(on('2026-12-01'))).toBe(4);
    await interactions.purgeBefore(on('2026-12-01'));
    expect(await facts()).toHaveLength(4);
    expect(await db.prisma.interaction.count()).toBe(0);
  });

  it('runs each job once per period, also when two ask at once', async () => {
    const later = new Date(NOW.getTime() + DAY_MS);
    const interactions = createInteractionBook(db.prisma, ZONE);
    const upkeep = createUpkeep(db.database, createQuestionLog(db.prisma, ZONE), interactions, 90);
    await Promise.all([upkeep(later), upkeep(later)]);
    expect(await db.prisma.jobRun.findMany({ where: { startedAt: later } })).toHaveLength(3);
  });

  it('does not disturb a query that is under way', async () => {
    const reads = Array.from({ length: 200 }, () => db.prisma.question.findMany({ where: { askerKey: 'somebody' } }));
    const work = Array.from({ length: 20 }, () => Promise.all([db.database.checkpoint(), db.database.vacuum()]));
    const rows = await Promise.all(reads);
    await Promise.all(work);
    expect(rows.every((found) => found.length === 1)).toBe(true);
  });
});

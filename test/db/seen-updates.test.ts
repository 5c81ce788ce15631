import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeenUpdates } from '../../src/db/seen-updates.js';
import { aDatabase } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';

const NOW = instantOf('2026-12-04T09:00');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('updates that were taken up', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;
  const process = (name: string, alone = false) => createSeenUpdates(db.prisma, { name, alone });

  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(() => db.close());

  it('are ours once, and done afterwards', async () => {
    expect(await process('a').claim(1, NOW)).toBe('ours');
    await process('a').done(1, NOW);
    expect(await process('a').claim(1, NOW)).toBe('done');
    expect(await process('b').claim(1, later(3_600))).toBe('done');
  });

  it('go to one of several processes that ask at once', async () => {
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((name) => process(name).claim(2, NOW)));
    expect(claims.sort()).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'ours']);
  });

  it('are left to a living process for a minute, then to one heir', async () => {
    await process('dead').claim(3, NOW);
    expect(await process('a').claim(3, later(59))).toBe('elsewhere');
    const claims = await Promise.all(['a', 'b', 'c'].map((name) => process(name).claim(3, later(61))));
    expect(claims.sort()).toEqual(['elsewhere', 'elsewhere', 'ours']);
  });

  it('of a dead process are taken over at once by one that is alone', async () => {
    await process('dead').claim(4, NOW);
    expect(await process('a', true).claim(4, later(1))).toBe('ours');
  });

  it('have ids of any size', async () => {
    expect(await process('a').claim(2 ** 40, NOW)).toBe('ours');
    await process('a').done(2 ** 40, NOW);
    expect(await process('a').claim(2 ** 40, NOW)).toBe('done');
  });
});

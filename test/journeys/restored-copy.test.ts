import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { restoreBackup } from '../../src/db/backup/restore-backup.js';
import { takeBackup } from '../../src/db/backup/take-backup.js';
import { dataFolderOf } from '../../src/db/claim-house.js';
import { createNoticeBook } from '../../src/db/notice-book.js';
import { readOverview } from '../../src/db/read-overview.js';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aNotice } from '../support/a-database.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram } from '../support/a-telegram.js';
import { instantOf } from '../support/instant-of.js';
import { aTestDatabase, type TestDatabase } from '../support/test-database.js';

/*
 * 4 December 09:00: the law day's message has reached the group, 张大爷's waits for two minutes. Backup, while it runs.
 * It goes on: his message at 09:03, the week's last step on the 7th at 18:30. Then the machine burns down.
 * 7 December 20:00: the copy is restored. Telegram has gone on all the while, so its world is the latest.
 */
let house: TestHouse;
let copy: TestHouse;
let place: TestDatabase;
let dir: string;

const DAY = '今天是国家宪法日';
const sent = (from: TestHouse) =>
  from.sandbox.world
    .deliveries()
    .map(({ chatId, text }) => `${chatId} ${text}`)
    .sort();
const sentWith = (from: TestHouse, words: string) => sent(from).filter((line) => line.includes(words)).length;

beforeAll(async () => {
  house = await aHouse('2026-12-03T10:00');
  const telegram = aTelegram(house);
  await aBoundGroup(house, telegram);
  await subscribe(house, telegram, '张大爷');
  const { prisma } = house.running.database;
  const future = aNotice(instantOf('2026-12-08T10:00'), { slot: 'by-hand', body: { kind: 'text', html: '明天停水' } });
  const chats = await prisma.chat.findMany({
    select: { id: true, kind: true, unitId: true },
    where: { state: 'active' },
  });
  await createNoticeBook(prisma).release(future, chats, instantOf('2026-12-03T11:00'));
  await prisma.dialogue.create({ data: { personKey: 'k', kind: 'note', data: {}, at: instantOf('2026-12-03T11:00') } });

  house.sandbox.faults.add({
    method: 'sendMessage',
    chat: telegram.person('张大爷'),
    fault: { kind: 'answer', code: 429, description: 'Too Many Requests', parameters: { retry_after: 120 } },
  });
  await house.moveTo('2026-12-04T09:00');
  dir = await mkdtemp(path.join(tmpdir(), 'pufa-moved-'));
  const file = path.join(dir, 'half-sent.gz');
  // The machine's clock stands where the house's base does: 23 hours behind the sandbox.
  await takeBackup(house.config, file, instantOf('2026-12-03T10:00'));
  expect(sentWith(house, DAY)).toBe(1);

  await house.moveTo('2026-12-04T09:03');
  expect(sentWith(house, DAY)).toBe(2);
  await house.moveTo('2026-12-07T18:35');
  await house.running.stop();

  place = await aTestDatabase();
  const env = { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '' };
  const config = parseConfig({ ...env, CONTENT_DIR: path.resolve('content') });
  const done = await restoreBackup(config, file, instantOf('2026-12-06T21:00'));
  expect(done).toMatchObject({ unknown: 1, closed: 1, keyRestored: true });
  await cp(dataFolderOf(house.config).sandboxStateFile, dataFolderOf(config).sandboxStateFile);
  copy = await aHouse('2026-12-03T11:25', env);
  await copy.moveTo('2026-12-07T20:00');
}, 120_000);
afterAll(async () => {
  await copy?.close();
  await house?.close();
  await place?.remove();
  await rm(dir, { recursive: true, force: true });
});

it('a restored copy sends nothing again', async () => {
  await copy.moveTo('2026-12-07T20:30');
  expect(sent(copy)).toEqual(sent(house));
  const { prisma } = copy.running.database;
  const half = await prisma.notice.findUnique({
    where: { slot: 'constitution-day/2026/day' },
    include: { deliveries: { orderBy: { id: 'asc' } } },
  });
  expect(half).toMatchObject({ state: 'done', stateReason: 'restored' });
  expect(half?.deliveries.map(({ state, reason }) => [state, reason])).toEqual([
    ['sent', null],
    ['unknown', 'restored'],
  ]);
});

it('a step that was due meanwhile is skipped, and pufa notices says why', async () => {
  const notices = await readOverview(copy.config, 'notices', false);
  expect(notices).toContain('2026-12-07 18:30　宪法宣传周　skipped（restored）');
  expect(notices).toMatch(/2026-12-04 09:00　国家宪法日　done（restored）　(sent 1，unknown 1|unknown 1，sent 1)/);
});

it('nobody is asked what they were asked before, and the restoring is on record', async () => {
  const { prisma } = copy.running.database;
  expect(await prisma.dialogue.count()).toBe(0);
  expect(await prisma.auditEntry.findFirst({ where: { action: 'backup.restore' } })).toMatchObject({ actorKey: null });
});

it('what is due later is sent once: a released notice and a step of the calendar', async () => {
  await copy.moveTo('2026-12-08T10:00');
  expect(sentWith(copy, '明天停水')).toBe(2);
  const before = sent(copy).length;
  await copy.moveTo('2026-12-09T19:00');
  await copy.moveTo('2026-12-09T19:05');
  expect(sent(copy).length).toBe(before + 2);
});

import path from 'node:path';
import { Api } from 'grammy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIdentity } from '../../src/chats/identity.js';
import { createChatBook } from '../../src/db/chat-book.js';
import { createNoticeBook } from '../../src/db/notice-book.js';
import { type Database, openDatabase } from '../../src/db/open-database.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { movableClock, systemClock } from '../../src/time/clock.js';
import { aCommand, type CommandRun } from '../support/a-command.js';
import { aNotice, ZONE } from '../support/a-database.js';
import { confirmed } from '../support/a-telegram.js';
import { aTestDatabase, type TestDatabase } from '../support/test-database.js';

const IDENTITY_KEY = 'a secret for this test only';
const SUBSCRIBERS = 60;
const TEXT = '今天要发给六十个人的话';
const ZHANG = 700_000_003;

/** The program in a process of its own, stopped by SIGTERM in the middle of everything, and started again. */
describe('SIGTERM', { timeout: 90_000 }, () => {
  let sandbox: Sandbox;
  let place: TestDatabase;
  let people: number[];
  let run: CommandRun;

  const begin = () =>
    aCommand(['start'], {
      BOT_TOKEN: sandbox.token,
      TELEGRAM_API_ROOT: sandbox.apiRoot,
      DATA_DIR: place.dataDir,
      CONTENT_DIR: path.resolve('content'),
      PORT: '0',
      IDENTITY_KEY,
      SEND_RATE_PER_SECOND: '1000',
      LOG_LEVEL: 'warn',
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    });
  const inDatabase = async <T>(look: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(
      place.databaseUrl ? { url: place.databaseUrl } : { databaseDir: path.join(place.dataDir, 'database') },
    );
    return look(database).finally(() => database.close());
  };
  const states = () =>
    inDatabase(async ({ prisma }) => {
      const rows = await prisma.delivery.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map((row) => [row.state, row._count]));
    });
  const reached = () => sandbox.world.deliveries().filter(({ text }) => text === TEXT);
  const answers = (person: number) =>
    sandbox.world.deliveries().filter(({ chatId, text }) => chatId === person && text !== TEXT).length;
  const patiently = (look: () => void) => vi.waitFor(look, { timeout: 40_000, interval: 10 });

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: movableClock(systemClock), timeZone: ZONE });
    place = await aTestDatabase('telegram');
    const { world } = sandbox;
    people = Array.from({ length: SUBSCRIBERS }, (_, i) => {
      const made = world.addPerson({ name: `居民${i}` });
      if (!made.ok) throw new Error(made.message);
      return made.person;
    });
    for (const person of [ZHANG, ...people]) world.startBot(person);
    const api = new Api(sandbox.token, { apiRoot: sandbox.apiRoot });
    await api.getUpdates({ offset: -1 }).then(([newest]) => api.getUpdates({ offset: (newest?.update_id ?? 0) + 1 }));
    await inDatabase(async ({ prisma }) => {
      const now = new Date();
      const chats = createChatBook(prisma, createIdentity(IDENTITY_KEY), ZONE, []);
      for (const person of people) await chats.consent(person, 'v1', 'zh', now);
      const notices = createNoticeBook(prisma);
      const audience = await notices.activeChats([]);
      await notices.release(aNotice(now, { slot: 'stop', body: { kind: 'text', html: TEXT } }), audience, now);
    });
  });
  afterAll(async () => {
    await run.end('SIGKILL');
    await sandbox.close();
    await place.remove();
  });

  it('in the middle of a send ends within 10 seconds, and every message has its outcome', async () => {
    sandbox.faults.add({ method: 'sendMessage', times: 1_000_000, fault: { kind: 'delay', ms: 150 } });
    run = begin();
    await run.said('正在运行');
    await patiently(() => expect(reached().length).toBeGreaterThan(15));
    const { code, ms } = await run.end('SIGTERM');
    console.log(`SIGTERM in the middle of a send: ${Math.round(ms)} ms`);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    const sent = reached().length;
    expect(sent).toBeLessThan(SUBSCRIBERS);
    expect(await states()).toEqual({ sent, planned: SUBSCRIBERS - sent });
  });

  it('does not wait for a call that hangs: its outcome is unknown, and it is not sent again', async () => {
    const [hanging = 0] = people.filter((person) => !reached().some(({ chatId }) => chatId === person));
    sandbox.faults.clear();
    sandbox.faults.add({ method: 'sendMessage', chat: hanging, fault: { kind: 'hang', delivered: true, ms: 60_000 } });
    run = begin();
    await run.said('正在运行');
    await patiently(() => expect(sandbox.faults.list()).toEqual([]));
    const { code, ms } = await run.end('SIGTERM');
    console.log(`SIGTERM during a call that hangs: ${Math.round(ms)} ms`);
    expect([code, ms < 10_000]).toEqual([0, true]);
    expect(await states()).toMatchObject({ claimed: 1 });
  });

  it('in the middle of an answer finishes it, and leaves the questions behind it to the next start', async () => {
    const asking = people.slice(0, 5);
    run = begin();
    await run.said('正在运行');
    // While one question is being answered the others queue up: they are fetched together.
    const slow = { method: 'sendMessage', fault: { kind: 'delay', ms: 700 } } as const;
    sandbox.faults.add({ ...slow, chat: ZHANG });
    sandbox.faults.add({ ...slow, chat: asking[0] ?? 0 });
    sandbox.world.send(ZHANG, ZHANG, { text: '楼上扔东西' });
    await patiently(() => expect(sandbox.faults.list()).toHaveLength(1));
    for (const person of asking) sandbox.world.send(person, person, { text: '楼上扔东西' });
    await patiently(() => expect(sandbox.faults.list()).toHaveLength(0));
    const { code, ms } = await run.end('SIGTERM');
    console.log(`SIGTERM in the middle of an answer: ${Math.round(ms)} ms`);
    expect([code, ms < 10_000]).toEqual([0, true]);
    expect([ZHANG, ...asking].map(answers)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await inDatabase(({ prisma }) => prisma.seenUpdate.count({ where: { doneAt: null } }))).toBe(0);

    run = begin();
    await run.said('正在运行');
    await confirmed(sandbox);
    expect([ZHANG, ...asking].map(answers)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('has cost nobody a message and nobody two', async () => {
    await patiently(() => expect(reached().length).toBe(SUBSCRIBERS));
    expect(new Set(reached().map(({ chatId }) => chatId)).size).toBe(SUBSCRIBERS);
    expect((await run.end('SIGTERM')).code).toBe(0);
    // The one whose answer nobody waited for: a person decides, the program does not send it again.
    expect(await states()).toEqual({ sent: SUBSCRIBERS - 1, unknown: 1 });
    const notice = await inDatabase(({ prisma }) => prisma.notice.findUnique({ where: { slot: 'stop' } }));
    expect(notice?.state).toBe('done');
  });
});

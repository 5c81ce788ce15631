import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { type Running, start } from '../../src/main.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { movableClock, systemClock } from '../../src/time/clock.js';
import { confirmed } from '../support/a-telegram.js';
import { aTestDatabase, type TestDatabase } from '../support/test-database.js';

/** With BOT_TOKEN and TELEGRAM_API_ROOT it is the real bot: here the other side is a sandbox of its own. */
describe('the real bot by long polling', () => {
  let sandbox: Sandbox;
  let place: TestDatabase;
  let running: Running;

  const env = () => ({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    ADMIN_IDS: '700000002',
    DATA_DIR: place.dataDir,
    CONTENT_DIR: path.resolve('content'),
    PORT: '0',
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
  });

  beforeAll(async () => {
    sandbox = await startSandbox({ clock: movableClock(systemClock), timeZone: 'Asia/Shanghai' });
    place = await aTestDatabase('telegram');
    running = await start(parseConfig(env()), createLog('silent'));
  });
  afterAll(async () => {
    await running.stop();
    await sandbox.close();
    await place.remove();
  });

  const lastTo = (person: number) => sandbox.world.messages(person).at(-1)?.text ?? '';

  it('answers with law and article, and opens no sandbox of its own', async () => {
    expect(running.sandbox).toBeNull();
    expect(running.ready).toContain('@pufa_sandbox_bot');
    sandbox.world.startBot(700000003);
    sandbox.world.send(700000003, 700000003, { text: '楼上扔东西' });
    await confirmed(sandbox);
    expect(lastTo(700000003)).toContain('第1254条');
  });

  it('is alive and ready', async () => {
    expect(running.ready).toContain(`${running.url}/readyz`);
    for (const [path, status] of [
      ['/healthz', 'ok'],
      ['/readyz', 'ready'],
    ] as const) {
      const answer = await fetch(running.url + path);
      expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ status })]);
    }
    expect((await fetch(`${running.url}/telegram/webhook`, { method: 'POST' })).status).toBe(404);
  });

  it('says so when its port is taken', async () => {
    const other = await aTestDatabase('telegram');
    const place = { DATA_DIR: other.dataDir, ...(other.databaseUrl ? { DATABASE_URL: other.databaseUrl } : {}) };
    const settings = { ...env(), ...place, PORT: new URL(running.url).port };
    await expect(start(parseConfig(settings), createLog('silent'))).rejects.toThrow('占用');
    await other.remove();
  }, 60_000);

  it('takes its administrators from ADMIN_IDS', async () => {
    for (const [person, answer] of [
      [700000002, '给哪个社区'],
      [700000001, '由街道办事处给'],
    ] as const) {
      sandbox.world.startBot(person);
      sandbox.world.send(person, person, { text: '绑定码' });
      await confirmed(sandbox);
      expect(lastTo(person)).toContain(answer);
    }
  });

  it('sets its command menus for private chats, groups and administrators, in Chinese and English', () => {
    const scopes = sandbox.calls.list().filter(({ method }) => method === 'setMyCommands');
    expect(scopes).toHaveLength(6);
    expect(scopes.every(({ status }) => status === 200)).toBe(true);
  });

  it('asks Telegram by name for the updates it wants', () => {
    const polls = sandbox.calls
      .list()
      .filter(({ method, params }) => method === 'getUpdates' && params.allowed_updates);
    expect(polls.at(-1)?.params.allowed_updates).toEqual(['message', 'callback_query', 'my_chat_member']);
  });

  it('loses no message that was sent while it was stopped', async () => {
    await running.stop();
    sandbox.world.send(700000003, 700000003, { text: '老板不发工资' });
    running = await start(parseConfig(env()), createLog('silent'));
    await confirmed(sandbox);
    expect(lastTo(700000003)).toContain('劳动');
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { openDatabase } from '../../src/db/open-database.js';
import { createLog } from '../../src/log.js';
import { type Running, start } from '../../src/main.js';
import { aTestDatabase, type TestDatabase } from '../support/test-database.js';

const TOKEN = '123456:AAaaBBbbCCccDDddEEeeFFffGG';
const log = createLog('silent');
const onServer = Boolean(process.env.TEST_DATABASE_URL);

/** Whatever an operator gets wrong: one clear sentence, and the data stays as it was. */
describe('a start that cannot be', () => {
  const opened: { close(): Promise<unknown> }[] = [];

  afterEach(async () => {
    for (const thing of opened.splice(0).reverse()) await thing.close();
  });

  async function aPlace(world: 'sandbox' | 'telegram'): Promise<TestDatabase> {
    const place = await aTestDatabase(world);
    opened.push({ close: place.remove });
    return place;
  }

  const envOf = (place: TestDatabase, more: Record<string, string> = {}) => ({
    DATA_DIR: place.dataDir,
    CONTENT_DIR: path.resolve('content'),
    PORT: '0',
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ...more,
  });

  async function begin(env: Record<string, string>): Promise<Running> {
    const running = await start(parseConfig(env), log);
    opened.push({ close: running.stop });
    return running;
  }

  /** A Bot API server that always says the same. */
  async function aTelegramThatSays(status: number, answer: object): Promise<string> {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({ close: async () => void server.close() });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('says so when two processes want one data folder or one database', async () => {
    const place = await aPlace('sandbox');
    await begin(envOf(place));
    await expect(begin(envOf(place))).rejects.toThrow('正被另一个普法进程使用');
  });

  it.skipIf(!onServer)('says so when two processes in two folders want one server database', async () => {
    const place = await aPlace('sandbox');
    await begin(envOf(place));
    await expect(begin({ ...envOf(place), DATA_DIR: path.join(place.dataDir, 'other') })).rejects.toThrow(
      '另一个普法进程正在用同一个数据库',
    );
  });

  it('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({ close: async () => void server.close() });
    const port = String((server.address() as AddressInfo).port);
    await expect(begin(envOf(await aPlace('sandbox'), { PORT: port }))).rejects.toThrow(`${port} 已经被别的程序占用`);
  });

  it('says so when the data folder cannot be written', async () => {
    const place = await aPlace('sandbox');
    const file = path.join(place.dataDir, 'a-file');
    await writeFile(file, '');
    await expect(begin({ ...envOf(place), DATA_DIR: file })).rejects.toThrow('不能写入');
  });

  it('says so when the data folder has too long a path', async () => {
    const place = await aPlace('sandbox');
    const dataDir = path.join(place.dataDir, 'x'.repeat(100));
    await expect(begin({ ...envOf(place), DATA_DIR: dataDir })).rejects.toThrow('路径太长');
  });

  it('says so when Telegram refuses the token, without repeating it', async () => {
    const api = await aTelegramThatSays(401, { ok: false, error_code: 401, description: 'Unauthorized' });
    const refusal = begin(envOf(await aPlace('telegram'), { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: api }));
    await expect(refusal).rejects.toThrow('Telegram 不认这个 BOT_TOKEN');
    await expect(refusal).rejects.not.toThrow(TOKEN);
  });

  it('says so when Telegram cannot be reached', async () => {
    const env = envOf(await aPlace('telegram'), { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    await expect(begin(env)).rejects.toThrow('连不上 Telegram');
  });

  it('ends when another process polls with the same token', async () => {
    const sandboxHouse = await begin(envOf(await aPlace('sandbox')));
    const sandbox = sandboxHouse.sandbox;
    if (!sandbox) throw new Error('no sandbox');
    const second = await begin(
      envOf(await aPlace('telegram'), { BOT_TOKEN: sandbox.token, TELEGRAM_API_ROOT: sandbox.apiRoot }),
    );
    await expect(Promise.race([sandboxHouse.failed, second.failed])).rejects.toThrow('同一个 BOT_TOKEN');
  });

  it('does not let a real bot write to the invented chats of the sandbox', async () => {
    const place = await aPlace('sandbox');
    await (await begin(envOf(place))).stop();
    const api = await aTelegramThatSays(200, {
      ok: true,
      result: { id: 1, is_bot: true, first_name: 'x', username: 'x' },
    });
    const env = envOf(place, { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: api });
    // On the embedded database the two have folders of their own; here one is put where the other looks.
    if (!place.databaseUrl) env.DATA_DIR = path.join(place.dataDir, 'sandbox');
    await expect(begin(env)).rejects.toThrow('沙盒用过的');
  });

  it('says so when the identity key is not the one the data was written with', async () => {
    const place = await aPlace('sandbox');
    await (await begin(envOf(place))).stop();
    await expect(begin(envOf(place, { IDENTITY_KEY: 'quite another secret' }))).rejects.toThrow(
      '身份密钥和数据库对不上',
    );
  });

  it('says so when the database is newer than the program, and leaves it alone', async () => {
    const place = await aPlace('sandbox');
    await (await begin(envOf(place))).stop();
    const at = place.databaseUrl
      ? { url: place.databaseUrl }
      : { databaseDir: path.join(place.dataDir, 'sandbox', 'database') };
    const database = await openDatabase(at);
    await database.prisma
      .$executeRaw`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('x', 'x', now(), '29990101000000_future', 1)`;
    await database.close();
    await expect(begin(envOf(place))).rejects.toThrow('数据库比本程序新');
  });

  it.skipIf(onServer)('says so when the embedded database is of another version, and leaves it alone', async () => {
    const place = await aPlace('sandbox');
    const databaseDir = path.join(place.dataDir, 'sandbox', 'database');
    await writeFile(path.join(databaseDir, 'PG_VERSION'), '17\n');
    const before = await readdir(databaseDir);
    await expect(begin(envOf(place))).rejects.toThrow('是 PostgreSQL 17 的');
    expect(await readdir(databaseDir)).toEqual(before);
  });

  it('lists what is broken in the content, with file and line', async () => {
    const place = await aPlace('sandbox');
    const contentDir = path.join(place.dataDir, 'content');
    await cp(path.resolve('content'), contentDir, { recursive: true });
    await mkdir(path.join(contentDir, 'observances'), { recursive: true });
    await writeFile(
      path.join(contentDir, 'observances', 'broken.md'),
      '---\nid: broken\nrule: { fixed: "02-30" }\n---\n',
    );
    await expect(begin(envOf(place, { CONTENT_DIR: contentDir }))).rejects.toThrow(
      /content\/observances\/broken\.md:\d+: /,
    );
  });

  it('ends the command with exit code 2 and one message that names every wrong setting', async () => {
    const { code, stderr } = await pufa(['start'], { PORT: 'x', TIMEZONE: 'Mars/Base' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/TIMEZONE：.*\n.*PORT：/);
  });

  it.each([
    ['an unknown command', ['fly']],
    ['a missing option', ['calendar']],
    ['an unknown option', ['ask', '--loud', '工资']],
    ['no question', ['ask']],
    ['a day that is not', ['calendar', '--from', '2026-02-30', '--to', '2026-03-01']],
    ['a year that no database knows', ['stats', '--from', '0000-01-01', '--to', '0000-01-02']],
    ['a year of six digits', ['stats', '--from', '+012026-01-01', '--to', '+012026-01-02']],
    ['a backup whose path goes through a file', ['restore', 'README.md/backup.gz']],
    ['a range that ends before it begins', ['calendar', '--from', '2026-03-02', '--to', '2026-03-01']],
  ])('ends with exit code 2 and one line at %s', async (_name, args) => {
    const { code, stderr } = await pufa(args, {});
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['the command', []],
    ['what to do with the content', ['content']],
  ])('ends with exit code 2 and the help, nothing else, where %s is left out', async (_name, args) => {
    const { code, stderr } = await pufa(args, {});
    expect(code).toBe(2);
    expect(stderr).toMatch(/^用法：/);
    expect(stderr).not.toMatch(/outputHelp|display help/);
  });

  async function pufa(args: string[], env: Record<string, string>): Promise<{ code: number; stderr: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = await once(child, 'close');
    return { code, stderr: Buffer.concat(chunks).toString() };
  }
});

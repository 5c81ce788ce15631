import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Config, parseConfig } from '../../src/config.js';
import { restoreBackup } from '../../src/db/backup/restore-backup.js';
import { takeBackup } from '../../src/db/backup/take-backup.js';
import { type BackupDone, writeBackup } from '../../src/db/backup/write-backup.js';
import { dataFolderOf } from '../../src/db/claim-house.js';
import { checkIdentityKey, checkWorld, identityKey } from '../../src/db/identity-key.js';
import { type Database, openDatabase } from '../../src/db/open-database.js';
import { aDatabase } from '../support/a-database.js';
import { everyRow, fillEveryTable } from '../support/every-table.js';
import { instantOf } from '../support/instant-of.js';
import { aTestDatabase } from '../support/test-database.js';

const TAKEN = instantOf('2026-12-04T10:00');
const RESTORED = instantOf('2026-12-04T12:00');

describe('a backup', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;
  let config: Config;
  let dir: string;
  let file: string;
  let done: BackupDone;
  const gone: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    db = await aDatabase();
    dir = await mkdtemp(path.join(tmpdir(), 'pufa-backups-'));
    file = path.join(dir, 'all.gz');
    config = settings(db.place);
    const folder = dataFolderOf(config);
    await checkWorld(db.prisma, 'telegram');
    await checkIdentityKey(db.prisma, identityKey(null, folder.identityKeyFile));
    await fillEveryTable(db.database);
    done = await writeBackup(db.database, { config, folder }, file, TAKEN);
  }, 120_000);
  afterAll(async () => {
    for (const remove of gone) await remove();
    await db.close();
    await rm(dir, { recursive: true });
  });

  function settings(place: { dataDir: string; databaseUrl: string | null }, env: Record<string, string> = {}) {
    const token = { BOT_TOKEN: '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    return parseConfig({ ...token, DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '', ...env });
  }

  /** A place nobody has ever used: not even a database is there, or an empty one of this build. */
  async function anEmptyPlace(kind: 'bare' | 'embedded' | 'server') {
    if (kind === 'bare') {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'pufa-empty-'));
      gone.push(() => rm(dataDir, { recursive: true }));
      return settings({ dataDir, databaseUrl: null });
    }
    const place = await aTestDatabase('telegram');
    gone.push(place.remove);
    return settings(place);
  }

  const here = process.env.TEST_DATABASE_URL ? 'server' : 'embedded';
  const opened = async <Result>(at: Config, work: (database: Database) => Promise<Result>) => {
    const { databaseDir } = dataFolderOf(at);
    const database = await openDatabase(at.databaseUrl ? { url: at.databaseUrl } : { databaseDir });
    return work(database).finally(() => database.close());
  };

  /** All rows as they should be after the restoring. */
  async function expectedRows() {
    const rows = await everyRow(db.database);
    return { ...rows, Dialogue: [], AuditEntry: rows.AuditEntry ?? [], Setting: rows.Setting ?? [] };
  }

  async function expectRestored(to: Config) {
    await opened(to, async (database) => {
      const rows = await everyRow(database);
      const expected = await expectedRows();
      const added = (table: 'AuditEntry' | 'Setting') =>
        rows[table]?.filter((row) => !expected[table].includes(row)) ?? [];
      expect(added('AuditEntry').map((row) => JSON.parse(row).action)).toEqual(['backup.restore']);
      expect(added('Setting').map((row) => JSON.parse(row))).toEqual([
        { key: 'restored-gap', value: JSON.stringify({ from: TAKEN.toISOString(), to: RESTORED.toISOString() }) },
      ]);
      for (const table of ['AuditEntry', 'Setting'] as const) {
        rows[table] = rows[table]?.filter((row) => expected[table].includes(row)) ?? [];
      }
      expect(rows).toEqual(expected);
      const { id } = await database.prisma.chat.create({
        data: { kind: 'group', key: 'new', address: '-1', stateAt: TAKEN, createdAt: TAKEN },
      });
      // Buttons of the time that was lost carry ids: none of them may meet this chat.
      expect(id).toBeGreaterThan(10_000 + 1_200);
    });
  }

  it('holds something of every table, is closed to others, and leaves nothing else behind', async () => {
    const rows = await everyRow(db.database);
    expect(Object.entries(rows).filter(([, found]) => found.length === 0)).toEqual([]);
    expect(done.rows).toBe(Object.values(rows).flat().length);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir).filter((name) => name !== 'all.gz')).toEqual([]);
    expect(done.keyPlace).toBe('in-backup');
  });

  it('brings every row back as it was, with the key', async () => {
    const to = await anEmptyPlace(here === 'server' ? 'server' : 'bare');
    expect(await restoreBackup(to, file, RESTORED)).toMatchObject({ rows: done.rows, unknown: 0, closed: 0 });
    const keyOf = (of: Config) => readFile(dataFolderOf(of).identityKeyFile, 'utf8');
    expect(await keyOf(to)).toBe(await keyOf(config));
    await expectRestored(to);
  }, 120_000);

  it('goes where a first start has left its units and settings', async () => {
    const to = await anEmptyPlace(here);
    await opened(to, async ({ prisma }) => {
      await prisma.unit.create({ data: { id: 'spring', kind: 'community', name: '春风社区' } });
      await prisma.setting.create({ data: { key: 'world', value: 'telegram' } });
    });
    await restoreBackup(to, file, RESTORED);
    await expectRestored(to);
  });

  const onServer = it.runIf(here === 'server');
  onServer('moves an office from a server to the embedded database, and back', { timeout: 120_000 }, async () => {
    const embedded = await anEmptyPlace('bare');
    await restoreBackup(embedded, file, RESTORED);
    const again = path.join(dir, 'again.gz');
    await takeBackup(embedded, again, RESTORED);
    const server = await anEmptyPlace('server');
    await restoreBackup(server, again, RESTORED);
    const { AuditEntry: _audit, Setting: _setting, ...others } = await expectedRows();
    expect(await opened(server, everyRow)).toMatchObject(others);
    await rm(again);
  });

  it('never overwrites a file', async () => {
    const before = await readFile(file);
    await expect(writeBackup(db.database, { config, folder: dataFolderOf(config) }, file, TAKEN)).rejects.toThrow(
      '已经有了，没有动它',
    );
    expect(await readFile(file)).toEqual(before);
  });

  it.each([
    ['a folder that is not there', () => path.join(dir, 'nowhere', 'x.gz'), '文件夹不存在'],
    ['a path through a file', () => path.join(file, 'x.gz'), '不是文件夹'],
  ])('says what is wrong with %s', async (_name, target, sentence) => {
    const written = writeBackup(db.database, { config, folder: dataFolderOf(config) }, target(), TAKEN);
    await expect(written).rejects.toThrow(sentence);
  });

  it('ends early without a trace when the program stops', async () => {
    const target = path.join(dir, 'stopped.gz');
    const written = writeBackup(
      db.database,
      { config, folder: dataFolderOf(config) },
      target,
      TAKEN,
      AbortSignal.abort(),
    );
    await expect(written).rejects.toThrow();
    expect(readdirSync(dir)).toEqual(['all.gz']);
    expect(await db.prisma.chat.count()).toBe(1_200);
  });

  const lines = () => gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  /** The backup with some lines changed and a checksum that fits them. */
  const resealed = (change: (line: string, place: number) => string) => {
    const [end = '', ...all] = lines().slice(0, -1).toReversed();
    const body = all
      .toReversed()
      .map((line, place) => `${change(line, place)}\n`)
      .join('');
    const sealed = { ...JSON.parse(end), sha256: createHash('sha256').update(body).digest('hex') };
    return gzipSync(`${body}${JSON.stringify(sealed)}\n`);
  };
  const spoilt: [name: string, bytes: () => Uint8Array, sentence: string][] = [
    ['that was cut off', () => readFileSync(file).subarray(0, -2_000), '不完整'],
    ['without its last line', () => gzipSync(`${lines().slice(0, -2).join('\n')}\n`), '不完整'],
    ['with a changed word in it', () => gzipSync(lines().join('\n').replace('sealed', 'opened')), '损坏'],
    ['with a flipped bit', () => flipped(readFileSync(file)), '损坏|不完整'],
    ['that is empty', () => Buffer.alloc(0), '不是 pufa backup|不完整'],
    ['that is a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), '不是 pufa backup'],
    ['that is some other gzip file', () => gzipSync('hello\n'), '不是 pufa backup'],
    [
      'of a newer format',
      () => resealed((line, place) => (place === 0 ? line.replace('"version":1', '"version":2') : line)),
      '更新的普法版本',
    ],
  ];

  it.each(spoilt)('%s is refused with nothing written', async (_name, bytes, sentence) => {
    const bad = path.join(dir, 'bad.gz');
    await writeFile(bad, bytes());
    const to = await anEmptyPlace('bare');
    await expect(restoreBackup(to, bad, RESTORED)).rejects.toThrow(new RegExp(sentence));
    expect(readdirSync(to.dataDir)).toEqual([]);
    await rm(bad);
  });

  const unfit: [name: string, change: (header: Record<string, unknown>) => object, sentence: string][] = [
    ['of a newer schema', (header) => ({ ...header, migrations: [{ name: '2099_x', checksum: 'x' }] }), '比本程序新'],
    ['of the sandbox', (header) => ({ ...header, world: 'sandbox' }), '沙盒的备份'],
    ['without its key', (header) => ({ ...header, identityKey: null }), '没有身份密钥'],
  ];

  it.each(unfit)('%s is refused with nothing written', async (_name, change, sentence) => {
    const bad = path.join(dir, 'bad.gz');
    await writeFile(
      bad,
      resealed((line, place) => (place === 0 ? JSON.stringify(change(JSON.parse(line))) : line)),
    );
    const to = await anEmptyPlace('bare');
    await expect(restoreBackup(to, bad, RESTORED)).rejects.toThrow(sentence);
    expect(existsSync(dataFolderOf(to).databaseDir)).toBe(false);
    await rm(bad);
  });

  it('is refused where rows are, or another key lies', async () => {
    const used = await anEmptyPlace(here);
    await opened(used, ({ prisma }) =>
      prisma.chat.create({ data: { kind: 'group', key: 'k', address: '-1', stateAt: TAKEN, createdAt: TAKEN } }),
    );
    await expect(restoreBackup(used, file, RESTORED)).rejects.toThrow('已经有数据了');
    expect(await opened(used, ({ prisma }) => prisma.chat.count())).toBe(1);
    const keyed = await anEmptyPlace('bare');
    await writeFile(dataFolderOf(keyed).identityKeyFile, 'another key of sixteen and more');
    await expect(restoreBackup(keyed, file, RESTORED)).rejects.toThrow('identity.key');
    const set = { ...(await anEmptyPlace('bare')), identityKey: 'another key of sixteen and more' };
    await expect(restoreBackup(set, file, RESTORED)).rejects.toThrow('身份密钥和这份备份对不上');
  });

  it('takes everything back when the rows do not fit, the key included', async () => {
    const bad = path.join(dir, 'bad.gz');
    // A delivery of a notice that is not there: the foreign keys find it at the very end.
    await writeFile(
      bad,
      resealed((line) => line.replace(/"noticeId":\d+/, '"noticeId":999')),
    );
    const to = await anEmptyPlace(here);
    await expect(restoreBackup(to, bad, RESTORED)).rejects.toThrow('已全部撤回');
    expect(existsSync(dataFolderOf(to).identityKeyFile)).toBe(false);
    await restoreBackup(to, file, RESTORED);
    await expectRestored(to);
    await rm(bad);
  });
});

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

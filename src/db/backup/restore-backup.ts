import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { createClosingStack } from '../../closing-stack.js';
import type { Config } from '../../config.js';
import { StartError } from '../../start-error.js';
import { dataFolderOf } from '../claim-house.js';
import type { DataFolder } from '../data-folder.js';
import { takeFolder } from '../folder-door.js';
import { keyFingerprint } from '../identity-key.js';
import { migrate, readApplied, readMigrations } from '../migrate.js';
import { type Connection, lend, migrationsDir, openPool } from '../open-database.js';
import { takePollerLock } from '../server-database.js';
import { readTables } from './catalogue.js';
import { type BackupHeader, rowsTogether } from './format.js';
import { keyIn, readIfThere, sandboxAheadMs, worldOf } from './house-facts.js';
import { loadRows } from './load-rows.js';
import { backupPieces, checkBackup } from './read-backup.js';
import { type Settled, settleRestored } from './settle-restored.js';
import { inTransaction } from './transaction.js';

/** What a first start leaves in a database without anybody having used it. */
const FIRST_START_TABLES = ['Unit', 'Setting', 'JobRun'];

export interface RestoreDone extends Settled {
  rows: number;
  /** the installation's clock at the backup and at the restoring; what was due between them is not sent */
  takenAt: string;
  restoredAt: string;
  keyRestored: boolean;
}

/**
 * Brings a backup back into an empty place: the embedded database or a server's, whichever the settings name, so this
 * is also the way from one to the other. Everything is checked before anything is written, and the rows come in one
 * transaction. They go into the schema they were written with; newer migrations run afterwards, as at any start.
 * @param machineNow the machine's clock; the sandbox's own is taken from the backup
 * @throws StartError when the file is not sound or not ours, a process runs, or the place is not empty
 */
export async function restoreBackup(config: Config, file: string, machineNow: Date): Promise<RestoreDone> {
  const { header, rows } = await checkBackup(path.resolve(file));
  await refuseForeign(header, config);
  const folder = dataFolderOf(config);
  const closing = createClosingStack();
  try {
    const door = await takeFolder(folder.socketPath);
    closing.add(door.close);
    refuseOtherKey(header, config.identityKey ?? header.identityKey ?? keyIn(folder));
    refuseOtherFiles(header, config, folder);
    const url = config.databaseUrl;
    const { kind, pool, close } = await openPool(url === null ? { databaseDir: folder.databaseDir } : { url });
    closing.add(close);
    if (url !== null) closing.add((await takePollerLock(url, () => {})).release);

    await lend(pool, (connection) => refuseUsed(connection, header));
    await migrate(pool, migrationsDir(), new Set(header.migrations.map(({ name }) => name)));
    const clock = Math.max(machineNow.getTime() + sandboxAheadMs(header.sandboxState), Date.parse(header.takenAt));
    const now = new Date(clock);
    const settled = await load(pool, { file, header, rows }, config, folder, now);
    await migrate(pool, migrationsDir());
    if (kind === 'embedded') await pool.query('VACUUM ANALYZE');
    return {
      ...settled,
      rows: rowsTogether(rows),
      takenAt: header.takenAt,
      restoredAt: now.toISOString(),
      keyRestored: header.identityKey !== null && config.identityKey === null,
    };
  } finally {
    await closing.closeAll();
  }
}

async function load(
  pool: pg.Pool,
  backup: { file: string; header: BackupHeader; rows: Record<string, number> },
  config: Config,
  folder: DataFolder,
  now: Date,
): Promise<Settled> {
  const { header, rows } = backup;
  const made: string[] = [];
  const put = (file: string, text: string | null) => {
    if (text === null || existsSync(file)) return;
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    made.push(file);
  };
  try {
    return await lend(pool, (connection) =>
      inTransaction(connection, '', async () => {
        const loaded = await loadRows(connection, backupPieces(path.resolve(backup.file)));
        for (const [table, count] of Object.entries(rows)) {
          if (loaded[table] !== count) throw new Error(`${table}: ${loaded[table]} of ${count} rows`);
        }
        const settled = await settleRestored(connection, { takenAt: header.takenAt, rows }, now, config.timeZone);
        if (config.identityKey === null) put(folder.identityKeyFile, header.identityKey);
        put(folder.sandboxStateFile, header.sandboxState);
        return settled;
      }),
    );
  } catch (cause) {
    for (const file of made) rmSync(file, { force: true });
    if (cause instanceof StartError) throw cause;
    throw new StartError('恢复没有成功，已全部撤回：备份里的数据和它自己写明的版本对不上。请换另一份备份。', 1, {
      cause,
    });
  }
}

/** @throws StartError when the backup is of the other world, of a newer schema, or of a schema we do not know */
async function refuseForeign(header: BackupHeader, config: Config): Promise<void> {
  if (header.world !== worldOf(config)) {
    throw new StartError(
      header.world === 'sandbox'
        ? '这是沙盒的备份，里面的群和人都是假的：请把 BOT_TOKEN 留空再恢复。什么都没有改动。'
        : '这是真正的机器人的备份：请先填好 BOT_TOKEN 再恢复。什么都没有改动。',
    );
  }
  const ours = new Map((await readMigrations(migrationsDir())).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of header.migrations) {
    if (ours.get(name) === checksum) continue;
    throw new StartError(
      ours.has(name)
        ? `备份里的数据库升级 ${name} 和本程序的不一样：请用写这份备份的那个版本恢复。什么都没有改动。`
        : `备份比本程序新（它含有 ${name}）：请换用同样新或更新的普法版本再恢复。什么都没有改动。`,
    );
  }
}

/** @throws StartError when the folder holds another installation's key or the sandbox's world */
function refuseOtherFiles(header: BackupHeader, config: Config, folder: DataFolder): void {
  const foreign = (file: string, text: string | null) => {
    const there = readIfThere(file);
    return there !== null && text !== null && there.trim() !== text.trim() ? file : null;
  };
  const key = config.identityKey === null ? foreign(folder.identityKeyFile, header.identityKey) : null;
  const found = key ?? foreign(folder.sandboxStateFile, header.sandboxState);
  if (found === null) return;
  throw new StartError(
    `${folder.dir} 里已经有另一套数据的 ${path.basename(found)}：请先把它移走保存，或者用 DATA_DIR 换一个空文件夹再恢复。什么都没有改动。`,
  );
}

/** @throws StartError when anybody has used this database, or its schema is ahead of the backup's */
async function refuseUsed(connection: Connection, header: BackupHeader): Promise<void> {
  for (const { name, sqlName } of await readTables(connection)) {
    if (FIRST_START_TABLES.includes(name)) continue;
    const row = await connection.query(`SELECT 1 FROM ${sqlName} LIMIT 1`);
    if (row.rows.length > 0) {
      throw new StartError(
        `这里已经有数据了（${name}）：备份只能恢复到空的地方，请用 DATA_DIR 或 DATABASE_URL 换一个。什么都没有改动。`,
      );
    }
  }
  const known = new Set(header.migrations.map(({ name }) => name));
  if ((await readApplied(connection)).every((row) => known.has(row.migration_name))) return;
  throw new StartError(
    '这个空数据库已经用更新的版本启动过：请换一个从没有启动过的地方（DATA_DIR 或 DATABASE_URL）再恢复。什么都没有改动。',
  );
}

/** @throws StartError when the key at hand is not the one the rows were written with */
function refuseOtherKey({ keyFingerprint: written }: BackupHeader, key: string | null): void {
  if (written === null || (key !== null && keyFingerprint(key) === written)) return;
  throw new StartError(
    key === null
      ? '这份备份里没有身份密钥：请把 IDENTITY_KEY 设成原来的值，或者把原来的 identity.key 放进数据文件夹，再恢复。什么都没有改动。'
      : '身份密钥和这份备份对不上：请把 IDENTITY_KEY 设成原来的值（原来没有设的就留空）再恢复。什么都没有改动。',
  );
}

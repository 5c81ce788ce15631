import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Config } from '../../config.js';
import { StartError } from '../../start-error.js';
import type { DataFolder } from '../data-folder.js';
import type { Connection, Database } from '../open-database.js';
import { quoted, readTables, type Table } from './catalogue.js';
import { type BackupHeader, rowsTogether, type TableLine } from './format.js';
import { houseFacts, type KeyPlace } from './house-facts.js';
import { inTransaction } from './transaction.js';

/** What a finished backup holds. */
export interface BackupDone {
  file: string;
  takenAt: string;
  tables: number;
  rows: number;
  bytes: number;
  keyPlace: KeyPlace;
}

/** Rows in memory at a time; a notice's row may hold a few kilobytes. */
const ROWS_AT_A_TIME = 500;

/**
 * Writes everything the database holds into one file, as of one instant, while others go on writing. It grows under
 * another name beside it and gets its own when it is complete and on disk. On the embedded database everybody else
 * waits until it is done.
 * @param file    absolute
 * @param takenAt the installation's clock: what is due after it may be sent twice by a copy, see settle-restored.ts
 * @param signal  ends it early, with nothing left behind
 * @throws StartError when the file exists or cannot be written
 */
export async function writeBackup(
  database: Pick<Database, 'connection'>,
  place: { config: Config; folder: DataFolder },
  file: string,
  takenAt: Date,
  signal?: AbortSignal,
): Promise<BackupDone> {
  refuseExisting(file);
  const partial = `${file}.partial`;
  refuseExisting(partial);
  const rows: Record<string, number> = {};
  try {
    const keyPlace = await database.connection((connection) =>
      inTransaction(connection, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async () => {
        const facts = await houseFacts(connection, place.config, place.folder, takenAt);
        const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
        await pipeline(Readable.from(backupLines(connection, facts.header, rows, signal)), createGzip(), out);
        return facts.keyPlace;
      }),
    );
    refuseExisting(file);
    await rename(partial, file);
    const { size: bytes } = await stat(file);
    const tables = Object.keys(rows).length;
    return { file, takenAt: takenAt.toISOString(), tables, rows: rowsTogether(rows), bytes, keyPlace };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(partial, { force: true }).catch(() => {});
    throw asStartError(error, file);
  }
}

/** @param rows filled with the number of rows per table on the way */
async function* backupLines(
  connection: Connection,
  header: BackupHeader,
  rows: Record<string, number>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (line: string) => {
    hash.update(line);
    return line;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of await readTables(connection)) {
    yield hashed(`${JSON.stringify(await tableLineOf(connection, table))}\n`);
    rows[table.name] = 0;
    for await (const chunk of rowsOf(connection, table)) {
      signal?.throwIfAborted();
      rows[table.name] = (rows[table.name] ?? 0) + chunk.length;
      yield hashed(`[${chunk.join(',')}]\n`);
    }
  }
  yield `${JSON.stringify({ end: true, rows, sha256: hash.digest('hex') })}\n`;
}

async function tableLineOf(connection: Connection, { name, columns, counters }: Table): Promise<TableLine> {
  const lastIds: Record<string, number> = {};
  for (const { column, sequence } of counters) {
    const last = await connection.query<{ last: number }>(
      `SELECT last_value::int AS last FROM ${sequence} WHERE is_called`,
    );
    if (last.rows[0]) lastIds[column] = last.rows[0].last;
  }
  return { table: name, columns, lastIds };
}

/** The rows as JSON made by the database, in the order of the primary key. */
async function* rowsOf(connection: Connection, { sqlName, keyColumns }: Table): AsyncGenerator<string[]> {
  const order = keyColumns.length > 0 ? `ORDER BY ${quoted(keyColumns)}` : '';
  await connection.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${sqlName} AS t ${order}`,
  );
  while (true) {
    const { rows } = await connection.query<{ row: string }>(`FETCH ${ROWS_AT_A_TIME} FROM backup_rows`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  await connection.query('CLOSE backup_rows');
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return;
  throw new StartError(
    file.endsWith('.partial')
      ? `${file} 已经有了：也许另一次备份正在写；如果没有，请删掉它再备份。`
      : `文件 ${file} 已经有了，没有动它：请换一个文件名。`,
  );
}

const FILE_TROUBLE: Record<string, string> = {
  ENOENT: '文件夹不存在，请先建好',
  ENOTDIR: '路径里有一段不是文件夹',
  EEXIST: '另一次备份正在写它',
  EISDIR: '这是一个文件夹，请写上文件名',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '这块磁盘是只读的',
  ENOSPC: '磁盘满了',
};

function asStartError(error: unknown, file: string): unknown {
  const trouble = FILE_TROUBLE[(error as NodeJS.ErrnoException).code ?? ''];
  return trouble ? new StartError(`备份写不到 ${file}：${trouble}。`, 1, { cause: error }) : error;
}

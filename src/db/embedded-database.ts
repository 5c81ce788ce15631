import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { StartError } from '../start-error.js';

/** The PostgreSQL major version inside the pinned PGlite; a folder of another one does not open. */
const POSTGRES_MAJOR = '18';

/**
 * Small buffers take 120 MB off the resident memory without a change in speed; without a limit the log of changes
 * grows for ever, because this single-user PostgreSQL has no background checkpointer.
 */
const START_PARAMS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=64MB'];

/**
 * Opens the embedded database, making it at the first start.
 * @throws StartError when the folder is of another PostgreSQL version or cannot be opened
 */
export async function openEmbedded(databaseDir: string): Promise<PGlite> {
  refuseOtherVersion(databaseDir);
  // PGlite creates its files 0666 whatever the folder; the mask closes them to other users.
  process.umask(0o077);
  try {
    if (!existsSync(path.join(databaseDir, 'PG_VERSION'))) await makeInChild(databaseDir);
    return await PGlite.create({ dataDir: databaseDir, startParams: START_PARAMS });
  } catch (cause) {
    throw new StartError(
      `内置数据库 ${databaseDir} 打不开：请不要改动这个文件夹，先把它整个复制保存，再用最近的备份恢复（见 README 的 Backup）。`,
      1,
      { cause },
    );
  }
}

/**
 * Makes a new database in a process of its own: WebAssembly memory never shrinks, and making one takes 600 MB for a
 * moment, of which the program would keep 180 for as long as it runs.
 */
async function makeInChild(databaseDir: string): Promise<void> {
  const script = `
    const [pglite, dataDir] = process.argv.slice(1);
    require(pglite).PGlite.create({ dataDir }).then((lite) => lite.close());`;
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  await promisify(execFile)(process.execPath, ['-e', script, pglite, databaseDir]);
}

function refuseOtherVersion(databaseDir: string): void {
  const file = path.join(databaseDir, 'PG_VERSION');
  if (!existsSync(file)) return;
  const version = readFileSync(file, 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new StartError(
    `内置数据库 ${databaseDir} 是 PostgreSQL ${version} 的，本版本需要 ${POSTGRES_MAJOR}：请用写入它的那个版本的普法导出，再导入到新的数据文件夹。`,
  );
}

/**
 * One pg.Pool of one connection over PGlite, so that the same Prisma adapter runs on both databases.
 * A client that connects first ends whatever transaction a destroyed predecessor left open (single session).
 */
export function embeddedPool(lite: PGlite): pg.Pool {
  class EmbeddedClient extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      const config = createPgConfig(lite);
      const connection = config.connection as unknown as { parse(query: ParseQuery): void };
      const parse = connection.parse.bind(connection);
      // Prisma's adapter passes `types` as an object, which PGlite's connection would iterate.
      connection.parse = (query) =>
        parse({ text: query.text, name: query.name, types: Array.isArray(query.types) ? query.types : undefined });
      super({ ...options, ...(config as object) });
    }

    override connect(): Promise<pg.Client>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<pg.Client> | undefined {
      // Two statements: DISCARD ALL refuses to run inside a transaction block.
      const ready = lite.exec('ROLLBACK').then(() => lite.exec('DISCARD ALL'));
      if (!callback) return ready.then(() => super.connect()).then(() => this);
      ready.then(() => super.connect(callback), callback);
      return undefined;
    }
  }
  return new pg.Pool({ Client: EmbeddedClient as never, max: 1, idleTimeoutMillis: 0 });
}

interface ParseQuery {
  text: string;
  name?: string | undefined;
  types?: unknown;
}

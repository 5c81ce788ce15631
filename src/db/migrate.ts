import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { StartError } from '../start-error.js';

/** The lock Prisma's own `migrate deploy` takes, so that the two never run at once. */
const PRISMA_MIGRATION_LOCK = 72_707_369;

/** The table as Prisma's CLI makes it: `prisma migrate status` and `deploy` read it afterwards. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface MigrationFile {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Brings the database to this build's schema: every file of prisma/migrations that is not in it yet, each in a
 * transaction of its own. All checks come first; where one fails nothing is changed.
 * @param upTo names beyond which nothing is applied; without it everything is
 * @returns the names of the migrations applied now, empty when the schema was up to date
 * @throws StartError when a migration is half-applied, differs from its file, or is newer than this build
 */
export async function migrate(pool: pg.Pool, migrationsDir: string, upTo?: ReadonlySet<string>): Promise<string[]> {
  const files = await readMigrations(migrationsDir);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATION_LOCK]);
    try {
      const applied = await readApplied(client);
      const todo = planMigrations(files, applied).filter((file) => upTo?.has(file.name) ?? true);
      if (todo.length > 0) await client.query(MIGRATIONS_TABLE);
      for (const file of todo) await apply(client, file);
      return todo.map((file) => file.name);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}

/** Which files are still to be applied (pure). @throws StartError as `migrate` does */
export function planMigrations(files: MigrationFile[], applied: AppliedMigration[]): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of applied) {
    const file = byName.get(row.migration_name);
    if (!row.finished_at) {
      throw new StartError(
        `数据库升级 ${row.migration_name} 只做了一半：数据没有动，请用备份恢复数据库，或者请维护人员处理后再启动。`,
      );
    }
    if (!file) {
      throw new StartError(
        `数据库比本程序新（它含有 ${row.migration_name}）：数据没有动，请换用与数据库一样新或更新的普法版本。`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new StartError(
        `数据库升级文件 ${row.migration_name} 和当初用的不一样：数据没有动，请重新下载这个版本的程序再启动。`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return files.filter((file) => !done.has(file.name));
}

/** The migrations of this build, oldest first. */
export async function readMigrations(dir: string): Promise<MigrationFile[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** What this database went through; empty where there is no schema yet. */
export async function readApplied(client: Pick<pg.PoolClient, 'query'>): Promise<AppliedMigration[]> {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!table.rows[0]?.name) return [];
  const rows = await client.query<AppliedMigration>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows.rows;
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(file.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), file.checksum, file.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new StartError(
      `数据库升级 ${file.name} 没有成功，已全部撤回，数据没有动：请确认 DATABASE_URL 指向普法自己的空数据库或原来的数据库。`,
      1,
      { cause },
    );
  }
}

import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** Where a test's own, empty database is, and how it goes away. */
export interface TestDatabase {
  /** null: the embedded database in dataDir */
  databaseUrl: string | null;
  dataDir: string;
  remove(): Promise<void>;
}

/**
 * A database of its own for one test file: a copy of the migrated template, or a new database on the server that
 * TEST_DATABASE_URL names.
 * @param world which of the data folder's places is used: the sandbox has its own
 */
export async function aTestDatabase(world: 'sandbox' | 'telegram' = 'sandbox'): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pufa-'));
  const removeDir = () => rm(dataDir, { recursive: true, force: true });
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) {
    const place = world === 'sandbox' ? path.join(dataDir, 'sandbox') : dataDir;
    await cp(inject('templateDir'), path.join(place, 'database'), { recursive: true });
    return { databaseUrl: null, dataDir, remove: removeDir };
  }
  const name = `pufa_test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    dataDir,
    remove: async () => {
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      await removeDir();
    },
  };
}

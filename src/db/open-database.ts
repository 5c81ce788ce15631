import { existsSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { migrate } from './migrate.js';
import { serverPool } from './server-database.js';

export type { PrismaClient };

/** Where a database is: on a server, or in a folder of its own. */
export type DatabasePlace = { url: string } | { databaseDir: string };

/** A connection of one's own, for work that Prisma cannot do. */
export type Connection = pg.PoolClient;

export interface Database {
  kind: 'embedded' | 'server';
  prisma: PrismaClient;
  /** names of the migrations applied at this start */
  migrated: string[];
  /** Lends a connection. The embedded database has no other one: everybody else waits meanwhile. */
  connection<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Writes the change log into the data files; PGlite has no background process that does. No-op on a server. */
  checkpoint(): Promise<void>;
  /** Clears dead rows and renews the planner's statistics; PGlite has no autovacuum. No-op on a server. */
  vacuum(): Promise<void>;
  close(): Promise<void>;
}

/** A database as it stands, its schema untouched. */
export interface OpenPool {
  kind: Database['kind'];
  pool: pg.Pool;
  close(): Promise<void>;
}

/** How long a transaction waits for its turn on the embedded database: a backup holds the only connection. */
const TURN_TIMEOUT_MS = 60_000;

/**
 * Opens the database, brings its schema up to date and hands out a Prisma client.
 * @throws StartError when it cannot be opened or its schema does not fit this build
 */
export async function openDatabase(at: DatabasePlace): Promise<Database> {
  const { kind, pool, close: closeBelow } = await openPool(at);
  let migrated: string[];
  try {
    migrated = await migrate(pool, migrationsDir());
  } catch (error) {
    await closeBelow();
    throw error;
  }
  const embedded = kind === 'embedded';
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    ...(embedded ? { transactionOptions: { maxWait: TURN_TIMEOUT_MS } } : {}),
  });
  return {
    kind,
    prisma,
    migrated,
    connection: (work) => lend(pool, work),
    // Through the pool, so that they wait for their turn: PGlite has one session, and a statement that slips between
    // the bind and the execute of another one destroys its portal ("portal "" does not exist").
    checkpoint: async () => {
      if (embedded) await pool.query('CHECKPOINT');
    },
    vacuum: async () => {
      if (embedded) await pool.query('VACUUM ANALYZE');
    },
    close: async () => {
      await prisma.$disconnect();
      await closeBelow();
    },
  };
}

/** Opens the database and changes nothing in it. @throws StartError when it cannot be opened */
export async function openPool(at: DatabasePlace): Promise<OpenPool> {
  if ('url' in at) {
    const pool = await serverPool(at.url);
    return { kind: 'server', pool, close: () => pool.end() };
  }
  // Loaded only here: on a server the embedded database's memory is not wanted.
  const { embeddedPool, openEmbedded } = await import('./embedded-database.js');
  const lite = await openEmbedded(at.databaseDir);
  const pool = embeddedPool(lite);
  return {
    kind: 'embedded',
    pool,
    close: async () => {
      await pool.end();
      await lite.close();
    },
  };
}

/** Lends a connection of the pool and takes it back; one that failed may be in any state and is thrown away. */
export async function lend<Result>(pool: pg.Pool, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await pool.connect();
  try {
    const result = await work(connection);
    connection.release();
    return result;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** prisma/migrations of the checkout: two levels up from src/db as well as from dist/db. */
export function migrationsDir(): string {
  const dir = path.resolve(import.meta.dirname, '../../prisma/migrations');
  if (!existsSync(dir)) throw new Error(`migrations not found at ${dir}`);
  return dir;
}

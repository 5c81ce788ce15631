import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.js';
import { migrate } from './migrate.js';
import { serverPool } from './server-database.js';

export type { PrismaClient };

export interface Database {
  kind: 'embedded' | 'server';
  prisma: PrismaClient;
  /** names of the migrations applied at this start */
  migrated: string[];
  /** Writes the change log into the data files; PGlite has no background process that does. No-op on a server. */
  checkpoint(): Promise<void>;
  /** Clears dead rows and renews the planner's statistics; PGlite has no autovacuum. No-op on a server. */
  vacuum(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database, brings its schema up to date and hands out a Prisma client.
 * @param at  a server's URL, or the embedded database's folder
 * @throws StartError when it cannot be opened or its schema does not fit this build
 */
export async function openDatabase(at: { url: string } | { databaseDir: string }): Promise<Database> {
  if ('url' in at) return wire('server', await serverPool(at.url), null);
  // Loaded only here: on a server the embedded database's memory is not wanted.
  const { embeddedPool, openEmbedded } = await import('./embedded-database.js');
  const lite = await openEmbedded(at.databaseDir);
  return wire('embedded', embeddedPool(lite), lite);
}

async function wire(kind: Database['kind'], pool: pg.Pool, lite: PGlite | null): Promise<Database> {
  const closeBelow = async () => {
    await pool.end();
    await lite?.close();
  };
  let migrated: string[];
  try {
    migrated = await migrate(pool, migrationsDir());
  } catch (error) {
    await closeBelow();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    kind,
    prisma,
    migrated,
    // Through the pool, so that they wait for their turn: PGlite has one session, and a statement that slips between
    // the bind and the execute of another one destroys its portal ("portal "" does not exist").
    checkpoint: async () => {
      if (lite) await pool.query('CHECKPOINT');
    },
    vacuum: async () => {
      if (lite) await pool.query('VACUUM ANALYZE');
    },
    close: async () => {
      await prisma.$disconnect();
      await closeBelow();
    },
  };
}

/** prisma/migrations of the checkout: two levels up from src/db as well as from dist/db. */
function migrationsDir(): string {
  const dir = path.resolve(import.meta.dirname, '../../prisma/migrations');
  if (!existsSync(dir)) throw new Error(`migrations not found at ${dir}`);
  return dir;
}

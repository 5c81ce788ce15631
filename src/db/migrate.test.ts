import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedPool } from './embedded-database.js';
import { migrate, planMigrations } from './migrate.js';

const file = (name: string, checksum = `sum of ${name}`) => ({ name, checksum, sql: '' });
const applied = (name: string, more: { checksum?: string; finished_at?: Date | null } = {}) => ({
  migration_name: name,
  checksum: `sum of ${name}`,
  finished_at: new Date(0),
  ...more,
});

describe('the plan of migrations', () => {
  it('applies what is not in the database, in order', () => {
    const plan = planMigrations([file('1'), file('2'), file('3')], [applied('1')]);
    expect(plan.map((migration) => migration.name)).toEqual(['2', '3']);
  });

  it.each([
    ['a half-applied migration', [file('1')], [applied('1', { finished_at: null })], '只做了一半'],
    ['a database newer than the program', [file('1')], [applied('1'), applied('2')], '数据库比本程序新'],
    ['a file that was changed afterwards', [file('1', 'other')], [applied('1')], '和当初用的不一样'],
  ])('stops at %s', (_name, files, rows, sentence) => {
    expect(() => planMigrations(files, rows)).toThrow(sentence);
  });
});

describe('migrating', () => {
  let dir: string;
  let lite: PGlite;
  let pool: pg.Pool;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'pufa-migrations-'));
    lite = await PGlite.create();
    pool = embeddedPool(lite);
  });

  afterAll(async () => {
    await pool.end();
    await lite.close();
    await rm(dir, { recursive: true });
  });

  async function add(name: string, sql: string): Promise<void> {
    await mkdir(path.join(dir, name));
    await writeFile(path.join(dir, name, 'migration.sql'), sql);
  }

  it('runs each file once, as a whole', async () => {
    await add('1_first', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);');
    expect(await migrate(pool, dir)).toEqual(['1_first']);
    expect(await migrate(pool, dir)).toEqual([]);
  });

  it('leaves nothing of a file that fails, and says so', async () => {
    await add('2_broken', 'CREATE TABLE b (id int); SELECT no_such_column;');
    await expect(migrate(pool, dir)).rejects.toThrow('已全部撤回');
    expect((await pool.query("SELECT to_regclass('b') AS b")).rows[0].b).toBeNull();
    expect((await pool.query('SELECT id FROM a')).rows).toEqual([{ id: 1 }]);
    await rm(path.join(dir, '2_broken'), { recursive: true });
  });

  it('keeps its record as the Prisma CLI expects it', async () => {
    const rows = await pool.query('SELECT migration_name, applied_steps_count FROM _prisma_migrations');
    expect(rows.rows).toEqual([{ migration_name: '1_first', applied_steps_count: 1 }]);
  });
});

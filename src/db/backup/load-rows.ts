import type { Connection } from '../open-database.js';
import { quoted, readTables, type Table } from './catalogue.js';
import type { BackupPiece } from './format.js';

/**
 * Ids that a restored table leaves out: buttons under messages of the time that was lost carry ids, and must never
 * meet a row that is younger than they are.
 */
const LOST_IDS = 10_000;

/**
 * Loads the rows into tables of the same schema; what a first start has left in them goes. Foreign keys are taken away
 * and put back when everything is there (as pg_restore does), which is quicker and asks for no order of the tables.
 * @param connection in a transaction
 * @returns rows per table
 * @throws Error when the rows do not fit the schema
 */
export async function loadRows(
  connection: Connection,
  pieces: AsyncIterable<BackupPiece>,
): Promise<Record<string, number>> {
  const tables = new Map((await readTables(connection)).map((table) => [table.name, table]));
  const foreignKeys = await readForeignKeys(connection);
  for (const { table, name } of foreignKeys) await connection.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const counts: Record<string, number> = {};
  let insert = '';
  let current = '';
  for await (const piece of pieces) {
    if (piece.kind === 'rows') {
      const inserted = await connection.query(insert, [piece.json]);
      counts[current] = (counts[current] ?? 0) + (inserted.rowCount ?? 0);
      continue;
    }
    const table = tables.get(piece.table);
    if (!table) throw new Error(`no table ${piece.table} in the schema of the backup`);
    current = piece.table;
    counts[current] = 0;
    await connection.query(`DELETE FROM ${table.sqlName}`);
    const columns = quoted(piece.columns);
    insert = `INSERT INTO ${table.sqlName} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${table.sqlName}, $1::json)`;
    await countOn(connection, table, piece.lastIds);
  }
  for (const { table, name, definition } of foreignKeys) {
    await connection.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
  return counts;
}

async function countOn(connection: Connection, table: Table, lastIds: Record<string, number>): Promise<void> {
  for (const { column, sequence } of table.counters) {
    const last = lastIds[column];
    if (last !== undefined) await connection.query('SELECT setval($1, $2)', [sequence, last + LOST_IDS]);
  }
}

/** All names come quoted for SQL. */
async function readForeignKeys(connection: Connection): Promise<{ table: string; name: string; definition: string }[]> {
  const found = await connection.query(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  return found.rows;
}

import { escapeIdentifier } from 'pg';
import type { Connection } from '../open-database.js';

/** A table as the database's catalogue has it, so that no list of ours can forget one. */
export interface Table {
  name: string;
  /** with schema and quotes, for SQL */
  sqlName: string;
  columns: string[];
  keyColumns: string[];
  /** columns that count up by themselves, each with its sequence, quoted for SQL */
  counters: { column: string; sequence: string }[];
}

/** All our tables, by name; the list of migrations is not one of them. */
export async function readTables(connection: Pick<Connection, 'query'>): Promise<Table[]> {
  const found = await connection.query<Omit<Table, 'sqlName'>>(`
    SELECT c.relname AS name,
      (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT coalesce(json_agg(a.attname ORDER BY array_position(i.indkey::int[], a.attnum::int)), '[]')
       FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
       WHERE i.indrelid = c.oid AND i.indisprimary) AS "keyColumns",
      (SELECT coalesce(json_agg(json_build_object('column', a.attname, 'sequence', s.name)), '[]')
       FROM pg_attribute a,
         LATERAL pg_get_serial_sequence(format('%I.%I', 'public', c.relname), a.attname) AS s(name)
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND s.name IS NOT NULL) AS counters
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return found.rows.map((table) => ({ ...table, sqlName: `public.${escapeIdentifier(table.name)}` }));
}

/** Names for a list in SQL. */
export function quoted(columns: string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ');
}

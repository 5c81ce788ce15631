import { z } from 'zod';

/**
 * The file of `pufa backup`: JSON lines under gzip, written and read as a stream.
 *
 *     {"format":"pufa-backup","version":1,"takenAt":…}      the header
 *     {"table":"Chat","columns":["id",…],"lastIds":{"id":7}}  a table begins
 *     [{"id":1,…},{"id":2,…}]                                some of its rows, as the database itself writes them
 *     {"end":true,"rows":{"Chat":2},"sha256":"…"}            the last line: without it the file was cut off
 */
export const BACKUP_FORMAT = 'pufa-backup';
export const BACKUP_VERSION = 1;

export const backupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.number(),
  /** the installation's clock just before the rows were read */
  takenAt: z.iso.datetime(),
  world: z.enum(['sandbox', 'telegram']),
  timeZone: z.string(),
  /** what the schema went through, oldest first */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** null: it comes from the settings, or it was not at hand */
  identityKey: z.string().nullable(),
  /** which key the rows were written with; null where no bot ever started */
  keyFingerprint: z.string().nullable(),
  /** sandbox.json as it stood; null with a real bot */
  sandboxState: z.string().nullable(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export const tableLine = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  /** the last number each counting column has given out; one that never counted is left out */
  lastIds: z.record(z.string(), z.number()),
});
export type TableLine = z.infer<typeof tableLine>;

/** What is between the header and the last line: a table begins, or some rows of the one that began last. */
export type BackupPiece = ({ kind: 'table' } & TableLine) | { kind: 'rows'; json: string };

export const endLine = z.object({
  end: z.literal(true),
  /** rows per table */
  rows: z.record(z.string(), z.number()),
  /** over all lines before this one, line feeds included */
  sha256: z.string(),
});

/** How many rows those are together. */
export function rowsTogether(rows: Record<string, number>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

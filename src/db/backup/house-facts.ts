import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../config.js';
import type { DataFolder } from '../data-folder.js';
import { KEY_CHECK, keyFingerprint } from '../identity-key.js';
import { readApplied } from '../migrate.js';
import type { Connection } from '../open-database.js';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader } from './format.js';

/** Where the key to the residents' addresses is after a backup. */
export type KeyPlace = 'in-backup' | 'in-settings' | 'not-found';

/**
 * What a backup says about the installation, and the files that belong to it.
 * @param connection inside the transaction that reads the rows
 */
export async function houseFacts(
  connection: Connection,
  config: Config,
  folder: DataFolder,
  takenAt: Date,
): Promise<{ header: BackupHeader; keyPlace: KeyPlace }> {
  const world = worldOf(config);
  const fingerprint = await fingerprintOfRows(connection);
  const inFolder = config.identityKey === null ? keyIn(folder) : null;
  // A command may run where another database's key lies.
  const key = inFolder !== null && keyFingerprint(inFolder) === fingerprint ? inFolder : null;
  const migrations = await readApplied(connection);
  return {
    header: {
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      takenAt: takenAt.toISOString(),
      world,
      timeZone: config.timeZone,
      migrations: migrations.map(({ migration_name: name, checksum }) => ({ name, checksum })),
      identityKey: key,
      keyFingerprint: fingerprint,
      sandboxState: world === 'sandbox' ? readIfThere(folder.sandboxStateFile) : null,
    },
    keyPlace: config.identityKey !== null ? 'in-settings' : key !== null ? 'in-backup' : 'not-found',
  };
}

export function worldOf(config: Config): BackupHeader['world'] {
  return config.botToken === null ? 'sandbox' : 'telegram';
}

async function fingerprintOfRows(connection: Connection): Promise<string | null> {
  const known = await connection.query<{ value: string }>('SELECT "value" FROM "Setting" WHERE "key" = $1', [
    KEY_CHECK,
  ]);
  return known.rows[0]?.value ?? null;
}

/** The key in the data folder; null when there is none. */
export function keyIn(folder: DataFolder): string | null {
  return readIfThere(folder.identityKeyFile)?.trim() ?? null;
}

/**
 * How far the sandbox's clock is ahead of the machine's, for a command beside it.
 * @param state the text of sandbox.json; null: there is none, and the clocks agree
 */
export function sandboxAheadMs(state: string | null): number {
  if (state === null) return 0;
  return z.object({ clockOffsetMs: z.number() }).parse(JSON.parse(state)).clockOffsetMs;
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

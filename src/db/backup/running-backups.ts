import path from 'node:path';
import { z } from 'zod';
import type { Config } from '../../config.js';
import type { Clock } from '../../time/clock.js';
import type { House } from '../claim-house.js';
import { type DoorCommand, doorCommand } from '../door-commands.js';
import { createNightlyBackup, type NightlyBackup, type NightlyRun } from './nightly-backup.js';
import { type BackupDone, writeBackup } from './write-backup.js';

/** The backups of a running process. */
export interface RunningBackups {
  /** `pufa backup` as it comes through the door */
  command: DoorCommand;
  nightly: NightlyBackup;
  /** Ends a backup that is under way and leaves nothing of it behind. */
  close(): Promise<void>;
}

export function createRunningBackups(
  house: Pick<House, 'database' | 'folder'>,
  config: Config,
  clock: Clock,
): RunningBackups {
  const ending = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const write = async (file: string): Promise<BackupDone> => {
    const backup = writeBackup(house.database, { config, folder: house.folder }, file, clock.now(), ending.signal);
    underWay.add(backup);
    return backup.finally(() => underWay.delete(backup));
  };
  return {
    command: doorCommand('backup', z.object({ file: z.string().refine(path.isAbsolute) }), ({ file }) => write(file)),
    nightly: createNightlyBackup(
      house.database.prisma,
      { dir: house.folder.backupsDir, keep: config.backupKeep, timeZone: config.timeZone },
      write,
    ),
    close: async () => {
      ending.abort();
      await Promise.allSettled(underWay);
    },
  };
}

/** What the log says of a nightly backup. */
export function backupFields({ backup, removed }: Extract<NightlyRun, { kind: 'done' }>) {
  return { file: path.basename(backup.file), rows: backup.rows, bytes: backup.bytes, removed };
}

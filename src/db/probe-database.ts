import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';
import { askDoor } from './ask-door.js';
import { dataFolderOf } from './claim-house.js';
import { type DoorCommand, doorCommand } from './door-commands.js';
import { takeFolder } from './folder-door.js';
import { type DatabaseLook, lookAtDatabase } from './look-at-database.js';
import { type Database, type DatabasePlace, lend, openPool } from './open-database.js';

const COMMAND = 'doctor';

/** Lets `pufa doctor` look at the database while the bot runs. */
export function doctorCommand(database: Database): DoorCommand {
  return doorCommand(COMMAND, z.object({}), () => database.connection(lookAtDatabase));
}

export interface DatabaseFound {
  /** a process of ours holds the data folder */
  running: boolean;
  /** null with no sentence: the embedded database is not made yet */
  look: DatabaseLook | null;
  /** why it could not be looked at, and what to do */
  sentence: string | null;
}

/** Looks at the database through the running process, or at itself where nothing runs. Makes and changes nothing. */
export async function probeDatabase(config: Config): Promise<DatabaseFound> {
  let running = false;
  try {
    const folder = dataFolderOf(config);
    const asked = await askDoor<DatabaseLook>(folder.socketPath, COMMAND, {}).catch((error) => {
      running = true;
      throw error;
    });
    if (asked) return { running: true, look: asked.answer, sentence: null };
    if (config.databaseUrl !== null) return found(await lookAt({ url: config.databaseUrl }));
    if (!existsSync(path.join(folder.databaseDir, 'PG_VERSION'))) return found(null);
    const door = await takeFolder(folder.socketPath);
    try {
      return found(await lookAt({ databaseDir: folder.databaseDir }));
    } finally {
      await door.close();
    }
  } catch (error) {
    if (error instanceof StartError) return { running, look: null, sentence: error.message };
    throw error;
  }
}

function found(look: DatabaseLook | null): DatabaseFound {
  return { running: false, look, sentence: null };
}

async function lookAt(at: DatabasePlace): Promise<DatabaseLook> {
  const open = await openPool(at);
  try {
    return await lend(open.pool, lookAtDatabase);
  } finally {
    await open.close();
  }
}

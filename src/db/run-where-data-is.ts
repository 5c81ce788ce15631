import type { Config } from '../config.js';
import { askDoor } from './ask-door.js';
import { dataFolderOf } from './claim-house.js';
import type { DataFolder } from './data-folder.js';
import { takeFolder } from './folder-door.js';
import { type Database, openDatabase } from './open-database.js';

/**
 * Runs a command of the shell wherever the data is: on a server, through the door of the running process, or in the
 * folder itself when nothing runs.
 * @param params what goes through the door beside the command's name; paths absolute, the process has its own folder
 * @param here   the same command on a database that was opened for it
 * @throws StartError when the data cannot be reached or the command refuses
 */
export async function runWhereDataIs<Answer>(
  config: Config,
  command: string,
  params: Record<string, unknown>,
  here: (database: Database, folder: DataFolder) => Promise<Answer>,
): Promise<Answer> {
  const folder = dataFolderOf(config);
  if (config.databaseUrl !== null) return onDatabase({ url: config.databaseUrl });
  const asked = await askDoor<Answer>(folder.socketPath, command, params);
  if (asked) return asked.answer;
  const door = await takeFolder(folder.socketPath);
  try {
    return await onDatabase({ databaseDir: folder.databaseDir });
  } finally {
    await door.close();
  }

  async function onDatabase(at: { url: string } | { databaseDir: string }): Promise<Answer> {
    const database = await openDatabase(at);
    try {
      return await here(database, folder);
    } finally {
      await database.close();
    }
  }
}

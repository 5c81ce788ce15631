import path from 'node:path';
import { createClosingStack } from '../closing-stack.js';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';
import { type DataFolder, openDataFolder } from './data-folder.js';
import { answerCommands, type DoorCommand } from './door-commands.js';
import { takeFolder } from './folder-door.js';
import { checkIdentityKey, checkWorld, identityKey } from './identity-key.js';
import { type Database, openDatabase } from './open-database.js';
import { takePollerLock } from './server-database.js';

/** What belongs to one running installation, held by this process alone. */
export interface House {
  folder: DataFolder;
  database: Database;
  identityKey: string;
  /** From now on these commands get answers at the folder's door. */
  answer(commands: DoorCommand[]): void;
  close(): Promise<void>;
}

/** The sandbox lives in a folder of its own, so that its invented chats never meet a real bot. */
export function dataFolderOf(config: Config): DataFolder {
  return openDataFolder(config.botToken === null ? path.join(config.dataDir, 'sandbox') : config.dataDir);
}

/**
 * Takes the data folder or the server's lock, opens the database and checks that it is ours.
 * @param onLost told with a StartError when the lock on a server is lost while running
 * @throws StartError, with everything given back
 */
export async function claimHouse(config: Config, onLost: (error: StartError) => void): Promise<House> {
  const folder = dataFolderOf(config);
  const closing = createClosingStack();
  try {
    const door = await takeFolder(folder.socketPath);
    closing.add(door.close);
    const url = config.databaseUrl;
    const database = await openDatabase(url === null ? { databaseDir: folder.databaseDir } : { url });
    closing.add(database.close);
    if (url !== null) {
      const lost = new StartError('和数据库的连接断了：请检查数据库服务器，然后重新启动。');
      const lock = await takePollerLock(url, () => onLost(lost));
      closing.add(lock.release);
    }
    await checkWorld(database.prisma, config.botToken === null ? 'sandbox' : 'telegram');
    const key = identityKey(config.identityKey, folder.identityKeyFile);
    await checkIdentityKey(database.prisma, key);
    const answer = (commands: DoorCommand[]) => door.serve(answerCommands(commands));
    return { folder, database, identityKey: key, answer, close: closing.closeAll };
  } catch (error) {
    await closing.closeAll();
    throw error;
  }
}

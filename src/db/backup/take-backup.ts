import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config.js';
import { StartError } from '../../start-error.js';
import { dataFolderOf } from '../claim-house.js';
import { runWhereDataIs } from '../run-where-data-is.js';
import { readIfThere, sandboxAheadMs } from './house-facts.js';
import { type BackupDone, writeBackup } from './write-backup.js';

/**
 * `pufa backup`: writes everything into one file, whether the bot runs or not.
 * @param file       where to, from the folder of the command
 * @param machineNow the machine's clock; the sandbox's own is read from its state
 * @throws StartError when there is nothing to back up, or the file exists or cannot be written
 */
export async function takeBackup(config: Config, file: string, machineNow: Date): Promise<BackupDone> {
  const target = path.resolve(file);
  const { databaseDir } = dataFolderOf(config);
  if (config.databaseUrl === null && !existsSync(path.join(databaseDir, 'PG_VERSION'))) {
    throw new StartError(`${databaseDir} 里还没有数据可以备份：请检查 DATA_DIR，或者先用 pufa start 启动一次。`);
  }
  return runWhereDataIs(config, 'backup', { file: target }, (database, folder) => {
    const aheadMs = config.botToken === null ? sandboxAheadMs(readIfThere(folder.sandboxStateFile)) : 0;
    return writeBackup(database, { config, folder }, target, new Date(machineNow.getTime() + aheadMs));
  });
}

import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.js';

/** The places in `DATA_DIR`. */
export interface DataFolder {
  dir: string;
  databaseDir: string;
  /** lock and door of the running process, see folder-door.ts */
  socketPath: string;
  identityKeyFile: string;
  sandboxStateFile: string;
  /** nightly backups; made with the first one */
  backupsDir: string;
}

/** A unix socket's path holds at most 107 bytes on Linux (`sun_path`). */
const MAX_SOCKET_PATH_BYTES = 107;

/**
 * Makes sure that the data folder is there, ours to write, and closed to other users of the machine:
 * it holds residents' sealed addresses and the key to them.
 * @throws StartError when it cannot be made, written, or its path is too long for a socket
 */
export function openDataFolder(dataDir: string): DataFolder {
  const dir = path.resolve(dataDir);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (!statSync(dir).isDirectory()) throw new Error('not a folder');
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    chmodSync(dir, 0o700);
  } catch (cause) {
    throw new StartError(
      `数据文件夹 ${dir} 不能写入：请检查它的权限和磁盘，或者用 DATA_DIR 换一个本程序可以写的文件夹。`,
      1,
      { cause },
    );
  }
  const socketPath = path.join(dir, 'pufa.sock');
  if (Buffer.byteLength(socketPath) > MAX_SOCKET_PATH_BYTES) {
    throw new StartError(`数据文件夹的路径太长：${dir}。请用 DATA_DIR 换一个短一些的路径（不超过 97 个字节）。`);
  }
  return {
    dir,
    databaseDir: path.join(dir, 'database'),
    socketPath,
    identityKeyFile: path.join(dir, 'identity.key'),
    sandboxStateFile: path.join(dir, 'sandbox.json'),
    backupsDir: path.join(dir, 'backups'),
  };
}

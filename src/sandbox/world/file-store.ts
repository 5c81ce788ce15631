import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The bytes of what was sent, by the path the Bot API gives (`file_path` of getFile). */
export interface FileStore {
  put(filePath: string, bytes: Uint8Array): void;
  /** Undefined when nothing is kept under this path. */
  get(filePath: string): Uint8Array | undefined;
}

export function memoryFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    put: (filePath, bytes) => void files.set(filePath, bytes),
    get: (filePath) => files.get(filePath),
  };
}

/** @param folder made when the first file arrives; file paths are made by the sandbox, never by a caller */
export function folderFileStore(folder: string): FileStore {
  return {
    put: (filePath, bytes) => {
      const target = path.join(folder, filePath);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    },
    get: (filePath) => {
      try {
        return readFileSync(path.join(folder, filePath));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}

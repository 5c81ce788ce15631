import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.js';

/**
 * A unix socket in the data folder. Listening on it is the lock (the embedded database has none of its own, and two
 * processes on one folder destroy it: electric-sql/pglite#892), answering on it is the door through which `pufa chats`
 * and the other reading commands reach the running process. The kernel frees it when the process is killed.
 */
export interface FolderDoor {
  /** From now on requests get answers; before, they wait at the door with 503. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

/** How long another start may take to clear a stale socket away before we call it stuck. */
const TAKEOVER_TIMEOUT_MS = 3_000;

/**
 * Takes the data folder for this process.
 * @throws StartError when another process holds it
 */
export async function takeFolder(socketPath: string): Promise<FolderDoor> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const door = await listen(socketPath);
    if (door) return door;
    if (await knock(socketPath)) {
      throw new StartError(
        `数据文件夹正被另一个普法进程使用（${socketPath}）：请先停掉那个进程，或者用 DATA_DIR 给这个进程换一个文件夹。`,
      );
    }
    await clearStaleSocket(socketPath);
  }
  throw new StartError(`数据文件夹的锁 ${socketPath} 拿不到：请确认没有别的普法进程在运行，再启动一次。`);
}

/** Asks the process that holds the folder; null when nobody does. */
export async function askRunningProcess(
  socketPath: string,
  command: unknown,
): Promise<{ status: number; body: string } | null> {
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath, agent: false, path: '/command', method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    call.end(JSON.stringify(command));
  });
}

async function listen(socketPath: string): Promise<FolderDoor | null> {
  let listener: RequestListener = (_request, response) => response.writeHead(503).end();
  const server: Server = createServer((request, response) => listener(request, response));
  const failure = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(socketPath, () => resolve(null));
  });
  if (failure === 'EADDRINUSE') return null;
  if (failure !== null) {
    throw new StartError(
      `数据文件夹里建不了锁 ${socketPath}（${failure}）：请检查文件夹权限，或者用 DATA_DIR 换一个本机磁盘上的文件夹。`,
    );
  }
  // The lock must not keep a process alive that has nothing else to do.
  server.unref();
  return {
    serve: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** True when a living process listens: the kernel answers for it even while it is busy. */
async function knock(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({ socketPath, path: '/', agent: false }, (answer) => {
      answer.resume();
      resolve(true);
    });
    call.on('socket', (socket) => socket.once('connect', () => resolve(true)));
    call.on('error', () => resolve(false));
    call.on('close', () => resolve(false));
    call.end();
  });
}

/** Two starts may both find a socket of a dead process: only the one that makes the guard file removes it. */
async function clearStaleSocket(socketPath: string): Promise<void> {
  const guard = `${socketPath}.takeover`;
  const deadline = performance.now() + TAKEOVER_TIMEOUT_MS;
  while (performance.now() < deadline) {
    try {
      writeFileSync(guard, String(process.pid), { flag: 'wx', mode: 0o600 });
    } catch {
      await delay(50);
      continue;
    }
    try {
      // Between our knock and the guard another start may have taken the folder: knock again under the guard.
      if (!(await knock(socketPath))) rmSync(socketPath, { force: true });
    } finally {
      rmSync(guard, { force: true });
    }
    return;
  }
  throw new StartError(`有一次启动没有完成：请确认没有别的普法进程在运行，然后删除文件 ${guard} 再启动。`);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askRunningProcess, takeFolder } from './folder-door.js';

let dir: string;
let socketPath: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'pufa-door-'));
  socketPath = path.join(dir, 'pufa.sock');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Another process that listens on the socket, as a running Pufa does. */
async function anotherProcess() {
  const script = `require('node:net').createServer().listen(process.argv[1], () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', script, socketPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('the door of the data folder', () => {
  it('lets only one process in', async () => {
    const door = await takeFolder(socketPath);
    await expect(takeFolder(socketPath)).rejects.toThrow('正被另一个普法进程使用');
    await door.close();
    await (await takeFolder(socketPath)).close();
  });

  it('is shut while another process holds it, and open again after that one was killed', async () => {
    const child = await anotherProcess();
    await expect(takeFolder(socketPath)).rejects.toThrow('正被另一个普法进程使用');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(socketPath)).toBe(true);
    await (await takeFolder(socketPath)).close();
  });

  it('lets one of many simultaneous starts over a dead process in', async () => {
    const child = await anotherProcess();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => takeFolder(socketPath)));
    const doors = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(doors).toHaveLength(1);
    await doors[0]?.close();
  });

  it('answers commands once it serves, and says nothing when nobody is there', async () => {
    expect(await askRunningProcess(socketPath, { command: 'chats' })).toBeNull();
    const door = await takeFolder(socketPath);
    expect(await askRunningProcess(socketPath, { command: 'chats' })).toMatchObject({ status: 503 });
    door.serve((_request, response) => response.end('[]'));
    expect(await askRunningProcess(socketPath, { command: 'chats' })).toEqual({ status: 200, body: '[]' });
    await door.close();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { StartError } from '../start-error.js';
import { askDoor } from './ask-door.js';
import { answerCommands, doorCommand } from './door-commands.js';
import { askRunningProcess, type FolderDoor, takeFolder } from './folder-door.js';

let dir: string;
let socketPath: string;
let door: FolderDoor;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'pufa-door-'));
  socketPath = path.join(dir, 'pufa.sock');
  door = await takeFolder(socketPath);
  door.serve(
    answerCommands([
      doorCommand('add', z.object({ to: z.number() }), async ({ to }) => ({ sum: to + 1 })),
      doorCommand('refuse', z.object({}), () => Promise.reject(new StartError('磁盘满了。', 2))),
      doorCommand('fail', z.object({}), () => Promise.reject(new Error('张三的电话'))),
    ]),
  );
});
afterEach(async () => {
  await door.close();
  await rm(dir, { recursive: true, force: true });
});

describe('a command through the door', () => {
  it('takes parameters and brings an answer back', async () => {
    expect(await askDoor(socketPath, 'add', { to: 41 })).toEqual({ answer: { sum: 42 } });
  });

  it('brings the sentence of a refusal back, with its exit code', async () => {
    await expect(askDoor(socketPath, 'refuse', {})).rejects.toMatchObject({ message: '磁盘满了。', exitCode: 2 });
  });

  it.each([
    ['another command', { command: 'subtract' }, 400],
    ['a parameter of another kind', { command: 'add', to: '41' }, 400],
    ['something that is no object', 7, 400],
    ['nothing', null, 400],
  ])('does not take %s', async (_name, sent, status) => {
    expect(await askRunningProcess(socketPath, sent)).toEqual({ status, body: '' });
  });

  it('keeps the words of any other fault to itself', async () => {
    expect(await askRunningProcess(socketPath, { command: 'fail' })).toEqual({ status: 500, body: '' });
    await expect(askDoor(socketPath, 'fail', {})).rejects.toThrow('没有答上来');
  });

  it('is answered with null when nobody is there', async () => {
    await door.close();
    expect(await askDoor(socketPath, 'add', { to: 1 })).toBeNull();
  });
});

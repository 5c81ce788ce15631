import { StartError } from '../start-error.js';
import { DOOR_STATUS } from './door-commands.js';
import { askRunningProcess } from './folder-door.js';

/**
 * Asks the running process to carry out a command.
 * @returns its answer; null when no process holds the folder
 * @throws StartError with the process's own sentence when it refuses, or one of ours when it cannot answer
 */
export async function askDoor<Answer>(
  socketPath: string,
  command: string,
  params: Record<string, unknown>,
): Promise<{ answer: Answer } | null> {
  const reply = await askRunningProcess(socketPath, { command, ...params }).catch((cause) => {
    throw new StartError('正在运行的普法进程答到一半断了：它也许正好停了。请看它的日志，再试一次。', 1, { cause });
  });
  if (reply === null) return null;
  if (reply.status === DOOR_STATUS.done) return { answer: JSON.parse(reply.body) as Answer };
  if (reply.status === DOOR_STATUS.refused) {
    const { sentence, exitCode } = JSON.parse(reply.body) as { sentence: string; exitCode: 1 | 2 };
    throw new StartError(sentence, exitCode);
  }
  if (reply.status === DOOR_STATUS.notUnderstood)
    throw new StartError('正在运行的普法进程不认识这个命令：它大概是另一个版本，请重新启动它再试。');
  throw new StartError('正在运行的普法进程没有答上来：请过几秒再试；还不行就看它的日志。');
}

import { stateInChinese } from '../chats/group-state-words.js';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';
import { dataFolderOf } from './claim-house.js';
import { type ReadingCommand, runReadingCommand } from './door-commands.js';
import { askRunningProcess, takeFolder } from './folder-door.js';
import { openDatabase } from './open-database.js';
import type { ChatLine, NoticeLine } from './overview.js';

/**
 * Runs a reading command wherever the data is: on a server, through the door of the running process, or in the folder
 * itself when nothing runs.
 * @returns text that ends with a line feed: JSON with `json`, otherwise a line per row
 */
export async function readOverview(config: Config, command: ReadingCommand, json: boolean): Promise<string> {
  const rows = await readRows(config, command);
  if (json) return `${JSON.stringify(rows, null, 2)}\n`;
  if (rows.length === 0) return command === 'chats' ? '还没有群和订阅的居民。\n' : '还没有推送。\n';
  return rows.map((row) => `${'deliveries' in row ? noticeText(row) : chatText(row)}\n`).join('');
}

async function readRows(config: Config, command: ReadingCommand): Promise<ChatLine[] | NoticeLine[]> {
  if (config.databaseUrl !== null) return readFrom({ url: config.databaseUrl });
  const folder = dataFolderOf(config);
  const answer = await askRunningProcess(folder.socketPath, { command });
  if (answer?.status === 200) return JSON.parse(answer.body) as ChatLine[] | NoticeLine[];
  if (answer) throw new StartError('正在运行的普法进程没有答上来：请过几秒再试；还不行就看它的日志。');
  const door = await takeFolder(folder.socketPath);
  try {
    return await readFrom({ databaseDir: folder.databaseDir });
  } finally {
    await door.close();
  }

  async function readFrom(at: { url: string } | { databaseDir: string }) {
    const database = await openDatabase(at);
    try {
      return await runReadingCommand(database.prisma, command, config.timeZone);
    } finally {
      await database.close();
    }
  }
}

function chatText(row: ChatLine): string {
  const state = stateInChinese(row.state, row.reason);
  if (row.id === null) return `私聊　${state}　${row.count} 人`;
  const seats = row.seats === null ? '' : `　${row.seats} 席`;
  return `群 ${row.id}　${row.title ?? '—'}　${row.unit ?? '未绑定'}　${state}${seats}`;
}

function noticeText(row: NoticeLine): string {
  const counts = Object.entries(row.deliveries).map(([state, count]) => `${state} ${count}`);
  const reason = row.reason ? `（${row.reason}）` : '';
  return `${row.due?.slice(0, 16).replace('T', ' ') ?? '还没放行'}　${row.title}　${row.state}${reason}${row.late ? '　迟发' : ''}　${counts.join('，') || '没有对象'}`;
}

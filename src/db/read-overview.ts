import { stateInChinese } from '../chats/group-state-words.js';
import type { Config } from '../config.js';
import type { ChatLine, NoticeLine } from './overview.js';
import { type ReadingCommand, runReadingCommand } from './reading-commands.js';
import { runWhereDataIs } from './run-where-data-is.js';

/**
 * Runs a reading command wherever the data is.
 * @returns text that ends with a line feed: JSON with `json`, otherwise a line per row
 */
export async function readOverview(config: Config, command: ReadingCommand, json: boolean): Promise<string> {
  const rows = await runWhereDataIs(config, command, {}, ({ prisma }) =>
    runReadingCommand(prisma, command, config.timeZone),
  );
  if (json) return `${JSON.stringify(rows, null, 2)}\n`;
  if (rows.length === 0) return command === 'chats' ? '还没有群和订阅的居民。\n' : '还没有推送。\n';
  return rows.map((row) => `${'deliveries' in row ? noticeText(row) : chatText(row)}\n`).join('');
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

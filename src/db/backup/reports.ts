import { zonedAt } from '../../time/zone.js';
import type { RestoreDone } from './restore-backup.js';
import type { BackupDone } from './write-backup.js';

const NUMBERS = new Intl.NumberFormat('zh-CN');

/** What `pufa backup` prints at its end: what is in the file, and what to do with it. */
export function backupReport({ file, takenAt, tables, rows, bytes, keyPlace }: BackupDone, timeZone: string): string {
  const about = `${tables} 张表、${NUMBERS.format(rows)} 行，${sizeText(bytes)}，截至 ${minute(takenAt, timeZone)}`;
  const key = {
    'in-backup': '身份密钥在里面，请像保管密码一样保管这个文件，并且另存一份到别的机器上。',
    'in-settings': '身份密钥来自 IDENTITY_KEY，不在里面：请另外保管，没有它就再也联系不上订阅的居民。',
    'not-found': '数据文件夹里没有这套数据的 identity.key，所以不在里面：请另外保管，没有它就再也联系不上订阅的居民。',
  }[keyPlace];
  return `备份好了：${file}（${about}）。\n${key}\n要恢复时：在一个空的地方运行 pufa restore ${file}\n`;
}

/** What `pufa restore` prints at its end: what is there now, what will not be sent, and what to check. */
export function restoreReport(done: RestoreDone, timeZone: string): string {
  const { rows, takenAt, restoredAt, unknown, closed, keyRestored } = done;
  const open =
    unknown + closed === 0
      ? '备份时没有发到一半的推送。'
      : `备份时没发完的推送有 ${closed} 条，其中 ${unknown} 份可能已经发出：记为“未知”，不会自己再发，用 pufa notices 看，由人决定。`;
  return [
    `恢复好了：${NUMBERS.format(rows)} 行，截至 ${minute(takenAt, timeZone)}${keyRestored ? '，身份密钥也放回去了' : ''}。`,
    open,
    `从那时到 ${minute(restoredAt, timeZone)} 之间到点的节点不会再发（可能已经发过），之后的照常。`,
    '那以后的退订、绑定、角色变动、放行、暂停和取消都不在里面，请核对：放行过的推送不要再放行一次，取消过的请再取消。',
    '下一步：原来的机器人不要再运行，然后在这里运行 pufa start。',
    '',
  ].join('\n');
}

function minute(iso: string, timeZone: string): string {
  return zonedAt(new Date(iso), timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

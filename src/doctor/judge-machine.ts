import type { Finding } from './finding.js';

/** What was found of the database. */
export type DatabaseProbe =
  /** the embedded one is made at the first start */
  | { kind: 'not-made' }
  /** a sentence that says why, and what to do */
  | { kind: 'unusable'; sentence: string }
  | { kind: 'open'; place: 'embedded' | 'server'; version: string; pendingMigrations: number };

/** @param running the bot runs at this moment */
export function judgeDatabase(probe: DatabaseProbe, running: boolean): Finding {
  const subject = '数据库';
  if (probe.kind === 'unusable') return { level: 'bad', subject, text: probe.sentence };
  if (probe.kind === 'not-made') return { level: 'note', subject, text: '还没有建，第一次启动时会自动建好。' };
  const place = probe.place === 'embedded' ? '内置数据库' : 'PostgreSQL 服务器';
  const name = `${place}（版本 ${probe.version}）`;
  if (probe.pendingMigrations > 0) {
    const text = `${name}，有 ${probe.pendingMigrations} 个升级还没做：${running ? '请重新启动程序' : '下次启动时会自动做，请先备份'}。`;
    return { level: 'note', subject, text };
  }
  return { level: 'ok', subject, text: `${name}，表结构是最新的${running ? '，程序正在用它' : ''}。` };
}

/** How the identity key and the world of the settings go with the rows; a start refuses what does not. */
export type OwnershipProbe = 'ours' | 'no-rows' | 'other-world' | 'other-key' | 'no-key';

/** Never shows a key, nor its fingerprint. */
export function judgeOwnership(probe: OwnershipProbe): Finding {
  const subject = '身份密钥';
  switch (probe) {
    case 'ours':
      return { level: 'ok', subject, text: '和数据库里的数据对得上。' };
    case 'no-rows':
      return { level: 'ok', subject, text: '数据库还没有用过，第一次启动时记下。' };
    case 'other-world': {
      const text =
        '它和 BOT_TOKEN 不是一套（一个是沙盒，一个是真正的机器人），程序启动不了：请核对 BOT_TOKEN、DATABASE_URL 和 DATA_DIR。';
      return { level: 'bad', subject: '数据库的主人', text };
    }
    case 'other-key':
    case 'no-key': {
      const what =
        probe === 'no-key' ? '数据文件夹里没有 identity.key，也没有设 IDENTITY_KEY' : '和数据库里的数据对不上';
      const text = `${what}，程序启动不了：请把 IDENTITY_KEY 设成原来的值，或者把原来的 identity.key 放回数据文件夹。`;
      return { level: 'bad', subject, text };
    }
  }
}

const CLOCK_OFF_SECONDS = 30;

/** @param aheadSeconds how far this machine's clock is ahead; null: nobody to compare with @param other whose clock it was compared with */
export function judgeClock(aheadSeconds: number | null, other: string): Finding {
  const subject = '时钟';
  if (aheadSeconds === null)
    return { level: 'note', subject, text: '没有可以对照的时钟：请自己看一眼这台机器的时间准不准。' };
  const off = Math.abs(Math.round(aheadSeconds));
  if (off <= CLOCK_OFF_SECONDS) return { level: 'ok', subject, text: `和${other}的时间只差 ${off} 秒。` };
  const text = `比${other}${aheadSeconds > 0 ? '快' : '慢'} ${off} 秒，推送会不准时：请打开自动对时（例如 timedatectl set-ntp true）。`;
  return { level: 'bad', subject, text };
}

/** @param wallClock what time it is there now: `2026-12-04 09:00` */
export function judgeZone(timeZone: string, wallClock: string): Finding {
  return { level: 'ok', subject: '时区', text: `${timeZone}，那里现在是 ${wallClock}；不对就改 TIMEZONE。` };
}

const MEGABYTE = 1024 * 1024;

/** @param freeBytes in DATA_DIR; null: could not be found out */
export function judgeDisk(freeBytes: number | null): Finding {
  const subject = '磁盘';
  if (freeBytes === null) return { level: 'note', subject, text: '查不到 DATA_DIR 还剩多少空间：请自己看一眼。' };
  const free = Math.floor(freeBytes / MEGABYTE);
  const left = `DATA_DIR 所在的磁盘还剩 ${free >= 10_240 ? `${Math.floor(free / 1024)} GB` : `${free} MB`}`;
  if (free < 100) return { level: 'bad', subject, text: `${left}，数据库很快就写不进去了：请马上腾出空间。` };
  if (free < 500) return { level: 'note', subject, text: `${left}，不多了：请腾出空间，例如清理旧备份。` };
  return { level: 'ok', subject, text: `${left}。` };
}

export function judgeContent(errors: number, warnings: number): Finding {
  const subject = '内容包';
  const see = '每一处在哪一行，用 pufa content check 看';
  if (errors > 0) return { level: 'bad', subject, text: `有 ${errors} 处错误，程序启动不了：${see}。` };
  if (warnings > 0) return { level: 'note', subject, text: `没有错误，有 ${warnings} 处提醒：${see}。` };
  return { level: 'ok', subject, text: '没有错误。' };
}

export function judgeAdmins(adminIds: number[]): Finding {
  const subject = '管理员';
  if (adminIds.length > 0) return { level: 'ok', subject, text: `ADMIN_IDS 里有 ${adminIds.length} 个人。` };
  const text =
    'ADMIN_IDS 是空的：没有人能请同事进来。请填上管理员的 Telegram 用户编号（可以问 @userinfobot），再重新启动。';
  return { level: 'note', subject, text };
}

/** What answers on HOST:PORT. */
export type PageProbe =
  | { kind: 'pufa'; problems: string[] }
  | { kind: 'other' }
  | { kind: 'free' }
  /** nobody can listen there; a word such as EADDRNOTAVAIL */
  | { kind: 'unusable'; cause: string };

/** @param address `127.0.0.1:8080` @param running the bot runs at this moment */
export function judgePage(probe: PageProbe, address: string, running: boolean): Finding {
  const subject = '网页';
  switch (probe.kind) {
    case 'pufa':
      if (!running) {
        const text = `${address} 上是另一个普法程序（用着别的 DATA_DIR），这一个启动不了：请停掉那个，或者用 PORT 换一个端口。`;
        return { level: 'bad', subject, text };
      }
      return probe.problems.length === 0
        ? { level: 'ok', subject, text: `http://${address} 有回答，程序一切就绪。` }
        : { level: 'bad', subject, text: `http://${address} 有回答，但程序没有就绪：${probe.problems.join('')}` };
    case 'other':
      return {
        level: 'bad',
        subject,
        text: `${address} 被别的程序占用：请停掉那个程序，或者用 PORT 换一个端口。`,
      };
    case 'unusable':
      return { level: 'bad', subject, text: `${address} 用不了（${probe.cause}）：请改 HOST 或 PORT。` };
    case 'free':
      return running
        ? { level: 'bad', subject, text: `程序在运行，但 ${address} 没有回答：HOST 或 PORT 改过的话，请重新启动程序。` }
        : { level: 'ok', subject, text: `程序没有在运行，端口 ${address} 空着。` };
  }
}

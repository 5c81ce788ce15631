import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.js';
import {
  judgeAdmins,
  judgeClock,
  judgeContent,
  judgeDatabase,
  judgeDisk,
  judgeOwnership,
  judgePage,
  judgeZone,
} from './judge-machine.js';

const MEGABYTE = 1024 * 1024;
const embedded = { kind: 'open', place: 'embedded', version: '18.3', pendingMigrations: 0 } as const;
const HERE = '127.0.0.1:8080';

const rows: [name: string, finding: Finding, level: Finding['level'], text: RegExp][] = [
  ['the database is in order', judgeDatabase(embedded, false), 'ok', /内置数据库（版本 18\.3）/],
  ['the database is in use by the bot', judgeDatabase(embedded, true), 'ok', /正在用它/],
  ['a server', judgeDatabase({ ...embedded, place: 'server' }, false), 'ok', /PostgreSQL 服务器/],
  ['migrations wait', judgeDatabase({ ...embedded, pendingMigrations: 2 }, false), 'note', /2 个升级.*备份/],
  ['migrations wait while it runs', judgeDatabase({ ...embedded, pendingMigrations: 2 }, true), 'note', /重新启动/],
  ['no database yet', judgeDatabase({ kind: 'not-made' }, false), 'note', /第一次启动/],
  [
    'no connection',
    judgeDatabase({ kind: 'unusable', sentence: '连不上：请检查。' }, false),
    'bad',
    /^连不上：请检查。$/,
  ],

  ['the key is the rows’', judgeOwnership('ours'), 'ok', /对得上/],
  ['no rows yet', judgeOwnership('no-rows'), 'ok', /第一次启动/],
  ['another key', judgeOwnership('other-key'), 'bad', /对不上.*IDENTITY_KEY/],
  ['the key is gone', judgeOwnership('no-key'), 'bad', /没有 identity.key.*放回/],
  ['rows of the other world', judgeOwnership('other-world'), 'bad', /BOT_TOKEN.*DATABASE_URL/],

  ['the clock is right', judgeClock(0.4, 'Telegram '), 'ok', /差 0 秒/],
  ['the clock is 30 seconds off', judgeClock(-30, 'Telegram '), 'ok', /差 30 秒/],
  ['the clock is fast', judgeClock(31, 'Telegram '), 'bad', /快 31 秒.*对时/],
  ['the clock is slow', judgeClock(-7200, '数据库服务器'), 'bad', /数据库服务器慢 7200 秒/],
  ['no other clock', judgeClock(null, ''), 'note', /自己看一眼/],
  ['the zone', judgeZone('Asia/Shanghai', '2026-12-04 09:00'), 'ok', /Asia\/Shanghai.*2026-12-04 09:00/],

  ['much room', judgeDisk(77 * 1024 * MEGABYTE), 'ok', /77 GB/],
  ['500 MB', judgeDisk(500 * MEGABYTE), 'ok', /500 MB/],
  ['499 MB', judgeDisk(499 * MEGABYTE), 'note', /499 MB.*备份/],
  ['100 MB', judgeDisk(100 * MEGABYTE), 'note', /100 MB/],
  ['99 MB', judgeDisk(99 * MEGABYTE), 'bad', /99 MB.*马上/],
  ['nobody knows how much room', judgeDisk(null), 'note', /自己看/],

  ['a pack without faults', judgeContent(0, 0), 'ok', /没有错误/],
  ['a pack with warnings', judgeContent(0, 3), 'note', /3 处提醒.*pufa content check/],
  ['a pack with errors', judgeContent(2, 3), 'bad', /2 处错误.*pufa content check/],

  ['an administrator', judgeAdmins([1]), 'ok', /1 个人/],
  ['no administrator', judgeAdmins([]), 'note', /ADMIN_IDS/],

  ['the page answers and is ready', judgePage({ kind: 'pufa', problems: [] }, HERE, true), 'ok', /就绪/],
  [
    'the page says what is not ready',
    judgePage({ kind: 'pufa', problems: ['甲。'] }, HERE, true),
    'bad',
    /没有就绪：甲。$/,
  ],
  [
    'another installation of ours is there',
    judgePage({ kind: 'pufa', problems: [] }, HERE, false),
    'bad',
    /另一个普法程序.*PORT/,
  ],
  ['somebody else’s program is there', judgePage({ kind: 'other' }, HERE, false), 'bad', /PORT/],
  ['nobody is there, and nothing runs', judgePage({ kind: 'free' }, HERE, false), 'ok', /空着/],
  ['nobody is there while the bot runs', judgePage({ kind: 'free' }, HERE, true), 'bad', /重新启动/],
  [
    'an address of another machine',
    judgePage({ kind: 'unusable', cause: 'EADDRNOTAVAIL' }, HERE, false),
    'bad',
    /HOST/,
  ],
];

describe('what the doctor says of the machine', () => {
  it.each(rows)('%s', (_name, finding, level, text) => {
    expect(finding).toMatchObject({ level, text: expect.stringMatching(text) });
    expect(finding.text).toMatch(/。$/);
  });
});

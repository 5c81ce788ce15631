import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.js';
import { findingLine } from '../../src/doctor/finding.js';
import { runDoctor } from '../../src/run-doctor.js';
import { movableClock, systemClock } from '../../src/time/clock.js';
import { aCommand } from '../support/a-command.js';
import { aFreePort } from '../support/a-free-port.js';
import { aRealBot, type RealBot } from '../support/a-real-bot.js';
import { confirmed } from '../support/a-telegram.js';

const WANG = 700_000_001;
const LIJIE = 700_000_002;

describe('pufa doctor', { timeout: 60_000 }, () => {
  let bot: RealBot;
  let port: number;
  let group: number;

  const examine = async (settings: Record<string, string> = {}, clock = systemClock) => {
    const lines: string[] = [];
    await runDoctor(parseConfig({ ...bot.env, ...settings }), clock, (finding) => lines.push(findingLine(finding)));
    return lines;
  };
  const about = (lines: string[], subject: string) =>
    lines.find((line) => line.slice(2).startsWith(`${subject}：`)) ?? '';

  beforeAll(async () => {
    port = await aFreePort();
    bot = await aRealBot({ ADMIN_IDS: String(WANG), PORT: String(port) });
    const { world } = bot.sandbox;
    group = world.chat('春风社区居民群').id;
    world.startBot(WANG);
    world.send(WANG, WANG, { text: '绑定码' });
    await confirmed(bot.sandbox);
    const menu = world.messages(WANG).at(-1);
    world.pressButton(WANG, WANG, menu?.message_id ?? 0, { row: 0, col: 0 });
    await confirmed(bot.sandbox);
    const code = /(\d{4}) (\d{4})/.exec(bot.last(WANG))?.slice(1).join('');
    world.addBot(group, LIJIE, `bind_${code}`);
    await confirmed(bot.sandbox);
  });
  afterAll(() => bot.close());
  afterEach(() => bot.sandbox.faults.clear());

  it('finds nothing bad in a bot that runs as it should', async () => {
    const lines = await examine();
    expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
    for (const subject of '设置 令牌 时钟 隐私模式 收消息 群里的权限 管理员 数据库 身份密钥 时区 内容包 网页 磁盘'.split(
      ' ',
    )) {
      expect(about(lines, subject)).not.toBe('');
    }
    expect(about(lines, '数据库')).toContain('程序正在用它');
    expect(about(lines, '网页')).toContain('就绪');
    expect(about(lines, '群里的权限')).toContain('1 个群都能发言');
  });

  it('sees an identity key that a start would refuse', async () => {
    expect(about(await examine({ IDENTITY_KEY: 'this must stay at home' }), '身份密钥')).toMatch(/^✗.*对不上/);
    expect(about(await examine(), '身份密钥')).toMatch(/^✓/);
  });

  it('prints no secret', async () => {
    const lines = (await examine({ IDENTITY_KEY: 'this must stay at home' })).join('\n');
    expect(lines).not.toContain(bot.sandbox.token.split(':')[1]);
    expect(lines).not.toContain('this must stay at home');
  });

  it('tells a token that is refused from a server that is silent', async () => {
    expect(about(await examine({ BOT_TOKEN: '7100000001:AAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }), '令牌')).toMatch(
      /^✗.*401/,
    );
    const silent = `http://127.0.0.1:${await aFreePort()}`;
    expect(about(await examine({ TELEGRAM_API_ROOT: silent }), '令牌')).toMatch(/^✗.*ECONNREFUSED/);
  });

  it('sees that the bot was muted in a group, and that it was removed', async () => {
    const upgraded = bot.sandbox.world.upgradeToSupergroup(group, LIJIE);
    if (!upgraded.ok) throw new Error(upgraded.message);
    await confirmed(bot.sandbox);
    expect(bot.sandbox.world.restrictBot(upgraded.chat, LIJIE, { can_send_messages: false }).ok).toBe(true);
    await confirmed(bot.sandbox);
    expect(about(await examine(), '群里的权限')).toMatch(/^!.*春风社区居民群.*不能发言/);
    bot.sandbox.faults.add({
      method: 'getChatMember',
      fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was kicked from the group chat' },
    });
    expect(about(await examine(), '群里的权限')).toMatch(/^!.*春风社区居民群.*没有机器人/);
  });

  it('sees that privacy mode is off', async () => {
    bot.sandbox.world.setPrivacyMode(false);
    expect(about(await examine(), '隐私模式')).toMatch(/^!/);
    bot.sandbox.world.setPrivacyMode(true);
  });

  it('sees a webhook that the settings want and Telegram does not have', async () => {
    const wanted = { WEBHOOK: 'true', PUBLIC_URL: 'http://127.0.0.1:8080' };
    expect(about(await examine(wanted), '收消息')).toMatch(/^✗.*还没有设/);
  });

  it('sees a clock that is an hour ahead', async () => {
    const ahead = movableClock(systemClock, 3_600_000);
    expect(about(await examine({}, ahead), '时钟')).toMatch(/^✗.*快 3[56]\d\d 秒/);
  });

  it('sees that no administrator is named and that the pack has faults', async () => {
    const lines = await examine({ ADMIN_IDS: '', CONTENT_DIR: path.resolve('docs') });
    expect(about(lines, '管理员')).toMatch(/^!/);
    expect(about(lines, '内容包')).toMatch(/^✗.*pufa content check/);
  });

  it('looks at the same while nothing runs, and changes nothing', async () => {
    await bot.running.stop();
    const before = bot.sandbox.calls.list().length;
    const lines = await examine();
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(about(lines, '数据库')).toMatch(/^✓.*最新/);
    expect(about(lines, '网页')).toContain('空着');
    const called = bot.sandbox.calls.list().slice(before);
    expect(called.filter(({ method }) => !/^get/.test(method))).toEqual([]);
    await bot.start();
  });

  it('sees that another program has the port', async () => {
    const taken = await aFreePort();
    const other: Server = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve));
    expect(about(await examine({ PORT: String(taken) }), '网页')).toMatch(/^✗.*占用/);
    other.close();
    other.closeAllConnections();
  });

  it('sees a database that cannot be reached, without its password', async () => {
    const lines = await examine({
      DATABASE_URL: `postgresql://pufa:hush@127.0.0.1:${await aFreePort()}/pufa`,
      DATA_DIR: `${bot.env.DATA_DIR}/elsewhere`,
    });
    expect(about(lines, '数据库')).toMatch(/^✗.*连不上/);
    expect(lines.join()).not.toContain('hush');
  });

  it('as a command ends with 1 and names every wrong setting', async () => {
    const { code, stdout } = await aCommand(['doctor'], { PORT: 'x', WEBHOOK: 'perhaps' }).finished();
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ 设置：.*PORT.*WEBHOOK/s);
  });
});

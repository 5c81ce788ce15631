import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Api, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSandbox, done, LIJIE, WANG } from '../../test/support/a-sandbox.js';
import { StartError } from '../start-error.js';
import { movableClock, systemClock } from '../time/clock.js';
import { startSandbox } from './start-sandbox.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const timeZone = 'Asia/Shanghai';

describe('the sandbox over a restart', () => {
  it('keeps the world, the waiting updates, the files and the moved clock', async () => {
    const stateFile = path.join(folder, 'data', 'sandbox.json');
    const first = await aSandbox('2026-12-04T01:00:00Z', { stateFile });
    const group = first.world.chat('春风社区居民群').id;
    done(first.world.addBot(group, LIJIE));
    done(first.world.startBot(WANG));
    const { document } = await first.api.sendDocument(WANG, new InputFile(Buffer.from('甲'), '甲.txt'));
    const { poll } = await first.api.sendPoll(group, '问', ['甲', '乙'], { is_anonymous: false });
    const waiting = await first.api.getUpdates();
    await first.close();

    const second = await startSandbox({ clock: movableClock(systemClock), timeZone, stateFile });
    const api = new Api(second.token, { apiRoot: second.apiRoot });
    expect(second.token).toBe(first.token);
    expect(await api.getUpdates()).toEqual(waiting);
    expect(second.clock.now().toISOString()).toMatch(/^2026-12-04T01:00/);
    expect(second.world.messages(group).at(-1)?.poll?.id).toBe(poll.id);
    expect(second.world.deliveries().length).toBe(2);
    await api.sendDocument(WANG, document.file_id);
    expect(second.world.messages(WANG).at(-1)?.message_id).toBe(3);
    await second.close();
    expect(readdirSync(path.dirname(stateFile)).sort()).toEqual(['sandbox.json', 'sandbox.json.files']);
  });

  it('has the state on disk soon after a change, so that a kill loses little', async () => {
    const stateFile = path.join(folder, 'sandbox.json');
    const running = await aSandbox(undefined, { stateFile });
    done(running.world.startBot(WANG));
    await new Promise((resolve) => setTimeout(resolve, 250));
    const other = await aSandbox(undefined, { stateFile });
    expect(other.world.messages(WANG).length).toBe(1);
    await other.close();
    await running.close();
  });

  it.each([
    ['half a file', '{"version":1,'],
    ['something else', '{"hello":"world"}'],
  ])('says clearly that the state cannot be read: %s', async (_name, text) => {
    const stateFile = path.join(folder, 'sandbox.json');
    writeFileSync(stateFile, text);
    const starting = startSandbox({ clock: movableClock(systemClock), timeZone, stateFile });
    await expect(starting).rejects.toThrow(StartError);
    await expect(starting).rejects.toThrow(`沙盒的状态文件 ${stateFile} 读不懂`);
  });
});

describe('starting', () => {
  it('names a taken port by its code', async () => {
    const first = await aSandbox();
    const port = Number(new URL(first.url).port);
    await expect(aSandbox(undefined, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('begins with the street office: its people, and a group without the bot', async () => {
    const sandbox = await aSandbox();
    expect(sandbox.world.people().map(({ name, part }) => `${name} ${part}`)).toEqual([
      '王主任 管理员',
      '李姐 群主',
      '张大爷 居民',
      '小陈 居民',
      '路人老周 外来的人',
      '周所长 司法所负责人',
      '小刘 工作人员',
      '陈律师 社区法律顾问',
      '区局小赵 区司法局',
    ]);
    expect(sandbox.world.botStatus(sandbox.world.chat('春风社区居民群').id)).toBe('left');
    expect(await sandbox.api.getUpdates()).toEqual([]);
    await sandbox.close();
  });

  it('closes at once while a bot is polling', async () => {
    const sandbox = await aSandbox();
    const polling = sandbox.api.getUpdates({ timeout: 30 }).catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.close();
    expect(await polling).toBe('ended');
  });
});

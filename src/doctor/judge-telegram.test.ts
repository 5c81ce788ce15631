import { describe, expect, it } from 'vitest';
import { exitCodeOf, type Finding, findingLine } from './finding.js';
import {
  type GroupRight,
  judgeGroups,
  judgePrivacy,
  judgeReceiving,
  judgeToken,
  type ReceivingProbe,
  type TokenProbe,
} from './judge-telegram.js';

const NOW = new Date('2026-12-04T01:00:00Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const HOOK = 'https://pufa.example.org/telegram/webhook';

describe('the token', () => {
  it.each<[string, TokenProbe, Finding['level'], RegExp]>([
    ['is known', { kind: 'known', username: 'pufa_bot', readsAllMessages: false }, 'ok', /@pufa_bot/],
    ['was replaced', { kind: 'refused', code: 401 }, 'bad', /BotFather.*再启动/],
    ['or the server is a wrong one', { kind: 'refused', code: 404 }, 'bad', /TELEGRAM_API_ROOT/],
    ['cannot be asked about now', { kind: 'refused', code: 502 }, 'bad', /502.*再查/],
    ['cannot be asked about without a network', { kind: 'silent', cause: 'ENOTFOUND' }, 'bad', /ENOTFOUND.*检查网络/],
  ])('%s', (_name, probe, level, text) => {
    expect(judgeToken(probe, 'api.telegram.org')).toMatchObject({ level, text: expect.stringMatching(text) });
  });
});

describe('privacy mode', () => {
  it.each([
    [false, 'ok', /回复机器人的消息.*\/ask@/],
    [true, 'note', /setprivacy.*重新加进来/],
  ])('when the bot reads all messages is %s', (readsAll, level, text) => {
    expect(judgePrivacy(readsAll)).toMatchObject({ level, text: expect.stringMatching(text) });
  });
});

describe('how updates come in', () => {
  const well: ReceivingProbe = { url: '', waiting: 0, lastErrorAt: null, lastError: null };
  it.each<[string, Partial<ReceivingProbe>, string | null, boolean, Finding['level'], RegExp]>([
    ['polling', {}, null, true, 'ok', /长轮询，0 条/],
    ['a webhook', { url: HOOK }, HOOK, true, 'ok', /webhook，0 条/],
    ['a webhook nobody wants, at rest', { url: HOOK }, null, false, 'note', /自动取消/],
    ['a webhook nobody wants, running', { url: HOOK }, null, true, 'bad', /另有程序/],
    ['no webhook where one is wanted, at rest', {}, HOOK, false, 'note', /自动设好/],
    ['no webhook where one is wanted, running', {}, HOOK, true, 'bad', /还没有设/],
    ['somebody else’s webhook', { url: 'https://other.example.org/x' }, HOOK, true, 'bad', /另一个网址/],
    [
      'a webhook Telegram cannot reach',
      { url: HOOK, lastErrorAt: minutesAgo(5), lastError: 'SSL error' },
      HOOK,
      true,
      'note',
      /SSL error.*证书/,
    ],
    [
      'a fault of long ago',
      { url: HOOK, lastErrorAt: minutesAgo(61), lastError: 'SSL error' },
      HOOK,
      true,
      'ok',
      /webhook/,
    ],
    ['a long queue', { waiting: 101 }, null, true, 'note', /101 条.*日志/],
    ['a long queue before the start', { waiting: 101 }, null, false, 'note', /启动以后会处理/],
  ])('%s', (_name, probe, wanted, running, level, text) => {
    const finding = judgeReceiving({ ...well, ...probe }, wanted, running, NOW);
    expect(finding).toMatchObject({ level, text: expect.stringMatching(text) });
  });
});

describe('the groups', () => {
  const groups = (...rights: GroupRight[]) => rights.map((right, i) => ({ title: `群${i}`, right }));
  it.each<[string, ReturnType<typeof groups>, Finding['level'], RegExp]>([
    ['none yet', [], 'note', /绑定码/],
    ['all may be written to', groups('may-write', 'may-write'), 'ok', /2 个群/],
    [
      'one is gone, one is mute',
      groups('may-write', 'gone', 'may-not-write'),
      'note',
      /“群1”.*重新加；“群2”.*解除禁言/,
    ],
    ['one did not answer', groups('unclear'), 'note', /没有查到/],
  ])('%s', (_name, found, level, text) => {
    expect(judgeGroups(found)).toMatchObject({ level, text: expect.stringMatching(text) });
  });
});

describe('a finding', () => {
  it('is a line, and something bad is exit code 1', () => {
    const bad: Finding = { level: 'bad', subject: '令牌', text: '不对。' };
    expect(findingLine(bad)).toBe('✗ 令牌：不对。');
    expect([exitCodeOf([{ ...bad, level: 'note' }]), exitCodeOf([bad])]).toEqual([0, 1]);
  });
});

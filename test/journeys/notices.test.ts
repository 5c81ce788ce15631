import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

/** Unlike in every test, because one house serves them all. */
let WORDS = '';
let tests = 0;
let house: TestHouse;
let telegram: Telegram;
let group: number;

async function open(): Promise<void> {
  house = await aHouse('2026-11-30T10:00');
  telegram = aTelegram(house);
  group = await aBoundGroup(house, telegram);
  await subscribe(house, telegram, '张大爷');
}

beforeAll(open);
afterAll(() => house.close());
beforeEach(() => {
  tests += 1;
  WORDS = `第${tests}讲：周六上午九点，社区活动室讲反诈，欢迎带老人来。`;
});
afterEach(async () => {
  house.sandbox.faults.clear();
  await prisma().delivery.deleteMany({ where: { notice: { source: 'adviser' } } });
  await prisma().notice.deleteMany({ where: { source: 'adviser' } });
  await prisma().dialogue.deleteMany();
});

const AUTHOR = '陈律师';
const prisma = () => house.running.database.prisma;
const notice = () => prisma().notice.findFirstOrThrow({ where: { source: 'adviser' }, include: { deliveries: true } });
const received = (chat: number | string, words = WORDS) =>
  telegram.fromBot(chat).filter((message) => (message.text ?? message.caption ?? '').includes(words)).length;
const toResidents = (words = WORDS) => received(group, words) + received('张大爷', words);
/** The newest toast or alert shown to a person. */
const lastToast = () =>
  house.sandbox.calls.list().findLast(({ method, params }) => method === 'answerCallbackQuery' && params.text)?.params
    .text;

async function draft(text = WORDS): Promise<void> {
  await telegram.say(AUTHOR, '发通知');
  await telegram.say(AUTHOR, text);
}

async function submitted(text = WORDS): Promise<void> {
  await draft(text);
  await telegram.press(AUTHOR, '请求放行');
}

async function released(who = '小刘'): Promise<void> {
  await telegram.press(who, '放行');
  await telegram.press(who, '确定，放行');
}

/** Lets the tick that a tap has woken come to its end: a minute later. */
const drained = () => house.sandbox.moveClock(new Date(house.sandbox.clock.now().getTime() + 60_000));

describe('a notice from its first word to its result', () => {
  it('is written, seen, released by somebody else, sent once and reported', async () => {
    await draft();
    const preview = telegram.fromBot(AUTHOR).at(-2);
    expect(preview).toMatchObject({ text: WORDS });
    expect(telegram.last(AUTHOR)).toMatch(/草稿.*\n发给：春风社区\n现在是：1 个群（约 3 席）、1 位订阅的居民/);
    expect(toResidents()).toBe(0);
    await telegram.press(AUTHOR, '请求放行');
    expect(telegram.last(AUTHOR)).toContain('已经请 3 位同事看了');
    expect(telegram.last('小刘')).toContain('陈律师请您放行一条通知');
    expect(received('小刘')).toBe(1);
    expect(toResidents()).toBe(0);
    await released();
    await drained();
    expect(received(group)).toBe(1);
    expect(received('张大爷')).toBe(1);
    expect(received('小陈')).toBe(0);
    for (const who of ['小刘', AUTHOR]) {
      expect(telegram.last(who)).toMatch(/发完了\n一共 2 处，平台受理：群 1 个，私聊 1 位/);
    }
    const row = await notice();
    expect(row).toMatchObject({ state: 'done', late: false });
    expect(row.deliveries.map(({ state, kind, unitId }) => [state, kind, unitId])).toEqual([
      ['sent', 'group', 'chunfeng'],
      ['sent', 'private', 'chunfeng'],
    ]);
    const trail = await prisma().auditEntry.findMany({
      where: { subject: `notice/${row.id}` },
      orderBy: { id: 'asc' },
    });
    expect(trail.map(({ action }) => action)).toEqual(['notice.create', 'notice.submit', 'notice.release']);
    expect(JSON.stringify(trail)).not.toContain('反诈');
    await house.restart();
    await drained();
    expect(toResidents()).toBe(2);
  });

  it('can be a picture, a voice message or a file, with its words and their formatting', async () => {
    for (const kind of ['photo', 'voice', 'document'] as const) {
      await telegram.say(AUTHOR, '发通知');
      const bytes = kind === 'photo' ? PNG : Buffer.from('OggS');
      await telegram.send(AUTHOR, {
        [kind]: { bytes, fileName: kind === 'document' ? '须知.pdf' : undefined },
        caption: `${kind} 说明`,
        entities: [{ type: 'bold', offset: 0, length: kind.length }],
      });
      await telegram.press(AUTHOR, '请求放行');
      await released();
      await drained();
      const got = telegram.fromBot(group).at(-1);
      expect(got).toMatchObject({ caption: `${kind} 说明`, caption_entities: [{ type: 'bold', length: kind.length }] });
      expect(got?.[kind]).toBeDefined();
    }
  });

  it('reaches only what its author picked: one side, one group left out', async () => {
    await draft();
    await telegram.press(AUTHOR, '选对象');
    await telegram.press(AUTHOR, '发到群里');
    expect(telegram.last(AUTHOR)).toContain('0 个群（约 0 席）、1 位订阅的居民');
    await telegram.press(AUTHOR, '发给订阅的居民');
    expect(lastToast()).toContain('至少留一样');
    await telegram.press(AUTHOR, '发到群里');
    await telegram.press(AUTHOR, '发给订阅的居民');
    await telegram.press(AUTHOR, '挑群');
    await telegram.press(AUTHOR, '春风社区居民群');
    await telegram.press(AUTHOR, '选好了');
    expect(telegram.last(AUTHOR)).toContain('0 个群（约 0 席）、0 位订阅的居民');
    await telegram.press(AUTHOR, '选好了');
    await telegram.press(AUTHOR, '请求放行');
    expect(lastToast()).toContain('一个人也收不到');
    expect(await notice()).toMatchObject({ state: 'draft' });
  });

  it('of staff reaches the communities they tap', async () => {
    await telegram.say('小刘', '发通知');
    await telegram.say('小刘', WORDS);
    expect(telegram.last('小刘')).toContain('发给：示例街道');
    await telegram.press('小刘', '选对象');
    await telegram.press('小刘', '清柳湾社区');
    expect(telegram.last('小刘')).toContain('0 个群（约 0 席）、0 位订阅的居民');
    await telegram.press('小刘', '春风社区');
    expect(telegram.last('小刘')).toContain('1 个群（约 3 席）、1 位订阅的居民');
    expect((await notice()).audience).toMatchObject({ unitIds: ['qingliuwan', 'chunfeng'] });
  });
});

describe('a second pair of eyes', () => {
  it('returns it with a reason; the author changes it and asks again', async () => {
    await submitted();
    await telegram.press('小刘', '退回');
    await telegram.say('小刘', '时间写错了，是周日');
    expect(telegram.last('小刘')).toContain('退回了');
    expect(telegram.last(AUTHOR)).toContain('理由：时间写错了，是周日');
    await telegram.press(AUTHOR, '改内容');
    await telegram.say(AUTHOR, '周日上午九点讲反诈');
    await telegram.press(AUTHOR, '请求放行');
    await released();
    await drained();
    expect(toResidents('周日上午九点讲反诈')).toBe(2);
    expect(toResidents(WORDS)).toBe(0);
  });

  it('rejects it for good', async () => {
    await submitted();
    await telegram.press('小刘', '不同意发');
    await telegram.say('小刘', '不归我们管');
    expect(telegram.last(AUTHOR)).toContain('没有同意发');
    expect(await notice()).toMatchObject({ state: 'rejected', stateReason: '不归我们管' });
    expect(toResidents()).toBe(0);
  });

  it('takes "不用发了" for the reason it was asked for, not for a wish to unsubscribe', async () => {
    await submitted();
    await telegram.press('小刘', '不同意发');
    await telegram.say('小刘', '不用发了');
    expect(await notice()).toMatchObject({ state: 'rejected', stateReason: '不用发了' });
  });

  it('means the message it last got when it answers with a digit', async () => {
    await draft();
    await telegram.press(AUTHOR, '请求放行');
    await telegram.press('小刘', '放行');
    const first = await notice();
    await draft('另一条：周日也讲');
    await telegram.press(AUTHOR, '请求放行');
    expect(telegram.last('小刘')).toContain('另一条');
    await telegram.say('小刘', '1');
    expect(await prisma().notice.findUnique({ where: { id: first.id } })).toMatchObject({ state: 'submitted' });
    expect(telegram.last('小刘')).toContain('确定放行吗');
  });

  it('is never the author’s own, even with the right to release', async () => {
    await telegram.say('小刘', '发通知');
    await telegram.say('小刘', WORDS);
    await telegram.press('小刘', '请求放行');
    expect(received('周所长')).toBe(1);
    const { id, version } = await notice();
    await telegram.forge('小刘', `n-release-yes:${id}-${version}`);
    expect(lastToast()).toContain('请别人放行');
    expect(await notice()).toMatchObject({ state: 'submitted', deliveries: [] });
  });

  it('may be the author’s in the sandbox’s training, until it is switched off', async () => {
    await telegram.say('小刘', '训练模式');
    expect(telegram.last('小刘')).toContain('由管理员开关');
    await telegram.say('王主任', '训练模式');
    expect(telegram.last('王主任')).toContain('开了');
    await telegram.say('小刘', '发通知');
    await telegram.say('小刘', WORDS);
    await telegram.press('小刘', '请求放行');
    await released();
    await drained();
    expect(toResidents()).toBe(2);
    await telegram.say('王主任', '训练模式');
    expect(telegram.last('王主任')).toContain('关了');
  });

  it('wins once when two people tap at the same moment', async () => {
    await submitted();
    await telegram.press('小刘', '放行');
    await telegram.press('周所长', '放行');
    await telegram.press('小刘', '确定，放行');
    await telegram.press('周所长', '确定，放行');
    expect(lastToast()).toMatch(/慢了一步.*小刘/);
    await drained();
    expect(toResidents()).toBe(2);
    const { id } = await notice();
    const releases = { action: 'notice.release', subject: `notice/${id}` };
    expect(await prisma().auditEntry.count({ where: releases })).toBe(1);
  });

  it('decides over what it has read, not over what was written since', async () => {
    await submitted();
    const { id, version } = await notice();
    await telegram.press(AUTHOR, '收回来改');
    await telegram.press('小刘', '放行');
    expect(lastToast()).toContain('草稿');
    await telegram.press(AUTHOR, '改内容');
    await telegram.say(AUTHOR, '换了内容');
    await telegram.press(AUTHOR, '请求放行');
    await telegram.forge('小刘', `n-release-yes:${id}-${version}`);
    expect(lastToast()).toContain('作者刚改过');
    await drained();
    expect(toResidents('换了内容') + toResidents()).toBe(0);
  });
});

describe('while a notice is under way', () => {
  const BUSY = ['小陈', '路人老周', '李姐'];

  beforeEach(async () => {
    if ((await prisma().chat.count({ where: { kind: 'private' } })) === 1) {
      for (const who of BUSY) await subscribe(house, telegram, who);
    }
    await submitted();
    // Every answer takes a while, so that a tap comes between two messages.
    house.sandbox.faults.add({ method: 'sendMessage', times: 1_000, fault: { kind: 'delay', ms: 60 } });
    await telegram.press('小刘', '放行');
  });

  const everybody = () => toResidents() + BUSY.reduce((sum, who) => sum + received(who), 0);
  const pausedAfterTheFirst = async () => {
    await telegram.press('小刘', '确定，放行');
    for (let i = 0; i < 200 && everybody() === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await telegram.press('小刘', '暂停');
    await drained();
  };

  it('pausing holds it before the next message, and going on repeats nothing', async () => {
    await pausedAfterTheFirst();
    const before = everybody();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(5);
    expect(telegram.last('小刘')).toMatch(/暂停了[\s\S]*还没发/);
    await house.restart();
    await drained();
    expect(everybody()).toBe(before);
    await telegram.press('小刘', '继续发');
    await drained();
    expect(everybody()).toBe(5);
    expect((await notice()).deliveries.every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
  });

  it('stopping ends it; the rest is never sent', async () => {
    await pausedAfterTheFirst();
    const before = everybody();
    await telegram.press('小刘', '停止');
    await telegram.press('小刘', '确定停止');
    await drained();
    expect(everybody()).toBe(before);
    expect(await notice()).toMatchObject({ state: 'stopped' });
    expect(telegram.last(AUTHOR)).toContain('中途停止');
    await telegram.say('小刘', '通知');
    await telegram.forge('小刘', `n-resume:${(await notice()).id}`);
    expect(lastToast()).toContain('慢了一步');
  });

  it('cancelling is for before the first message only', async () => {
    await pausedAfterTheFirst();
    await telegram.forge('小刘', `n-cancel:${(await notice()).id}`);
    expect(lastToast()).toContain('取消不了');
    expect(await notice()).toMatchObject({ state: 'paused' });
  });
});

describe('bad input', () => {
  it.each<[string, Parameters<Telegram['send']>[1], string]>([
    ['a text over the limit', { text: '法'.repeat(4097), overLimits: true }, '太长了：4097 个字'],
    [
      'a caption over the limit',
      { photo: { bytes: Buffer.alloc(0) }, caption: '法'.repeat(1025), overLimits: true },
      '1025 个',
    ],
    ['a file over the limit', { document: { bytes: Buffer.from('x'), claimedSize: 60 * 1024 * 1024 } }, '60 MB'],
    ['a sticker', { sticker: { bytes: Buffer.from('x') } }, '这种内容转不了'],
    ['a video', { video: { bytes: Buffer.from('x') } }, '这种内容转不了'],
  ])('%s gets one clear sentence and the next try works', async (_name, out, sentence) => {
    await telegram.say(AUTHOR, '发通知');
    await telegram.send(AUTHOR, out.photo ? { ...out, photo: { bytes: PNG } } : out);
    expect(telegram.last(AUTHOR)).toContain(sentence);
    expect(await prisma().notice.count({ where: { source: 'adviser' } })).toBe(0);
    await telegram.say(AUTHOR, WORDS);
    expect(telegram.last(AUTHOR)).toContain('草稿');
  });

  it('an album is answered once', async () => {
    await telegram.say(AUTHOR, '发通知');
    const before = telegram.fromBot(AUTHOR).length;
    for (let i = 0; i < 3; i += 1) await telegram.send(AUTHOR, { photo: { bytes: PNG }, album: 'a1' });
    expect(telegram.last(AUTHOR)).toContain('一次只能发一张图');
    expect(telegram.fromBot(AUTHOR).length).toBe(before + 1);
  });

  it('a draft of somebody who lost the role is not released', async () => {
    await submitted();
    await telegram.press('小刘', '放行');
    await prisma().role.updateMany({ where: { label: AUTHOR }, data: { revokedAt: new Date() } });
    await telegram.press('小刘', '确定，放行');
    expect(lastToast()).toContain('作者现在没有');
    expect(await notice()).toMatchObject({ state: 'submitted', deliveries: [] });
    await telegram.say(AUTHOR, '发通知');
    expect(telegram.last(AUTHOR)).toContain('给街道和社区工作人员用的');
    await prisma().role.updateMany({ where: { label: AUTHOR }, data: { revokedAt: null } });
  });

  it('a draft survives a restart in the middle of writing', async () => {
    await telegram.say(AUTHOR, '发通知');
    await house.restart();
    await telegram.say(AUTHOR, WORDS);
    expect(telegram.last(AUTHOR)).toContain('草稿');
    await house.restart();
    await telegram.say(AUTHOR, '我的通知');
    await telegram.press(AUTHOR, '草稿：第');
    await telegram.press(AUTHOR, '请求放行');
    expect(telegram.last(AUTHOR)).toContain('已经请 3 位同事看了');
  });

  it('a resident who sends the staff’s words gets a kind answer', async () => {
    await telegram.say('张大爷', '发通知');
    expect(telegram.last('张大爷')).toContain('邀请链接');
    expect(await prisma().dialogue.count()).toBe(0);
  });

  it('a command in the middle of a dialogue ends it', async () => {
    for (const command of ['/start', '/ask 楼上扔东西', '/bind']) {
      await telegram.say(AUTHOR, '发通知');
      await telegram.say(AUTHOR, command);
      await telegram.say(AUTHOR, '楼上扔东西');
      expect(telegram.last(AUTHOR)).toContain('第1254条');
    }
    expect(await prisma().notice.count({ where: { source: 'adviser' } })).toBe(0);
  });

  it.each(['老公打我', '有人打我'])('a cry for help ends a dialogue and is answered: %s', async (cry) => {
    await telegram.say(AUTHOR, '发通知');
    await telegram.say(AUTHOR, cry);
    if (cry === '有人打我') await telegram.say(AUTHOR, '1');
    expect(telegram.last(AUTHOR)).toContain('110');
    expect(await prisma().notice.count({ where: { source: 'adviser' } })).toBe(0);
  });

  it('a title with signs of HTML stands on its button as it was written', async () => {
    await draft('工资&社保 <b>');
    await telegram.say(AUTHOR, '我的通知');
    const rows = telegram.fromBot(AUTHOR).at(-1)?.reply_markup?.inline_keyboard ?? [];
    expect(rows.flat().map(({ text }) => text)).toContain('1 草稿：工资&社保 <b>');
  });

  it('a draft is found again behind many newer ones', async () => {
    await draft('最早的一条');
    const { id } = await notice();
    for (let i = 0; i < 8; i += 1) await draft(`新的${i}`);
    await telegram.say(AUTHOR, '我的通知');
    await telegram.press(AUTHOR, '下一页');
    await telegram.press(AUTHOR, '最早的一条');
    expect(telegram.last(AUTHOR)).toContain(`第 ${id} 号`);
  });

  it('a clerk who says 停止 is asked what is meant, and stays subscribed', async () => {
    await subscribe(house, telegram, '小刘');
    await telegram.say('小刘', '停止');
    expect(telegram.last('小刘')).toContain('您要停什么');
    await telegram.say('小刘', '退订');
    expect(telegram.last('小刘')).toContain('已退订');
  });

  it('a tap on an offered time answers the question for a typed one', async () => {
    await draft();
    await telegram.press(AUTHOR, '定时间');
    await telegram.press(AUTHOR, '自己定时间');
    await telegram.press(AUTHOR, '放行后马上发');
    await telegram.say(AUTHOR, '楼上扔东西');
    expect(telegram.last(AUTHOR)).toContain('第1254条');
  });

  it('words that mean something else leave an open draft alone', async () => {
    await telegram.say(AUTHOR, '发通知');
    await telegram.say(AUTHOR, '取消');
    expect(telegram.last(AUTHOR)).toContain('先不弄了');
    await telegram.say(AUTHOR, '发通知');
    await telegram.say(AUTHOR, '帮助');
    expect(telegram.last(AUTHOR)).toContain('您可以这样用我');
    await telegram.say(AUTHOR, '楼上扔东西');
    expect(telegram.last(AUTHOR)).toContain('第1254条');
  });
});

describe('a planned notice', () => {
  beforeEach(async () => {
    await house.close();
    await open();
    await draft();
    await telegram.press(AUTHOR, '定时间');
    await telegram.press(AUTHOR, '12月1日 09:00');
    await telegram.press(AUTHOR, '请求放行');
    await released();
  });

  it('can be cancelled as a whole', async () => {
    await telegram.press('小刘', '取消');
    await house.moveTo('2026-12-01T09:05');
    expect(toResidents()).toBe(0);
    expect(await notice()).toMatchObject({
      state: 'cancelled',
      deliveries: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
  });

  it('can be cancelled also after a first try that sent nothing', async () => {
    const { id } = await notice();
    await prisma().delivery.updateMany({ where: { noticeId: id, kind: 'group' }, data: { attempts: 1 } });
    await telegram.press('小刘', '取消');
    expect(await notice()).toMatchObject({ state: 'cancelled' });
  });

  it('does not reach a group that left meanwhile, nor who unsubscribed, and says so', async () => {
    await telegram.act(house.sandbox.world.removeBot(group, telegram.person('李姐')));
    await telegram.say('张大爷', '退订');
    await house.moveTo('2026-12-01T09:00');
    expect(toResidents()).toBe(0);
    const shown = telegram.fromBot('小刘').map(({ text }) => text ?? '');
    expect(shown.filter((text) => /没有发：.*退订了 1/.test(text))).toHaveLength(1);
  });

  it('is frozen: a later edit of the author’s is refused', async () => {
    const { id, version } = await notice();
    await telegram.forge(AUTHOR, `n-content:${id}-${version}`);
    expect(lastToast()).toContain('慢了一步');
  });
});

/** These move the clock by days, or lose the group: each begins in a house of its own. */
describe('in a house of its own, a notice', () => {
  beforeEach(async () => {
    await house.close();
    await open();
  });

  it('goes out at the time its author wished, also when the machine was restarted meanwhile', async () => {
    await draft();
    await telegram.press(AUTHOR, '定时间');
    await telegram.press(AUTHOR, '自己定时间');
    await telegram.say(AUTHOR, '2月31日 9:00');
    expect(telegram.last(AUTHOR)).toContain('没有这一天');
    await telegram.say(AUTHOR, '今天 8:00');
    expect(telegram.last(AUTHOR)).toContain('已经过了');
    await telegram.say(AUTHOR, '明天 8点半');
    expect(telegram.last(AUTHOR)).toContain('时间：12月1日 08:30');
    await telegram.press(AUTHOR, '请求放行');
    await released();
    await drained();
    expect(toResidents()).toBe(0);
    expect(telegram.last('小刘')).toMatch(/已放行，等时间到\n时间：12月1日 08:30/);
    await house.restart();
    await house.moveTo('2026-12-01T08:29');
    expect(toResidents()).toBe(0);
    await house.moveTo('2026-12-01T08:30');
    expect(toResidents()).toBe(2);
  });

  it('whose audience became empty is not released', async () => {
    await submitted();
    await telegram.press('小刘', '放行');
    await telegram.say('张大爷', '退订');
    await telegram.act(house.sandbox.world.removeBot(group, telegram.person('李姐')));
    await telegram.press('小刘', '确定，放行');
    expect(lastToast()).toContain('一个收的人也没有了');
    expect(await notice()).toMatchObject({ state: 'submitted' });
  });

  it('is not changed by a tap twice, a year late, forged or by somebody else', async () => {
    await submitted();
    const { id, version } = await notice();
    await telegram.act(house.sandbox.world.startBot(telegram.person('路人老周')));
    for (const who of ['区局小赵', '张大爷', '路人老周']) {
      await telegram.say(who, '社区');
      if (who === '区局小赵') await telegram.say(who, '订阅');
      for (const verb of ['n-release-yes', 'n-return', 'n-content', 'n-delete-yes', 'n-ask', 'n-back', 'n-stop-yes']) {
        await telegram.forge(who, `${verb}:${id}-${version}`);
        expect(lastToast()).toContain('这条通知不归您管');
      }
    }
    await telegram.forge('小刘', 'n-release-yes:999999-1');
    expect(lastToast()).toContain('这条通知不归您管');
    await telegram.forge('小刘', `n-release-yes:${id}`);
    expect(lastToast()).toContain('作者刚改过');
    expect(await notice()).toMatchObject({ state: 'submitted' });
    await released();
    await drained();
    await house.moveTo('2027-12-01T10:00');
    for (const who of ['小刘', AUTHOR]) await telegram.say(who, '通知');
    await telegram.forge('小刘', `n-release-yes:${id}-${version}`);
    await telegram.forge(AUTHOR, `n-ask:${id}-${version}`);
    expect(lastToast()).toContain('慢了一步');
    expect(toResidents()).toBe(2);
  });
});

/** One transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

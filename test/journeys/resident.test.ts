import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

describe('a resident in private', () => {
  let house: TestHouse;
  let telegram: Telegram;

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    telegram = aTelegram(house);
    for (const who of ['张大爷', '小陈']) await telegram.act(house.sandbox.world.startBot(telegram.person(who)));
  });
  afterAll(() => house.close());

  const prisma = () => house.running.database.prisma;
  const row = () => prisma().chat.findFirst({ where: { kind: 'private' }, include: { topics: true } });

  it('sees the consent text first, and nothing is kept before they agree', async () => {
    expect(telegram.last('张大爷')).toMatch(/不记姓名、电话[\s\S]*90 天后删除/);
    await telegram.say('张大爷', '楼上扔东西');
    expect(telegram.last('张大爷')).toContain('第1254条');
    expect(await row()).toBeNull();
    expect(await prisma().question.findMany()).toMatchObject([
      { askerKey: null, maskedText: null, outcome: 'answered' },
    ]);
  });

  it('agrees, names a community and chooses topics, by taps and by digits', async () => {
    await telegram.say('张大爷', '订阅');
    await telegram.say('张大爷', '1');
    expect(telegram.last('张大爷')).toContain('您住在哪个社区');
    await telegram.say('张大爷', '第1个');
    expect(telegram.last('张大爷')).toContain('想收哪些提醒');
    await telegram.say('张大爷', '３');
    await telegram.press('张大爷', '完成');
    expect(telegram.last('张大爷')).toContain('订好了（春风社区）');
    const chat = await row();
    expect(chat).toMatchObject({
      state: 'active',
      unitId: 'chunfeng',
      consentVersion: '2026-11-24',
      topicsChosen: true,
    });
    expect(chat?.topics.map((topic) => topic.topicId)).toContain('labour');
    expect(chat?.address).not.toContain(String(telegram.person('张大爷')));
  });

  it('sees what is kept', async () => {
    await telegram.say('张大爷', '隔壁把我家的树砍了当柴烧算啥');
    await telegram.say('张大爷', '我的数据');
    expect(telegram.last('张大爷')).toMatch(
      /社区：春风社区[\s\S]*同意的时间：2026-11-30[\s\S]*问过的问题：1 个，其中 1 个[\s\S]*用过我的日子：1 天/,
    );
  });

  it('stops in any wording, at once', async () => {
    await telegram.say('张大爷', '别再给我发了！');
    expect(telegram.last('张大爷')).toContain('已退订');
    expect(await row()).toMatchObject({ state: 'left', stateReason: 'unsubscribed' });
    await telegram.say('张大爷', '退订');
    expect(telegram.last('张大爷')).toContain('没有订阅');
  });

  it('comes back whenever they like', async () => {
    await telegram.say('张大爷', '/start');
    await telegram.press('张大爷', '同意');
    expect(await row()).toMatchObject({ state: 'active', unitId: 'chunfeng' });
  });

  it('is lost while they block the bot, and back when they unblock it', async () => {
    await telegram.act(house.sandbox.world.blockBot(telegram.person('张大爷')));
    expect(await row()).toMatchObject({ state: 'lost', stateReason: 'blocked' });
    await telegram.act(house.sandbox.world.unblockBot(telegram.person('张大爷')));
    expect(await row()).toMatchObject({ state: 'active', stateReason: null });
  });

  it('gets a polite answer to a button that is out of date, and nothing changes', async () => {
    await telegram.say('张大爷', '主题');
    const before = JSON.stringify(await row());
    for (const data of [
      'topic:gone',
      'unit:shili-district',
      'ans:no-such-entry',
      'g-topic:labour',
      'bind:1',
      '',
      'x'.repeat(64),
    ]) {
      await telegram.forge('张大爷', data);
    }
    expect(JSON.stringify(await row())).toBe(before);
    expect(house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
  });

  it('is never erased by a digit that answers something else', async () => {
    await telegram.say('张大爷', '删除我的数据');
    await telegram.press('张大爷', '不删了');
    await telegram.say('张大爷', '火星上的土地归谁所有');
    await telegram.say('张大爷', '1');
    expect(await row()).toMatchObject({ state: 'active', consentVersion: '2026-11-24' });
  });

  it('gets a new message where Telegram will not edit the old one', async () => {
    await telegram.say('张大爷', '主题');
    house.sandbox.faults.add({
      method: 'editMessageText',
      fault: { kind: 'answer', code: 400, description: "Bad Request: message can't be edited" },
    });
    const before = telegram.fromBot('张大爷').length;
    await telegram.press('张大爷', '完成');
    expect(telegram.fromBot('张大爷').length).toBe(before + 1);
    expect(telegram.last('张大爷')).toContain('订好了');
  });

  it('is erased on request: nothing leads back to them, the counts stay', async () => {
    await telegram.say('张大爷', '删除我的数据');
    await telegram.press('张大爷', '不删了');
    expect(await row()).toMatchObject({ state: 'active' });
    await telegram.say('张大爷', '我的数据');
    await telegram.press('张大爷', '删除我的数据');
    await telegram.press('张大爷', '删除');
    expect(telegram.last('张大爷')).toContain('删好了');
    expect(await row()).toMatchObject({ key: expect.stringMatching(/^erased-/), address: '', consentAt: null });
    expect(await prisma().question.count({ where: { askerKey: { not: null } } })).toBe(0);
    expect(await prisma().interaction.count()).toBe(1);
    await telegram.say('张大爷', '我的数据');
    expect(telegram.last('张大爷')).toContain('没有记您的任何东西');
  });

  it('is offered at most three choices when the words fit several answers, and picks one by its digit', async () => {
    await telegram.say('小陈', '工资');
    const choices = telegram.fromBot('小陈').at(-1);
    const buttons = choices?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons.length).toBeLessThanOrEqual(3);
    await telegram.say('小陈', '2');
    expect(telegram.last('小陈')).toContain('怎么办');
  });

  it('is told honestly when there is no answer, with somebody to call', async () => {
    await telegram.say('小陈', '火星上的土地归谁所有');
    expect(telegram.last('小陈')).toMatch(/不敢乱说[\s\S]*12348/);
  });

  it('sees the invented case of an answer on a tap', async () => {
    await telegram.say('小陈', '楼上扔东西');
    await telegram.press('小陈', '看一个案例');
    expect(telegram.last('小陈')).toContain('案例为普法编写');
  });

  it('who sends a picture is asked for words', async () => {
    const photo = { bytes: Buffer.from('not really a picture') };
    await telegram.act(house.sandbox.world.send(telegram.person('小陈'), telegram.person('小陈'), { document: photo }));
    expect(telegram.last('小陈')).toContain('只看得懂文字');
  });

  it.each([
    ['10,000 characters', '欠'.repeat(4096)],
    ['only emoji', '😀😀😀'],
    ['only punctuation', '？？？！'],
    ['HTML', '<b>楼上</b> & <script>'],
  ])('gets an answer to %s', async (_name, text) => {
    const before = telegram.fromBot('小陈').length;
    await telegram.say('小陈', text);
    expect(telegram.fromBot('小陈').length).toBe(before + 1);
    expect(house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
  });

  it('is answered in English by a client in English until they write Chinese', async () => {
    const made = house.sandbox.world.addPerson({ name: 'Ann', languageCode: 'en', part: '居民', note: '' });
    if (!made.ok) throw new Error(made.message);
    await telegram.act(house.sandbox.world.startBot(made.person));
    expect(telegram.last(made.person)).toContain('Before you subscribe');
    await telegram.say(made.person, '我的数据');
    expect(telegram.last(made.person)).toContain('用过我的日子：1 天');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

describe('activities done by hand', () => {
  let house: TestHouse;
  let telegram: Telegram;
  const prisma = () => house.running.database.prisma;
  const rows = () => prisma().activity.findMany({ orderBy: { id: 'asc' } });
  const audits = () =>
    prisma().auditEntry.findMany({ where: { subject: { startsWith: 'activity/' } }, orderBy: { id: 'asc' } });

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    telegram = aTelegram(house);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await prisma().dialogue.deleteMany();
  });

  /** An adviser's leaflets up to the last look. */
  async function upToTheLastLook(count = '300'): Promise<void> {
    await telegram.say('陈律师', '登记');
    await telegram.press('陈律师', '发传单');
    await telegram.press('陈律师', '昨天');
    await telegram.say('陈律师', count);
    await telegram.press('陈律师', '清点');
  }

  it('are entered by buttons, and not asked for the unit where there is one', async () => {
    await telegram.say('陈律师', '登记活动');
    expect(telegram.last('陈律师')).toContain('登记哪一种活动');
    await telegram.press('陈律师', '讲座');
    expect(telegram.last('陈律师')).toContain('哪一天');
    await telegram.press('陈律师', '今天');
    expect(telegram.last('陈律师')).toContain('讲座的听众人数是多少');
    await telegram.say('陈律师', '４０人');
    expect(telegram.last('陈律师')).toContain('怎么数出来的');
    await telegram.press('陈律师', '签到表');
    expect(telegram.last('陈律师')).toMatch(
      /讲座，春风社区\n日期：2026年11月30日（周一）\n听众人数：40人\n怎么数的：签到表/,
    );
    expect(await rows()).toEqual([]);
    await telegram.press('陈律师', '保存');
    expect(telegram.last('陈律师')).toMatch(/登记好了[\s\S]*手工登记/);
    expect(await rows()).toMatchObject([
      { kind: 'lecture', day: '2026-11-30', unitId: 'chunfeng', count: 40, howCounted: '签到表', deletedAt: null },
    ]);
    expect(await audits()).toMatchObject([
      {
        action: 'activity.enter',
        after: { kind: 'lecture', day: '2026-11-30', unitId: 'chunfeng', count: 40, howCounted: '签到表' },
      },
    ]);
    expect(await prisma().dialogue.count()).toBe(0);
  });

  it('are entered by digits and typed words alone', async () => {
    for (const words of ['登记', '6', '2', '11月20日', '1.2万', '群里 & 朋友圈 <估的>'])
      await telegram.say('小刘', words);
    expect(telegram.last('小刘')).toMatch(
      /微信转发，春风社区\n日期：2026年11月20日（周五）\n次数：12,000次\n怎么数的：群里 & 朋友圈 <估的>/,
    );
    await telegram.say('小刘', '1');
    expect((await rows()).at(-1)).toMatchObject({ kind: 'wechat_forward', day: '2026-11-20', count: 12_000 });
  });

  it('are saved once, however often 保存 is pressed', async () => {
    await upToTheLastLook();
    const before = (await rows()).length;
    const me = telegram.person('陈律师');
    const message = telegram.fromBot('陈律师').at(-1);
    const data = message?.reply_markup?.inline_keyboard[0]?.[0];
    if (!message || !data || !('callback_data' in data)) throw new Error('no button');
    for (let i = 0; i < 3; i += 1) {
      house.sandbox.world.pressButton(me, me, message.message_id, { rawData: data.callback_data ?? '' });
    }
    await telegram.settled();
    await telegram.say('陈律师', '1');
    expect((await rows()).length).toBe(before + 1);
    expect((await audits()).length).toBe(before + 1);
  });

  it('survive a restart between the questions', async () => {
    await telegram.say('小刘', '登记');
    await telegram.press('小刘', '横幅');
    await house.restart();
    // Digits pick from the menu that was shown, which is asked anew; buttons work as before.
    await telegram.say('小刘', '3');
    expect(telegram.last('小刘')).toContain('是哪个单位的');
    await telegram.press('小刘', '清柳湾');
    await telegram.say('小刘', '20号');
    await house.restart();
    await telegram.say('小刘', '十二');
    await telegram.say('小刘', '4');
    await telegram.press('小刘', '保存');
    expect((await rows()).at(-1)).toMatchObject({
      ...{ kind: 'banner', unitId: 'qingliuwan', day: '2026-11-20', count: 12, howCounted: '估计' },
    });
  });

  it.each([
    ['10^9', '没看懂这个数'],
    ['1000000000', '最多登记 1,000,000'],
    ['10亿', '最多登记 1,000,000'],
    ['0', '至少是 1'],
    ['-3', '至少是 1'],
    ['3.5', '要写整数'],
    ['很多很多', '没看懂这个数'],
  ])('say one clear sentence to a count of %s, and wait for a better one', async (count, sentence) => {
    await telegram.say('陈律师', '登记');
    await telegram.press('陈律师', '发传单');
    await telegram.press('陈律师', '今天');
    await telegram.say('陈律师', count);
    expect(telegram.last('陈律师')).toContain(sentence);
    await telegram.say('陈律师', '两百');
    expect(telegram.last('陈律师')).toContain('怎么数出来的');
  });

  it.each([
    ['2月31日', '没有这一天'],
    ['明天', '还没到'],
    ['2026-12-04', '还没到'],
    ['2024-11-29', '两年以内'],
    ['上上周三', '没看懂是哪一天'],
  ])('say one clear sentence to a day like %s, and wait for a better one', async (day, sentence) => {
    await telegram.say('陈律师', '登记');
    await telegram.press('陈律师', '讲座');
    await telegram.say('陈律师', day);
    expect(telegram.last('陈律师')).toContain(sentence);
    await telegram.say('陈律师', '20号');
    expect(telegram.last('陈律师')).toContain('听众人数是多少');
  });

  it('refuse words that do not say how it was counted', async () => {
    await telegram.say('陈律师', '登记');
    await telegram.press('陈律师', '讲座');
    await telegram.press('陈律师', '今天');
    await telegram.say('陈律师', '12');
    for (const words of ['？？', '很'.repeat(51)]) {
      await telegram.say('陈律师', words);
      expect(telegram.last('陈律师')).toContain('1 到 50 个字');
    }
  });

  it('can be revised at the last look', async () => {
    await upToTheLastLook('300');
    await telegram.press('陈律师', '改');
    await telegram.press('陈律师', '数量');
    await telegram.say('陈律师', '350');
    expect(telegram.last('陈律师')).toContain('份数：350份');
    await telegram.say('陈律师', '这样对吗');
    expect(telegram.last('陈律师')).toContain('还没有保存');
    await telegram.press('陈律师', '保存');
    expect((await rows()).at(-1)).toMatchObject({
      kind: 'leaflets',
      day: '2026-11-29',
      count: 350,
      howCounted: '清点',
    });
  });

  it('are dropped without a trace', async () => {
    await upToTheLastLook();
    const before = (await rows()).length;
    const save = telegram.fromBot('陈律师').at(-1)?.reply_markup?.inline_keyboard[0]?.[0];
    await telegram.press('陈律师', '先不弄了');
    expect(telegram.last('陈律师')).toContain('先不弄了');
    await telegram.say('陈律师', '登记');
    if (!save || !('callback_data' in save)) throw new Error('no button');
    await telegram.forge('陈律师', save.callback_data ?? '');
    expect((await rows()).length).toBe(before);
  });

  it('take no answer from a button of another question', async () => {
    await telegram.say('陈律师', '登记');
    await telegram.forge('陈律师', 'a-day:0');
    await telegram.forge('陈律师', 'a-how:0');
    await telegram.forge('陈律师', 'a-unit:chunfeng');
    await telegram.press('陈律师', '讲座');
    expect(telegram.last('陈律师')).toContain('哪一天');
    await telegram.forge('陈律师', 'a-day:400');
    await telegram.forge('陈律师', 'a-kind:banner');
    expect((await prisma().dialogue.findFirst())?.data).toMatchObject({ kind: 'lecture', day: null, asking: 'day' });
  });

  it('are changed by whoever entered them, with before and after', async () => {
    await telegram.say('陈律师', '活动');
    expect(telegram.last('陈律师')).toContain('最近登记的');
    await telegram.press('陈律师', '讲座');
    await telegram.press('陈律师', '改：数量');
    await telegram.say('陈律师', '45');
    await telegram.press('陈律师', '保存');
    expect(telegram.last('陈律师')).toMatch(/改好了[\s\S]*听众人数：45人/);
    expect((await audits()).at(-1)).toMatchObject({
      action: 'activity.change',
      before: { count: 40, kind: 'lecture' },
      after: { count: 45, kind: 'lecture' },
    });
  });

  it('are corrected by the office, and not by another adviser', async () => {
    const lecture = (await rows()).find(({ kind }) => kind === 'lecture');
    await telegram.say('小刘', '活动');
    await telegram.press('小刘', '讲座');
    await telegram.press('小刘', '改：日期');
    await telegram.say('小刘', '11-28');
    await telegram.press('小刘', '保存');
    expect((await audits()).at(-1)).toMatchObject({ before: { day: '2026-11-30' }, after: { day: '2026-11-28' } });

    const forwarded = (await rows()).find(({ kind }) => kind === 'wechat_forward');
    await telegram.say('陈律师', '活动');
    await telegram.press('陈律师', '微信转发');
    expect(telegram.last('陈律师')).toContain('别的同事登记的');
    for (const data of [
      `a-edit:${forwarded?.id}-count`,
      `a-delete:${forwarded?.id}`,
      `a-delete-yes:${forwarded?.id}`,
    ]) {
      await telegram.forge('陈律师', data);
    }
    expect(await prisma().dialogue.count()).toBe(0);
    expect(await prisma().activity.findUnique({ where: { id: forwarded?.id ?? 0 } })).toEqual(forwarded);
    expect(lecture?.enteredByKey).not.toBe(forwarded?.enteredByKey);
  });

  it('are deleted after a question, once, and cannot be changed afterwards', async () => {
    const lecture = (await rows()).find(({ kind }) => kind === 'lecture');
    await telegram.say('陈律师', '活动');
    await telegram.press('陈律师', '讲座');
    await telegram.press('陈律师', '改：数量');
    await telegram.say('陈律师', '46');
    await telegram.say('小刘', '活动');
    await telegram.press('小刘', '讲座');
    await telegram.press('小刘', '删除');
    expect(telegram.last('小刘')).toContain('删除这个活动吗');
    await telegram.press('小刘', '确定删除');
    expect(telegram.last('小刘')).toContain('删好了');
    await telegram.forge('小刘', `a-delete-yes:${lecture?.id}`);
    expect((await audits()).filter(({ action }) => action === 'activity.delete')).toMatchObject([
      { before: { count: 45 } },
    ]);
    await telegram.press('陈律师', '保存');
    expect(telegram.last('陈律师')).toContain('已经删掉了');
    expect((await prisma().activity.findUnique({ where: { id: lecture?.id ?? 0 } }))?.count).toBe(45);
    await telegram.say('陈律师', '活动');
    expect(JSON.stringify(telegram.fromBot('陈律师').at(-1)?.reply_markup)).not.toContain('讲座');
  });

  it('are not for everybody', async () => {
    for (const words of ['登记', '活动']) {
      await telegram.say('区局小赵', words);
      expect(telegram.last('区局小赵')).toContain('您现在的角色办不了');
      await telegram.act(house.sandbox.world.startBot(telegram.person('路人老周')));
      await telegram.say('路人老周', words);
      expect(telegram.last('路人老周')).toContain('有事直接问我就行');
    }
  });

  it('end with a sentence when the question is older than two hours', async () => {
    await upToTheLastLook();
    const before = (await rows()).length;
    await house.moveTo('2026-11-30T13:00');
    await telegram.press('陈律师', '保存');
    expect((await rows()).length).toBe(before);
    expect(house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
  });
});

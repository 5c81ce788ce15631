import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

const TITLE = '春风社区居民群';

describe('the groups, as those who run them see them', () => {
  let house: TestHouse;
  let telegram: Telegram;
  let group: number;
  let owner: number;

  beforeAll(async () => {
    house = await aHouse('2026-12-03T10:00');
    telegram = aTelegram(house);
    owner = telegram.person('李姐');
    for (const who of ['王主任', '李姐', '张大爷']) {
      await telegram.act(house.sandbox.world.startBot(telegram.person(who)));
    }
    // A supergroup from the start: only there a single member can be muted.
    const made = house.sandbox.world.createSupergroup('二号楼群', owner);
    if (!made.ok) throw new Error(made.message);
    group = made.chat;
    await telegram.act(house.sandbox.world.joinGroup(telegram.person('张大爷'), group));
    await telegram.act(house.sandbox.world.addBot(group, owner, `bind_${await aCode()}`));
  });
  afterAll(() => house.close());

  const prisma = () => house.running.database.prisma;
  const row = (title = '二号楼群') => prisma().chat.findFirst({ where: { title } });
  const reply = (who: string, text: string, chat = group) =>
    telegram.say(who, text, { chat, replyTo: telegram.fromBot(chat).at(-1)?.message_id ?? 0 });
  const tick = async (wallClock: string) => {
    await house.moveTo(wallClock);
    await telegram.settled();
  };
  const alerts = (who: string) =>
    telegram
      .fromBot(who)
      .map((message) => message.text ?? '')
      .filter((text) => text.startsWith('有群需要您看一下'));

  /** A new code of 小刘 for a community. */
  async function aCode(unit = '春风社区'): Promise<string> {
    await telegram.say('小刘', '绑定码');
    await telegram.press('小刘', unit);
    return /(\d{4}) (\d{4})/.exec(telegram.last('小刘'))?.slice(1).join('') ?? '';
  }

  describe('for the office', () => {
    it('are listed with state, seats and last message, also from the work menu', async () => {
      await telegram.say('小刘', '群管理');
      expect(telegram.last('小刘')).toContain('共 1 个');
      expect(telegram.last('小刘')).toMatch(/1\. 二号楼群　春风社区\n　正常 · 约 2 人 · 还没有发过/);
      await tick('2026-12-04T09:01');
      await telegram.say('小刘', '工作');
      await telegram.press('小刘', '群管理');
      expect(telegram.last('小刘')).toContain('最近：国家宪法日 2026-12-04');
      await telegram.say('小刘', '/groups');
      await telegram.say('小刘', '1');
      expect(telegram.last('小刘')).toMatch(/二号楼群\n社区：春风社区\n状态：正常（2026-12-03 起）/);
    });

    it('are paused by the office, which tells the group; its owner cannot end that', async () => {
      await telegram.press('小刘', '暂停');
      expect(await row()).toMatchObject({ state: 'paused', stateReason: 'by-office' });
      expect(telegram.last(group)).toContain('街道办事处把本群的普法提醒先停了');
      await reply('李姐', '恢复');
      expect(telegram.last(group)).toContain('只有街道能恢复');
      await reply('李姐', '暂停');
      expect(telegram.last(group)).toContain('只有街道能恢复');
      await telegram.say('李姐', '我的群');
      await telegram.press('李姐', '二号楼群');
      expect(telegram.last('李姐')).toContain('只有街道能恢复');
      await telegram.forge('李姐', `c-resume:${(await row())?.id}`);
      expect(await row()).toMatchObject({ state: 'paused', stateReason: 'by-office' });
    });

    it('stay paused when the bot is removed and added back', async () => {
      await telegram.act(house.sandbox.world.removeBot(group, owner));
      expect(await row()).toMatchObject({ state: 'lost' });
      await telegram.act(house.sandbox.world.addBot(group, owner));
      expect(await row()).toMatchObject({ state: 'paused', stateReason: 'by-office' });
    });

    it('are resumed by a colleague, and a second press changes nothing', async () => {
      await telegram.say('周所长', '群');
      await telegram.press('周所长', '二号楼群');
      await telegram.press('周所长', '恢复');
      expect(await row()).toMatchObject({ state: 'active', stateReason: null, pausedBy: null });
      await telegram.forge('周所长', `c-resume:${(await row())?.id}`);
      expect(await prisma().auditEntry.count({ where: { action: 'chat.resume' } })).toBe(1);
    });

    it.each([
      ['陈律师', 'an adviser'],
      ['区局小赵', 'a viewer'],
      ['张大爷', 'a member of the group'],
    ])('are out of reach for %s, %s, whatever is forged', async (who) => {
      const id = (await row())?.id;
      const before = JSON.stringify(await row());
      await telegram.say(who, '帮助');
      await telegram.say(who, '删除我的数据');
      const words = telegram.fromBot(who).length;
      for (const data of [
        'c-list',
        'c-codes',
        `c-group:${id}`,
        `c-pause:${id}`,
        `c-unbind-yes:${id}`,
        'c-code-off:1',
      ]) {
        await telegram.forge(who, data);
      }
      expect(JSON.stringify(await row())).toBe(before);
      expect(telegram.fromBot(who)).toHaveLength(words);
      expect(telegram.last(who)).not.toContain('二号楼群');
    });

    it('are out of reach for staff of another unit', async () => {
      const { unitId } = (await row()) ?? {};
      const other = await prisma().unit.findFirst({ where: { kind: 'community', id: { not: unitId ?? '' } } });
      const mine = await prisma().role.findFirst({ where: { label: '小刘' } });
      await prisma().role.updateMany({ where: { id: mine?.id ?? 0 }, data: { unitId: other?.id ?? '' } });
      try {
        await telegram.say('小刘', '群');
        expect(telegram.last('小刘')).toContain('还没有群');
        await telegram.forge('小刘', `c-unbind-yes:${(await row())?.id}`);
        expect(await row()).toMatchObject({ state: 'active', unitId });
      } finally {
        await prisma().role.updateMany({ where: { id: mine?.id ?? 0 }, data: { unitId: mine?.unitId ?? '' } });
      }
    });

    it('are listed in pages of eight', async () => {
      const { id: _id, ...copy } = (await row()) ?? { id: 0 };
      const rows = Array.from({ length: 9 }, (_, i) => ({
        ...(copy as Required<typeof copy>),
        ...{ key: `page-${i}`, address: `-9000${i}`, title: `页${i}` },
      }));
      await prisma().chat.createMany({ data: rows as never });
      await telegram.say('小刘', '群');
      expect(telegram.last('小刘')).toContain('第 1/2 页');
      await telegram.press('小刘', '下一页');
      expect(telegram.last('小刘')).toMatch(/第 2\/2 页[\s\S]*1\. 页7[\s\S]*2\. 页8/);
      await telegram.press('小刘', '上一页');
      expect(telegram.last('小刘')).toContain('二号楼群');
      await telegram.forge('小刘', 'c-list:9999');
      expect(telegram.last('小刘')).toContain('第 2/2 页');
      await prisma().chat.deleteMany({ where: { key: { startsWith: 'page-' } } });
    });

    it('have open codes that can be withdrawn', async () => {
      const code = await aCode();
      await telegram.say('小刘', '群');
      expect(telegram.last('小刘')).toContain('还有 1 个绑定码没用，最早的 2026-12-11 到期');
      await telegram.press('小刘', '没用的绑定码');
      expect(telegram.last('小刘')).toContain('春风社区，2026-12-11 到期');
      await telegram.press('小刘', '作废');
      expect(telegram.last('小刘')).toContain('没有等着用的绑定码');
      const made = house.sandbox.world.createSupergroup('三号楼群', owner);
      if (!made.ok) throw new Error(made.message);
      await telegram.act(house.sandbox.world.addBot(made.chat, owner, `bind_${code}`));
      expect(telegram.last(made.chat)).toContain('过期');
      await telegram.act(house.sandbox.world.removeBot(made.chat, owner));
    });
  });

  describe('for their owners', () => {
    it('are theirs only while Telegram says so, asked at each press', async () => {
      await telegram.say('张大爷', '我的群');
      expect(telegram.last('张大爷')).toContain('没有找到您管的群');
      await telegram.say('李姐', '我的群');
      expect(telegram.last('李姐')).toMatch(/您的群[\s\S]*1\. 二号楼群/);
      await telegram.say('李姐', '1');
      await telegram.press('李姐', '暂停');
      expect(await row()).toMatchObject({ state: 'paused', stateReason: 'by-owner' });
      await telegram.press('李姐', '恢复');
      expect(await row()).toMatchObject({ state: 'active' });
    });

    it('tell their state to administrators in the group', async () => {
      await reply('张大爷', '状态');
      expect(telegram.last(group)).toContain('只有群主或管理员');
      await reply('李姐', '状态');
      expect(telegram.last(group)).toMatch(/社区：春风社区\n状态：正常[\s\S]*最近一条：国家宪法日（2026-12-04）/);
    });

    it('are unbound in the group after one question, by an administrator only', async () => {
      await reply('李姐', '解绑');
      await telegram.press('李姐', '不解绑', group);
      expect(telegram.last(group)).toContain('没有解绑');
      await reply('李姐', '解绑');
      await telegram.forge('张大爷', 'c-here-unbind', group);
      expect(await row()).toMatchObject({ state: 'active' });
      await telegram.press('李姐', '解绑', group);
      expect(await row()).toMatchObject({ state: 'pending', stateReason: 'by-owner', unitId: null });
      const before = telegram.fromBot(group).length;
      await reply('张大爷', '楼上扔东西');
      expect(telegram.fromBot(group)).toHaveLength(before);
    });

    it('are bound again by a new code, and unbound in private', async () => {
      await telegram.say('李姐', await aCode());
      expect(await row()).toMatchObject({ state: 'active', unitId: 'chunfeng' });
      await telegram.say('李姐', '解绑');
      await telegram.press('李姐', '二号楼群');
      await telegram.press('李姐', '解绑');
      await telegram.press('李姐', '解绑');
      expect(await row()).toMatchObject({ state: 'pending', unitId: null });
      expect(telegram.last(group)).toContain('群主或管理员把本群解绑了');
      await telegram.say('李姐', await aCode());
    });
  });

  describe('in trouble', () => {
    const ALL = ['小刘', '周所长', '王主任'];

    it('are told of once when the bot is removed, to those who manage the unit', async () => {
      await telegram.act(house.sandbox.world.removeBot(group, owner));
      await tick('2026-12-04T10:00');
      for (const who of ALL) expect(alerts(who)).toHaveLength(1);
      expect(alerts('小刘')[0]).toMatch(/二号楼群（春风社区）：丢失：被移出，发不进去了。\n请联系群主/);
      expect(alerts('陈律师')).toEqual([]);
      await tick('2026-12-04T10:10');
      await house.restart();
      await tick('2026-12-04T10:20');
      expect(alerts('小刘')).toHaveLength(1);
      await telegram.press('小刘', '二号楼群');
      expect(telegram.last('小刘')).toContain('状态：丢失：被移出');
    });

    it('are told of again when they were mended and lost anew, found by a refused message', async () => {
      await telegram.act(house.sandbox.world.addBot(group, owner));
      await tick('2026-12-04T10:30');
      expect(alerts('小刘')).toHaveLength(1);
      const refused = { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' };
      house.sandbox.faults.add({ method: 'sendMessage', chat: group, fault: { kind: 'answer', ...refused } });
      // 3.15 is the next law day after the 4th of December.
      await tick('2027-03-15T12:00');
      expect(await row()).toMatchObject({ state: 'lost', stateReason: 'kicked' });
      await tick('2027-03-15T12:10');
      expect(alerts('小刘')).toHaveLength(2);
    });

    it('are told of when the bot may not write any more', async () => {
      await telegram.act(house.sandbox.world.removeBot(group, owner));
      await telegram.act(house.sandbox.world.addBot(group, owner));
      await telegram.act(house.sandbox.world.restrictBot(group, owner, { can_send_messages: false }));
      await tick('2027-03-15T13:00');
      expect(alerts('小刘').at(-1)).toContain('机器人没有发言权，先停了');
      expect(alerts('小刘')).toHaveLength(3);
      await telegram.act(house.sandbox.world.restrictBot(group, owner, { can_send_messages: true }));
    });

    it('are told of to the whole tree’s office when nobody bound them for a day', async () => {
      const made = house.sandbox.world.createSupergroup('没人管的群', telegram.person('小陈'));
      if (!made.ok) throw new Error(made.message);
      await telegram.act(house.sandbox.world.addBot(made.chat, telegram.person('小陈')));
      await tick('2027-03-16T12:50');
      expect(alerts('王主任').filter((text) => text.includes('没人管的群'))).toEqual([]);
      await tick('2027-03-16T13:30');
      await tick('2027-03-16T13:40');
      const told = alerts('王主任').filter((text) => text.includes('没人管的群'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('一天多没有绑定');
      expect(alerts('小刘').filter((text) => text.includes('没人管的群'))).toEqual([]);
      expect(telegram.fromBot(made.chat)).toEqual([]);
    });

    it('are told of to their former office when their owner unbound them a day ago', async () => {
      await reply('李姐', '解绑');
      await telegram.press('李姐', '解绑', group);
      await telegram.say('小刘', '群');
      expect(telegram.last('小刘')).toContain('没绑定：群主解绑了');
      await tick('2027-03-17T14:00');
      expect(alerts('小刘').at(-1)).toMatch(/二号楼群（春风社区）：群主解绑了，一天多没有绑定/);
      await telegram.say('李姐', await aCode());
      expect(await row()).toMatchObject({ state: 'active', unitId: 'chunfeng' });
    });

    it('are not told of when the owner sent the bot away', async () => {
      const before = alerts('小刘').length;
      await reply('李姐', '退群');
      await telegram.press('李姐', '退出本群', group);
      await tick('2027-03-17T15:00');
      expect(await row()).toMatchObject({ state: 'left' });
      expect(alerts('小刘')).toHaveLength(before);
    });
  });

  it('never trips', () => {
    expect(house.logLines.filter((line) => /update\.failed|tick\.failed/.test(line))).toEqual([]);
    expect(house.logLines.filter((line) => line.includes('二号楼群') || line.includes(TITLE))).toEqual([]);
  });
});

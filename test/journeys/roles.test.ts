import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

const LINK = /https:\/\/t\.me\/pufa_sandbox_bot\?start=(inv_[0-9a-f]{32})/;

describe('people and their roles', () => {
  let house: TestHouse;
  let telegram: Telegram;
  const prisma = () => house.running.database.prisma;
  const start = (who: string, payload?: string) =>
    telegram.act(house.sandbox.world.startBot(telegram.person(who), payload));
  const active = () => prisma().role.findMany({ where: { revokedAt: null }, orderBy: { id: 'asc' } });
  const lastAudit = () => prisma().auditEntry.findFirst({ orderBy: { id: 'desc' } });

  /** Somebody nobody knows yet. */
  async function aNewcomer(name: string): Promise<string> {
    const made = house.sandbox.world.addPerson({ name, languageCode: 'zh-hans', part: '新同事', note: '' });
    if (!made.ok) throw new Error(made.message);
    return name;
  }

  /** An invitation as its inviter makes it. @returns the start parameter of the link */
  async function anInvitation(inviter: string, role: string, unit: string, label: string): Promise<string> {
    await telegram.say(inviter, '邀请同事');
    await telegram.press(inviter, role);
    await telegram.press(inviter, unit);
    await telegram.say(inviter, label);
    const payload = LINK.exec(telegram.last(inviter))?.[1];
    if (!payload) throw new Error(`no link in: ${telegram.last(inviter)}`);
    return payload;
  }

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    telegram = aTelegram(house);
    await start('王主任');
    for (const who of ['小陈', '张大爷', '路人老周']) await start(who);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await prisma().dialogue.deleteMany();
  });

  it('begin with one of each role, who see their own', async () => {
    expect((await active()).map((role) => role.name)).toEqual(['lead', 'staff', 'adviser', 'viewer']);
    await telegram.say('陈律师', '我的角色');
    expect(telegram.last('陈律师')).toContain('春风社区：法律顾问');
    await telegram.say('王主任', '我的角色');
    expect(telegram.last('王主任')).toContain('示例区：管理员（在设置里，这里退出不了）');
    await telegram.say('路人老周', '我的角色');
    expect(telegram.last('路人老周')).toContain('这是给街道和社区工作人员用的');
  });

  it('are listed to who manages them, with those of the settings', async () => {
    await telegram.say('王主任', '人员');
    const labels = () =>
      telegram
        .fromBot('王主任')
        .at(-1)
        ?.reply_markup?.inline_keyboard.map((row) => row[0]?.text) ?? [];
    expect(labels().slice(0, 3)).toEqual([
      '1 管理员（设置里的）',
      '2 周所长 · 负责人 · 示例街道',
      '3 小刘 · 工作人员 · 示例街道',
    ]);
    await telegram.say('王主任', '1');
    expect(telegram.last('王主任')).toContain('ADMIN_IDS');
    await telegram.say('小刘', '人员');
    expect(telegram.last('小刘')).toContain('您现在的角色办不了');
    await telegram.say('周所长', '/roles');
    const seen = JSON.stringify(telegram.fromBot('周所长').at(-1)?.reply_markup);
    expect(seen).toContain('陈律师');
    expect(seen).not.toContain('区局小赵');
  });

  it('turn their pages beyond eight', async () => {
    const template = (await active())[1];
    if (!template) throw new Error('no role');
    const many = Array.from({ length: 9 }, (_, i) => ({ label: `同事${i}`, personKey: `page-${i}` }));
    const { name, unitId, grantedAt } = template;
    await prisma().role.createMany({ data: many.map((more) => ({ name, unitId, grantedAt, ...more })) });
    await telegram.say('周所长', '人员');
    expect(JSON.stringify(telegram.fromBot('周所长').at(-1)?.reply_markup)).not.toContain('同事8');
    await telegram.press('周所长', '下一页');
    expect(JSON.stringify(telegram.fromBot('周所长').at(-1)?.reply_markup)).toContain('同事8');
    await telegram.press('周所长', '上一页');
    expect(JSON.stringify(telegram.fromBot('周所长').at(-1)?.reply_markup)).not.toContain('同事8');
    await prisma().role.deleteMany({ where: { personKey: { startsWith: 'page-' } } });
  });

  it('offers to invite only into roles that the inviter may give', async () => {
    await telegram.say('周所长', '邀请');
    const buttons = JSON.stringify(telegram.fromBot('周所长').at(-1)?.reply_markup);
    expect(buttons).toContain('工作人员');
    expect(buttons).not.toContain('管理员');
    expect(buttons).not.toContain('负责人');
    await telegram.say('陈律师', '邀请同事');
    expect(telegram.last('陈律师')).toContain('您现在的角色办不了');
  });

  it('invites by a one-time link, accepted in private, with the inviter told', async () => {
    const newcomer = await aNewcomer('孙律师');
    const payload = await anInvitation('周所长', '法律顾问', '清柳湾', '孙律师');
    expect(telegram.last('周所长')).toMatch(/给孙律师的邀请（清柳湾社区，法律顾问）[\s\S]*24 小时内有效，只能用一次/);
    expect(JSON.stringify(await prisma().invite.findMany())).not.toContain(payload.slice(4));
    await start(newcomer, payload);
    expect(telegram.last(newcomer)).toContain('周所长邀请您做清柳湾社区的法律顾问');
    await telegram.press(newcomer, '接受');
    expect(telegram.last(newcomer)).toContain('欢迎！您现在是清柳湾社区的法律顾问');
    expect(telegram.last(newcomer)).toContain('您要办哪件事');
    expect(telegram.last('周所长')).toContain('孙律师接受了邀请');
    const role = (await active()).at(-1);
    expect(role).toMatchObject({ name: 'adviser', unitId: 'qingliuwan', label: '孙律师' });
    expect(role?.address).not.toContain(String(telegram.person(newcomer)));
    expect(await lastAudit()).toMatchObject({
      action: 'role.give',
      subject: `role/${role?.id}`,
      actorKey: role?.personKey,
      after: { name: 'adviser', unitId: 'qingliuwan' },
    });
    await start(newcomer, payload);
    expect(telegram.last(newcomer)).toContain('您已经有这个角色了');
    await start('张大爷', payload);
    expect(telegram.last('张大爷')).toContain('已经用过了');
  });

  it('keeps a digit for the label and every refused label open for another', async () => {
    await telegram.say('周所长', '邀请同事');
    await telegram.say('周所长', '1');
    await telegram.press('周所长', '春风社区');
    const before = await prisma().invite.count();
    for (const [label, sentence] of [
      ['小王13912345678', '像是有电话号码'],
      ['好'.repeat(21), '最多 20 个字'],
      ['……', '请写一个称呼'],
    ] as const) {
      await telegram.say('周所长', label);
      expect(telegram.last('周所长')).toContain(sentence);
    }
    expect(await prisma().invite.count()).toBe(before);
    await telegram.say('周所长', '<小王> & 同事');
    expect(telegram.last('周所长')).toContain('给<小王> & 同事的邀请');
    await telegram.press('周所长', '撤回邀请');
    expect(telegram.last('周所长')).toContain('撤回了');
  });

  it('lets one of two who tap the same link win, and tells the other', async () => {
    const [first, second] = [await aNewcomer('甲同事'), await aNewcomer('乙同事')];
    const payload = await anInvitation('王主任', '观察员', '示例街道', '甲同事');
    await start(first, payload);
    await start(second, payload);
    const count = (await active()).length;
    const world = house.sandbox.world;
    for (const who of [first, second]) {
      const message = telegram.fromBot(who).at(-1)?.message_id ?? 0;
      world.pressButton(telegram.person(who), telegram.person(who), message, { row: 0, col: 0 });
    }
    await telegram.settled();
    expect(telegram.last(first)).toContain('欢迎');
    expect(telegram.last(second)).toContain('已经用过了');
    expect((await active()).length).toBe(count + 1);
  });

  it('lets somebody decline, and take the link up later', async () => {
    const payload = await anInvitation('王主任', '工作人员', '桂香里', '小陈');
    await start('小陈', payload);
    await telegram.press('小陈', '不接受');
    expect(telegram.last('小陈')).toContain('没有接受');
    expect(await prisma().role.count({ where: { label: '小陈' } })).toBe(0);
    await start('小陈', payload);
    await telegram.press('小陈', '接受');
    expect(telegram.last('小陈')).toContain('欢迎');
  });

  describe('an invitation that is none', () => {
    it.each([
      ['cut short', 'inv_0123abcd', '不完整'],
      ['empty', 'inv_', '不完整'],
      ['guessed', `inv_${'0'.repeat(32)}`, '没有这个邀请'],
    ])('says so: %s', async (_name, payload, sentence) => {
      await start('张大爷', payload);
      expect(telegram.last('张大爷')).toContain(sentence);
    });

    it('gives nothing to callback data that was made up', async () => {
      const payload = await anInvitation('周所长', '观察员', '春风社区', '张三');
      const id = (await prisma().invite.findFirst({ orderBy: { id: 'desc' } }))?.id;
      const count = (await active()).length;
      await telegram.say('张大爷', '订阅');
      for (const data of [`r-accept:${id}`, 'r-accept', `r-accept:${'f'.repeat(32)}`])
        await telegram.forge('张大爷', data);
      expect((await active()).length).toBe(count);
      expect(payload).toMatch(/^inv_/);
    });

    it('is withdrawn from the list of open ones', async () => {
      const payload = await anInvitation('周所长', '观察员', '春风社区', '李四');
      await telegram.say('周所长', '人员');
      await telegram.press('周所长', '没接受的邀请');
      await telegram.press('周所长', '李四');
      expect(telegram.last('周所长')).toContain('撤回了');
      expect(await lastAudit()).toMatchObject({
        action: 'invite.withdraw',
        before: { open: true },
        after: { open: false },
      });
      await start('张大爷', payload);
      expect(telegram.last('张大爷')).toContain('撤回了');
    });

    it('is not for its own inviter, and stays unused', async () => {
      const payload = await anInvitation('周所长', '观察员', '示例街道', '自己');
      await start('周所长', payload);
      expect(telegram.last('周所长')).toContain('要由您的同事来接受');
      await start('张大爷', payload);
      expect(telegram.last('张大爷')).toContain('周所长邀请您');
    });

    it('is void once its inviter lost the role, also on a button shown before', async () => {
      const lead = await aNewcomer('吴所长');
      await start(lead, await anInvitation('王主任', '负责人', '示例街道', '吴所长'));
      await telegram.press(lead, '接受');
      const payload = await anInvitation(lead, '观察员', '春风社区', '王五');
      await start('张大爷', payload);
      expect(telegram.last('张大爷')).toContain('吴所长邀请您');
      await telegram.say(lead, '我的角色');
      await telegram.press(lead, '退出：示例街道');
      await telegram.press(lead, '退出角色');
      expect(telegram.last(lead)).toContain('谢谢您做过的工作');
      expect(await lastAudit()).toMatchObject({ action: 'role.take', reason: '本人退出' });
      await telegram.press('张大爷', '接受');
      expect(telegram.last('张大爷')).toContain('作废');
      expect(await prisma().role.count({ where: { label: '王五' } })).toBe(0);
    });

    it('is over after a day', async () => {
      const payload = await anInvitation('周所长', '观察员', '春风社区', '赵六');
      await house.moveTo('2026-12-01T10:30');
      await start('张大爷', payload);
      expect(telegram.last('张大爷')).toContain('过期了');
      await telegram.press('周所长', '撤回邀请');
      expect(await prisma().invite.findFirst({ where: { label: '赵六' } })).toMatchObject({ withdrawnAt: null });
    });
  });

  describe('taking a role away', () => {
    it('asks why, is in effect at once, tells the person and closes what was being asked', async () => {
      const someone = await aNewcomer('郑干事');
      await start(someone, await anInvitation('周所长', '工作人员', '春风社区', '郑干事'));
      await telegram.press(someone, '接受');
      await telegram.say(someone, '登记活动');
      await telegram.press(someone, '讲座');
      expect(await prisma().dialogue.count()).toBe(1);

      await telegram.say('周所长', '人员');
      await telegram.press('周所长', '郑干事');
      await telegram.press('周所长', '移除');
      expect(telegram.last('周所长')).toContain('为什么移除郑干事');
      await telegram.press('周所长', '调走了');
      expect(telegram.last('周所长')).toMatch(/原因：调走了[\s\S]*草稿都还在/);
      await telegram.press('周所长', '确定移除');
      expect(telegram.last('周所长')).toContain('已移除郑干事');
      expect(telegram.last(someone)).toContain('已经结束，谢谢您');
      expect(await lastAudit()).toMatchObject({
        action: 'role.take',
        reason: '调走了',
        before: { name: 'staff', unitId: 'chunfeng', held: true },
        after: { held: false },
      });
      expect(await prisma().dialogue.count()).toBe(0);
      await telegram.say(someone, '120');
      await telegram.press(someone, '今天').catch(() => {});
      await telegram.say(someone, '工作');
      expect(telegram.last(someone)).toContain('这是给街道和社区工作人员用的');
      expect(await prisma().activity.count()).toBe(0);
    });

    it('takes a typed reason, too, and refuses one that says nothing', async () => {
      const someone = await aNewcomer('钱干事');
      await start(someone, await anInvitation('周所长', '观察员', '春风社区', '钱干事'));
      await telegram.press(someone, '接受');
      await telegram.say('周所长', '人员');
      await telegram.press('周所长', '钱干事');
      await telegram.press('周所长', '移除');
      await telegram.say('周所长', '。。。');
      expect(telegram.last('周所长')).toContain('1 到 50 个字');
      await telegram.say('周所长', '长'.repeat(51));
      expect(telegram.last('周所长')).toContain('1 到 50 个字');
      await telegram.say('周所长', '换到<别的>科室');
      expect(telegram.last('周所长')).toContain('原因：换到<别的>科室');
      const role = (await active()).find(({ label }) => label === '钱干事');
      await telegram.press('周所长', '确定移除');
      expect(await lastAudit()).toMatchObject({ subject: `role/${role?.id}`, reason: '换到<别的>科室' });
      // Pressed again, years later or by hand: it is gone, and nothing more happens.
      const rows = await prisma().auditEntry.count();
      await telegram.forge('周所长', `r-remove-yes:${role?.id}`);
      expect(await prisma().auditEntry.count()).toBe(rows);
    });

    it('needs its reason: the last button alone does nothing', async () => {
      const viewer = (await active()).find(({ label }) => label === '陈律师');
      await telegram.say('周所长', '人员');
      await telegram.forge('周所长', `r-remove-yes:${viewer?.id}`);
      expect(telegram.last('周所长')).toContain('过时了');
      expect((await active()).some(({ label }) => label === '陈律师')).toBe(true);
    });

    it('is not open to an equal', async () => {
      const lead = (await active()).find(({ label }) => label === '周所长');
      await telegram.say('周所长', '人员');
      await telegram.press('周所长', '周所长');
      expect(telegram.last('周所长')).toContain('要由管理员来移除');
      await telegram.forge('周所长', `r-remove:${lead?.id}`);
      expect(await prisma().dialogue.count()).toBe(0);
    });
  });

  it('forgets a former colleague on request, and tells a present one what stays', async () => {
    const someone = await aNewcomer('冯律师');
    await start(someone, await anInvitation('周所长', '法律顾问', '春风社区', '冯律师'));
    await telegram.press(someone, '接受');
    const role = (await active()).find(({ label }) => label === '冯律师');
    const erase = async () => {
      await telegram.say(someone, '删除我的数据');
      await telegram.press(someone, '删除');
    };
    await erase();
    expect(telegram.last(someone)).toContain('您的工作角色还在');
    const rowsOf = () => prisma().auditEntry.count({ where: { actorKey: role?.personKey ?? '' } });
    expect(await rowsOf()).toBeGreaterThan(0);
    await telegram.say(someone, '我的角色');
    await telegram.press(someone, '退出：春风社区');
    await telegram.press(someone, '退出角色');
    await erase();
    expect(telegram.last(someone)).toContain('不再有您的任何记录');
    expect(await rowsOf()).toBe(0);
    const kept = JSON.stringify([await prisma().role.findMany(), await prisma().invite.findMany()]);
    expect(kept).not.toContain('冯律师');
    expect(kept).not.toContain(role?.personKey ?? '');
  });

  it('leaves names and codes out of the log', () => {
    const log = house.logLines.join('');
    expect(log).toContain('role.given');
    expect(log).toContain('role.taken');
    expect(log).not.toContain('孙律师');
    expect(log).not.toMatch(/inv_[0-9a-f]{32}/);
    expect(log).not.toContain('update.failed');
  });
});

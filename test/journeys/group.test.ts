import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

const TITLE = '春风社区居民群';

describe('a community group', () => {
  let house: TestHouse;
  let telegram: Telegram;
  let group: number;

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    telegram = aTelegram(house);
    group = telegram.group(TITLE);
    await telegram.act(house.sandbox.world.startBot(telegram.person('王主任')));
    await telegram.act(house.sandbox.world.startBot(telegram.person('李姐')));
  });
  afterAll(() => house.close());

  const bind = () => `/bind@${house.sandbox.bot.username}`;
  const chatRow = () => house.running.database.prisma.chat.findFirst({ where: { kind: { not: 'private' } } });

  /** A new code of the office for 春风社区. */
  async function aCode(): Promise<string> {
    await telegram.say('王主任', '绑定码');
    await telegram.press('王主任', '春风社区');
    return /(\d{4}) (\d{4})/.exec(telegram.last('王主任'))?.slice(1).join('') ?? '';
  }

  it('hears nothing from the bot before it is bound', async () => {
    await telegram.act(house.sandbox.world.addBot(group, telegram.person('李姐')));
    await telegram.say('张大爷', '/ask@pufa_sandbox_bot 楼上扔东西', { chat: group });
    expect(telegram.fromBot(group)).toEqual([]);
    expect(await chatRow()).toMatchObject({ state: 'pending', unitId: null });
  });

  it('is bound by its administrators only', async () => {
    await telegram.say('张大爷', `${bind()} ${await aCode()}`, { chat: group });
    expect(telegram.last(group)).toContain('群主或管理员');
    expect(await chatRow()).toMatchObject({ state: 'pending' });
  });

  it('is told what is wrong with a code', async () => {
    await telegram.say('李姐', bind(), { chat: group });
    expect(telegram.last(group)).toContain('8 位绑定码');
    await telegram.say('李姐', `${bind()} 00000000`, { chat: group });
    expect(telegram.last(group)).toContain('没有这个绑定码');
  });

  it('is greeted once it is bound, with its community', async () => {
    const code = await aCode();
    await telegram.say('李姐', `${bind()} ${code}`, { chat: group });
    expect(telegram.last(group)).toMatch(/大家好，我是春风社区的普法小助手/);
    expect(await chatRow()).toMatchObject({ state: 'active', unitId: 'chunfeng', seats: 3 });
    await telegram.say('李姐', `${bind()} ${code}`, { chat: group });
    expect(telegram.last(group)).toContain('已经绑定好了');
  });

  it('lets its owner choose topics, and nobody else', async () => {
    await telegram.press('李姐', '选主题', group);
    await telegram.press('张大爷', '劳动与就业', group);
    const topics = () => house.running.database.prisma.chatTopic.findMany();
    expect(await topics()).toEqual([]);
    await telegram.press('李姐', '劳动与就业', group);
    expect((await topics()).map((topic) => topic.topicId)).toContain('labour');
    await telegram.press('李姐', '完成', group);
    expect(telegram.last(group)).toContain('选好了');
  });

  it.each([
    ['a topic that is not', 'g-topic:no-such-topic'],
    ['a verb that is not', 'make-me-admin'],
    ['a private action', 'erase-yes'],
    ['an office action', 'code:chunfeng'],
    ['nonsense', '\u0000💥'],
  ])('changes nothing at forged data: %s', async (_name, data) => {
    await telegram.say('李姐', '主题', { chat: group, replyTo: telegram.fromBot(group).at(-1)?.message_id ?? 0 });
    const before = JSON.stringify([await chatRow(), await house.running.database.prisma.chatTopic.findMany()]);
    await telegram.forge('李姐', data, group);
    expect(JSON.stringify([await chatRow(), await house.running.database.prisma.chatTopic.findMany()])).toBe(before);
    expect(house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
  });

  /** Replies to the bot's newest message in the group. */
  const reply = (who: string, text: string, chat = group) =>
    telegram.say(who, text, { chat, replyTo: telegram.fromBot(chat).at(-1)?.message_id ?? 0 });

  it('is paused and resumed by its owner in plain words, not by a member', async () => {
    await reply('张大爷', '退订');
    expect(telegram.last(group)).toContain('由群主和管理员管');
    await reply('张大爷', '暂停');
    expect(telegram.last(group)).toContain('只有群主或管理员');
    await reply('李姐', '别再发了');
    expect(telegram.last(group)).toContain('先不往本群发提醒');
    expect(await chatRow()).toMatchObject({ state: 'paused', stateReason: 'by-owner' });
    await reply('李姐', '恢复');
    expect(await chatRow()).toMatchObject({ state: 'active', stateReason: null });
  });

  it('answers a question on reply, on command and on mention where it arrives, and stays out of the rest', async () => {
    await reply('张大爷', '楼上扔东西');
    expect(telegram.last(group)).toContain('第1254条');
    const count = () => telegram.fromBot(group).length;
    const before = count();
    await telegram.say('张大爷', '今天菜市场的白菜真便宜', { chat: group });
    expect(count()).toBe(before);
    await telegram.say('小陈', '/ask 老板不发工资', { chat: group });
    expect(telegram.last(group)).toContain('劳动');
    // Telegram does not deliver plain mentions under privacy mode; as an administrator the bot sees them.
    await telegram.act(house.sandbox.world.promoteBot(group, telegram.person('李姐')));
    await telegram.say('小陈', '@pufa_sandbox_bot 楼上扔东西', { chat: group });
    expect(telegram.last(group)).toContain('第1254条');
    await telegram.act(house.sandbox.world.demoteBot(group, telegram.person('李姐')));
  });

  it('keeps everything when it becomes a supergroup', async () => {
    const before = await chatRow();
    await telegram.act(house.sandbox.world.upgradeToSupergroup(group, telegram.person('李姐')));
    group = telegram.group(TITLE);
    expect(await chatRow()).toMatchObject({ id: before?.id, kind: 'supergroup', state: 'active', unitId: 'chunfeng' });
    expect(await house.running.database.prisma.chat.count({ where: { kind: { not: 'private' } } })).toBe(1);
  });

  it('is paused by itself while the bot may not write, and comes back with the right', async () => {
    const owner = telegram.person('李姐');
    await telegram.act(house.sandbox.world.restrictBot(group, owner, { can_send_messages: false }));
    expect(await chatRow()).toMatchObject({ state: 'paused', stateReason: 'no-rights' });
    await telegram.act(house.sandbox.world.restrictBot(group, owner, { can_send_messages: true }));
    expect(await chatRow()).toMatchObject({ state: 'active', stateReason: null });
  });

  it('is lost when the bot is removed, and works again when it is added back', async () => {
    const owner = telegram.person('李姐');
    await telegram.act(house.sandbox.world.removeBot(group, owner));
    expect(await chatRow()).toMatchObject({ state: 'lost', stateReason: 'kicked' });
    await telegram.act(house.sandbox.world.addBot(group, owner));
    expect(await chatRow()).toMatchObject({ state: 'active', unitId: 'chunfeng' });
  });

  it('sends the bot away with one confirmation', async () => {
    await telegram.say('李姐', '/leave@pufa_sandbox_bot', { chat: group });
    await telegram.press('张大爷', '退出本群', group);
    expect(house.sandbox.world.botStatus(group)).toBe('member');
    await telegram.press('李姐', '退出本群', group);
    expect(house.sandbox.world.botStatus(group)).toBe('left');
    expect(await chatRow()).toMatchObject({ state: 'left', stateReason: 'by-owner' });
  });

  it('can be bound again after the bot was sent away, even if it could not say goodbye', async () => {
    const owner = telegram.person('李姐');
    await telegram.act(house.sandbox.world.addBot(group, owner));
    await telegram.say('李姐', '/leave@pufa_sandbox_bot', { chat: group });
    house.sandbox.faults.add({
      method: 'editMessageText',
      fault: {
        kind: 'answer',
        code: 429,
        description: 'Too Many Requests: retry after 3',
        parameters: { retry_after: 3 },
      },
    });
    await telegram.press('李姐', '退出本群', group);
    expect(house.sandbox.world.botStatus(group)).toBe('left');
  });

  it('is bound in one tap by the link of the office', async () => {
    const made = house.sandbox.world.createSupergroup('二号楼群', telegram.person('李姐'));
    if (!made.ok) throw new Error(made.message);
    await telegram.act(house.sandbox.world.addBot(made.chat, telegram.person('李姐'), `bind_${await aCode()}`));
    expect(telegram.last(made.chat)).toContain('大家好，我是春风社区');
  });

  it('is bound by digits that its adder sends in private', async () => {
    const made = house.sandbox.world.createSupergroup('三号楼群', telegram.person('李姐'));
    if (!made.ok) throw new Error(made.message);
    await telegram.act(house.sandbox.world.addBot(made.chat, telegram.person('李姐')));
    await telegram.say('李姐', await aCode());
    expect(telegram.last('李姐')).toContain('绑定好了：三号楼群 → 春风社区');
    expect(telegram.last(made.chat)).toContain('大家好，我是春风社区');
  });

  it('does not take another bot’s name for its own', async () => {
    const made = house.sandbox.world.createSupergroup('六号楼群', telegram.person('李姐'));
    if (!made.ok) throw new Error(made.message);
    const owner = telegram.person('李姐');
    await telegram.act(house.sandbox.world.addBot(made.chat, owner, `bind_${await aCode()}`, { rights: {} }));
    const before = telegram.fromBot(made.chat).length;
    await telegram.say('李姐', '@pufa_sandbox_bot2 楼上扔东西', { chat: made.chat });
    expect(telegram.fromBot(made.chat).length).toBe(before);
  });

  it('counts an anonymous administrator as one', async () => {
    const owner = telegram.person('李姐');
    const made = house.sandbox.world.createSupergroup('四号楼群', owner);
    if (!made.ok) throw new Error(made.message);
    await telegram.act(house.sandbox.world.addBot(made.chat, owner));
    await telegram.act(house.sandbox.world.setPersonAdmin(owner, made.chat, owner, { admin: true, anonymous: true }));
    await telegram.say('李姐', `${bind()} ${await aCode()}`, { chat: made.chat, asChat: true });
    expect(telegram.last(made.chat)).toContain('大家好，我是春风社区');
  });

  it('gives codes to the office only, whatever a menu showed', async () => {
    await telegram.act(house.sandbox.world.startBot(telegram.person('张大爷')));
    await telegram.say('张大爷', '绑定码');
    expect(telegram.last('张大爷')).toContain('由街道办事处给');
    await telegram.say('张大爷', '订阅');
    await telegram.forge('张大爷', 'code:chunfeng');
    expect(await house.running.database.prisma.bindCode.count({ where: { usedAt: null } })).toBe(1);
  });

  it('stops listening after too many wrong codes', async () => {
    const made = house.sandbox.world.createSupergroup('五号楼群', telegram.person('小陈'));
    if (!made.ok) throw new Error(made.message);
    await telegram.act(house.sandbox.world.addBot(made.chat, telegram.person('小陈')));
    for (let i = 0; i < 5; i += 1) await telegram.say('小陈', `${bind()} 0000000${i}`, { chat: made.chat });
    await telegram.say('小陈', `${bind()} ${await aCode()}`, { chat: made.chat });
    expect(telegram.last(made.chat)).toContain('试错的次数太多');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, aNotice } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';

const NOW = instantOf('2026-12-04T09:00');
const DAY_MS = 24 * 60 * 60 * 1000;
const group = (telegramId: number) => ({ telegramId, kind: 'supergroup' as const, title: '居民群' });

describe('the chat book', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;

  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(() => db.close());

  it('takes a binding code once', async () => {
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    expect(await db.chats.bind(group(-1001), code, 'owner', NOW)).toMatchObject({ kind: 'bound', unitId: 'spring' });
    expect(await db.chats.bind(group(-1002), code, 'owner', NOW)).toEqual({ kind: 'refused', reason: 'used' });
    expect(await db.chats.bind(group(-1001), code, 'owner', NOW)).toMatchObject({ kind: 'already-bound' });
  });

  it('lets one of two groups win that use a code in the same moment', async () => {
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    const results = await Promise.all([-1003, -1004].map((id) => db.chats.bind(group(id), code, 'owner', NOW)));
    expect(results.map((result) => result.kind).sort()).toEqual(['bound', 'refused']);
  });

  it('refuses an unknown code and one that is too old', async () => {
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    const later = new Date(NOW.getTime() + 7 * DAY_MS + 1);
    expect(await db.chats.bind(group(-1005), code, 'owner', later)).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await db.chats.bind(group(-1005), '00000000', 'owner', NOW)).toEqual({ kind: 'refused', reason: 'unknown' });
  });

  it('starts from the default topics when the first one is touched', async () => {
    await db.chats.consent(2001, 'v1', 'zh', NOW);
    const once = await db.chats.toggleTopic(2001, 'labour', ['anti-fraud', 'minors'], 'me', NOW);
    expect(once?.topicIds.sort()).toEqual(['anti-fraud', 'labour', 'minors']);
    const twice = await db.chats.toggleTopic(2001, 'minors', [], 'me', NOW);
    expect(twice?.topicIds.sort()).toEqual(['anti-fraud', 'labour']);
  });

  it('cancels what is planned for a resident who stops', async () => {
    const chat = await db.chats.consent(2002, 'v1', 'zh', NOW);
    await db.notices.release(aNotice(NOW), [chat], NOW);
    const result = await db.chats.setState(2002, 'left', 'unsubscribed', chat.key, NOW);
    expect(result).toEqual({ cancelled: 1, before: 'active' });
    expect(await db.ledger.claimNext(NOW, 'test')).toBeNull();
  });

  it('brings a bound group back to work when the bot is added again', async () => {
    await db.chats.setState(-1001, 'lost', 'kicked', null, NOW);
    expect(await db.chats.groupJoined(group(-1001), 'owner', NOW)).toMatchObject({ state: 'active', unitId: 'spring' });
  });

  it('brings a paused group back as quiet as it was, and an unbound one without a unit', async () => {
    const chatId = (await db.chats.find(-1001))?.id ?? 0;
    const comesBack = async () => {
      await db.chats.setState(-1001, 'lost', 'kicked', null, NOW);
      return db.chats.groupJoined(group(-1001), 'owner', NOW);
    };
    await db.groups.move(chatId, 'pause', 'by-office', 'office', NOW);
    expect(await comesBack()).toMatchObject({ state: 'paused', stateReason: 'by-office' });
    expect(await db.groups.move(chatId, 'resume', 'by-owner', 'owner', NOW)).toBe(false);
    await db.groups.move(chatId, 'resume', 'by-office', 'office', NOW);
    expect(await comesBack()).toMatchObject({ state: 'active', stateReason: null });
    await db.groups.move(chatId, 'unbind', 'by-owner', 'owner', NOW);
    expect(await comesBack()).toMatchObject({ state: 'pending', unitId: null });
  });

  it('refuses a code for a unit that the pack does not have any more', async () => {
    await db.prisma.unit.create({ data: { id: 'gone', kind: 'community', name: '撤了的社区' } });
    const code = await db.chats.createBindCode('gone', 'office', NOW);
    expect(await db.chats.bind(group(-1006), code, 'owner', NOW)).toEqual({ kind: 'refused', reason: 'unit-gone' });
  });

  it('keeps everything through an upgrade, told once, twice or in any order', async () => {
    const basic = { telegramId: -77, kind: 'group' as const, title: '老群' };
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    const bound = await db.chats.bind(basic, code, 'owner', NOW);
    const before = bound.kind === 'bound' ? bound.chat.id : 0;
    await db.chats.toggleTopic(-77, 'labour', [], null, NOW);
    await db.chats.groupJoined(group(-10077), 'owner', NOW);
    await db.chats.groupMoved(-77, group(-10077), NOW);
    await db.chats.groupMoved(-77, group(-10077), NOW);
    expect(await db.chats.find(-10077)).toMatchObject({
      id: before,
      state: 'active',
      unitId: 'spring',
      topicIds: ['labour'],
    });
  });

  it('leaves an audit row of each change: who, what, before and after', async () => {
    const chat = await db.chats.find(-10077);
    const rows = await db.prisma.auditEntry.findMany({
      where: { subject: `chat/${chat?.id}` },
      orderBy: { id: 'asc' },
    });
    expect(rows.map((row) => row.action)).toEqual(['chat.bind', 'chat.topics', 'chat.upgrade']);
    expect(rows[0]).toMatchObject({
      actorKey: 'owner',
      day: '2026-12-04',
      before: { state: 'pending' },
      after: { state: 'active', unitId: 'spring' },
    });
  });

  it('notes each real beginning and end of a subscription, and nothing else', async () => {
    const person = 2003;
    const changes = async () => {
      const chat = await db.chats.find(person);
      const rows = await db.prisma.subscription.findMany({ where: { chatId: chat?.id ?? 0 }, orderBy: { id: 'asc' } });
      return rows.map(({ change, day }) => `${day} ${change}`);
    };
    const to = (state: 'active' | 'paused' | 'left' | 'lost', reason: string | null = null) =>
      db.chats.setState(person, state, reason, null, NOW);
    await db.chats.consent(person, 'v1', 'zh', NOW);
    await db.chats.consent(person, 'v2', 'zh', NOW);
    expect(await changes()).toEqual(['2026-12-04 subscribed']);
    await to('paused', 'no-rights');
    await to('active');
    await to('lost', 'blocked');
    await to('left', 'unsubscribed');
    await to('active');
    await to('left', 'unsubscribed');
    await db.chats.setState(-1001, 'lost', 'kicked', null, NOW);
    expect((await changes()).map((line) => line.slice(11))).toEqual([...['subscribed', 'lost', 'subscribed', 'left']]);
    await db.chats.consent(person, 'v2', 'zh', NOW);
    const chat = await db.chats.find(person);
    await db.chats.erase(person, NOW);
    const last = await db.prisma.subscription.findFirst({ where: { chatId: chat?.id ?? 0 }, orderBy: { id: 'desc' } });
    expect(last).toMatchObject({ change: 'left' });
    expect(await db.prisma.subscription.count({ where: { chat: { kind: { not: 'private' } } } })).toBe(0);
  });

  it('forgets also who never subscribed and only let the bot into a group', async () => {
    const owner = db.identity.keyOf(700000124);
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    await db.chats.groupJoined({ telegramId: -4812, kind: 'group', title: '群' }, owner, NOW);
    await db.chats.bind({ telegramId: -4812, kind: 'group', title: '群' }, code, owner, NOW);
    expect(await db.chats.erase(700000124, NOW)).toBe(true);
    const rows = [await db.prisma.chat.findMany(), await db.prisma.bindCode.findMany()];
    expect(JSON.stringify(rows)).not.toContain(owner);
  });

  it('erases a person: nothing left leads back to them, the counts stay', async () => {
    const chat = await db.chats.consent(700000123, 'v1', 'zh', NOW);
    await db.prisma.question.create({
      data: { at: NOW, day: '2026-12-04', askerKey: chat.key, inGroup: false, outcome: 'none', maskedText: '怎么办' },
    });
    for (const unitId of ['', 'spring']) {
      await db.prisma.interaction.create({ data: { day: '2026-12-04', personKey: chat.key, unitId } });
    }
    expect(await db.chats.personalData(700000123)).toMatchObject({
      ...{ questions: 1, questionsWithWords: 1, daysSeen: 1 },
    });
    expect(await db.chats.erase(700000123, NOW)).toBe(true);
    expect(await db.chats.personalData(700000123)).toEqual({
      chat: null,
      questions: 0,
      questionsWithWords: 0,
      daysSeen: 0,
      messagesReceived: 0,
    });
    const everything = JSON.stringify([
      await db.prisma.chat.findMany(),
      await db.prisma.auditEntry.findMany(),
      await db.prisma.question.findMany(),
      await db.prisma.interaction.findMany(),
    ]);
    expect(everything).not.toContain(chat.key);
    expect(everything).not.toContain('700000123');
    expect(await db.prisma.question.count()).toBe(1);
    expect(await db.chats.erase(700000123, NOW)).toBe(false);
  });
});

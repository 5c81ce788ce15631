import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChatRecord } from '../../src/chats/chat-book.js';
import type { ClaimedDelivery } from '../../src/delivery/ledger.js';
import type { Outcome } from '../../src/delivery/outcome.js';
import { aDatabase, aNotice } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';

const DUE = instantOf('2026-12-04T09:00');
const minutesLater = (minutes: number) => new Date(DUE.getTime() + minutes * 60_000);

describe('the ledger', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;

  beforeAll(async () => {
    db = await aDatabase();
  });
  afterAll(() => db.close());
  afterEach(async () => {
    await db.prisma.delivery.deleteMany();
    await db.prisma.notice.deleteMany();
    await db.prisma.chatTopic.deleteMany();
    await db.prisma.chat.deleteMany();
  });

  /** Residents who agreed, and a notice released to them. */
  async function released(people: number[]): Promise<number> {
    const chats: ChatRecord[] = [];
    for (const person of people) chats.push(await db.chats.consent(person, 'v1', 'zh', DUE));
    const noticeId = await db.notices.release(aNotice(DUE), chats, DUE);
    if (noticeId === null) throw new Error('not released');
    return noticeId;
  }

  async function claim(now = DUE): Promise<ClaimedDelivery> {
    const claimed = await db.ledger.claimNext(now, 'test');
    if (!claimed) throw new Error('nothing to claim');
    return claimed;
  }

  const settle = async (outcome: Outcome, now = DUE) => {
    const claimed = await claim(now);
    await db.ledger.settle(claimed, outcome, null, now);
    return db.prisma.delivery.findUniqueOrThrow({ where: { id: claimed.id }, include: { chat: true, notice: true } });
  };

  it('hands each row to one claimer only', async () => {
    await released([1001, 1002, 1003]);
    const claims = await Promise.all(Array.from({ length: 5 }, () => db.ledger.claimNext(DUE, 'test')));
    const ids = claims.flatMap((claimed) => claimed?.id ?? []);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(3);
  });

  it('gives the sender the address and the body as released', async () => {
    await released([700000009]);
    const claimed = await claim();
    expect(claimed.body).toEqual({ kind: 'text', html: '<b>今天是国家宪法日。</b>' });
    expect(db.identity.open(claimed.address)).toBe(700000009);
  });

  it('claims nothing before its time, and nothing after its lateness limit', async () => {
    await released([1001]);
    expect(await db.ledger.claimNext(minutesLater(-1), 'test')).toBeNull();
    expect(await db.ledger.claimNext(minutesLater(24 * 60 + 1), 'test')).toBeNull();
    expect(await db.ledger.claimNext(minutesLater(6 * 60), 'test')).not.toBeNull();
  });

  it('releases a slot once: a second release finds it taken', async () => {
    await released([1001]);
    expect(await db.notices.release(aNotice(DUE), [], DUE)).toBeNull();
    expect(await db.notices.skip(aNotice(DUE), 'too-late', DUE)).toBe(false);
  });

  it('keeps the message id, the civil day and the content version of what was sent', async () => {
    await released([1001]);
    const row = await settle({ kind: 'sent', messageId: 42, pollId: null }, instantOf('2026-12-05T00:30'));
    expect(row).toMatchObject({ state: 'sent', messageId: 42, day: '2026-12-05', contentVersion: 'v1' });
  });

  it('loses a chat that blocked us, with everything still planned for it', async () => {
    await released([1001]);
    const chat = await db.chats.find(1001);
    await db.notices.release(aNotice(DUE, { slot: 'other/2026/day' }), chat ? [chat] : [], DUE);
    const row = await settle({ kind: 'refused', reason: 'blocked', chatLost: true, stopNotice: false });
    expect(row).toMatchObject({ state: 'refused', reason: 'blocked', chat: { state: 'lost', stateReason: 'blocked' } });
    const other = await db.prisma.delivery.findFirst({ where: { notice: { slot: 'other/2026/day' } } });
    expect(other).toMatchObject({ state: 'cancelled', reason: 'blocked' });
    const changes = await db.prisma.subscription.findMany({ orderBy: { id: 'asc' }, select: { change: true } });
    expect(changes.map(({ change }) => change)).toEqual(['subscribed', 'lost']);
  });

  it('pauses a chat where the bot may not write', async () => {
    await released([1001]);
    const row = await settle({ kind: 'refused', reason: 'no-rights', chatLost: false, stopNotice: false });
    expect(row.chat).toMatchObject({ state: 'paused', stateReason: 'no-rights' });
  });

  it('stops a notice whose content Telegram refuses before it reaches everybody', async () => {
    await released([1001, 1002, 1003]);
    const row = await settle({ kind: 'refused', reason: 'content', chatLost: false, stopNotice: true });
    expect(row.notice.state).toBe('stopped');
    expect(await db.ledger.claimNext(DUE, 'test')).toBeNull();
    expect(await db.prisma.delivery.count({ where: { state: 'cancelled' } })).toBe(2);
  });

  it('waits as long as Telegram says, for the whole chat', async () => {
    await released([1001]);
    const row = await settle({ kind: 'wait', reason: 'rate-limit', seconds: 600 });
    expect(row).toMatchObject({ state: 'waiting', reason: 'rate-limit' });
    expect(await db.ledger.claimNext(minutesLater(9), 'test')).toBeNull();
    expect(await db.ledger.claimNext(minutesLater(10), 'test')).toMatchObject({ attempts: 2 });
  });

  it('follows a group to its new id and sends there', async () => {
    const group = { telegramId: -4711, kind: 'group' as const, title: '群' };
    const code = await db.chats.createBindCode('spring', 'office', DUE);
    const bound = await db.chats.bind(group, code, 'owner', DUE);
    if (bound.kind !== 'bound') throw new Error(bound.kind);
    await db.notices.release(aNotice(DUE), [bound.chat], DUE);
    // Telegram told of the supergroup first: a younger row stands in the way.
    await db.chats.groupJoined({ telegramId: -1004711, kind: 'supergroup', title: '群' }, null, DUE);
    await settle({ kind: 'moved', toChatId: -1004711 });
    expect(await claim()).toMatchObject({ chatId: bound.chat.id, address: '-1004711' });
    expect(await db.chats.find(-1004711)).toMatchObject({ id: bound.chat.id, unitId: 'spring', kind: 'supergroup' });
    expect(await db.chats.find(-4711)).toBeNull();
  });

  it('leaves what a resident decided while the call was under way', async () => {
    await released([1001]);
    const claimed = await claim();
    await db.chats.setState(1001, 'left', 'unsubscribed', null, DUE);
    await db.ledger.settle(
      claimed,
      { kind: 'refused', reason: 'blocked', chatLost: true, stopNotice: false },
      null,
      DUE,
    );
    expect(await db.chats.find(1001)).toMatchObject({ state: 'left', stateReason: 'unsubscribed' });
  });

  it('loses a group whose supergroup was bound anew, and sends there only once', async () => {
    const bindTo = async (telegramId: number) => {
      const code = await db.chats.createBindCode('spring', 'office', DUE);
      const bound = await db.chats.bind({ telegramId, kind: 'group', title: '群' }, code, 'owner', DUE);
      if (bound.kind !== 'bound') throw new Error(bound.kind);
      return bound.chat;
    };
    const chats = [await bindTo(-5), await bindTo(-1005)];
    const noticeId = await db.notices.release(aNotice(DUE), chats, DUE);
    await settle({ kind: 'moved', toChatId: -1005 });
    expect(await db.chats.find(-5)).toMatchObject({ state: 'lost', stateReason: 'moved' });
    const row = await settle({ kind: 'sent', messageId: 1, pollId: null });
    expect(row.chatId).toBe(chats[1]?.id);
    await db.ledger.closeNotices(DUE);
    expect(await db.prisma.notice.findUnique({ where: { id: noticeId ?? 0 } })).toMatchObject({ state: 'done' });
    await db.prisma.bindCode.deleteMany();
  });

  it.each<[string, Outcome]>([
    ['429', { kind: 'wait', reason: 'rate-limit', seconds: 60 }],
    ['a move to a supergroup', { kind: 'moved', toChatId: -1009999 }],
    ['a refused token', { kind: 'halt', reason: 'token' }],
  ])('leaves no row open when %s comes after the notice was stopped', async (_name, outcome) => {
    const noticeId = await released([1001]);
    const claimed = await claim();
    await db.prisma.notice.update({ where: { id: noticeId }, data: { state: 'stopped' } });
    await db.ledger.settle(claimed, outcome, null, DUE);
    await db.ledger.closeNotices(DUE);
    const row = await db.prisma.delivery.findUniqueOrThrow({ where: { id: claimed.id } });
    expect(row).toMatchObject({ state: 'cancelled', reason: 'by-stop' });
  });

  it('marks what a dead process had claimed as unknown and never sends it by itself', async () => {
    await released([1001, 1002]);
    await claim();
    expect(await db.ledger.settleOrphans(DUE)).toBe(1);
    await settle({ kind: 'sent', messageId: 1, pollId: null });
    expect(await db.ledger.claimNext(DUE, 'test')).toBeNull();
    expect(await db.prisma.delivery.count({ where: { state: 'unknown', reason: 'process-ended' } })).toBe(1);
  });

  it('closes a notice when no row is open, and cancels what came too late', async () => {
    const noticeId = await released([1001, 1002]);
    await settle({ kind: 'sent', messageId: 1, pollId: null });
    await db.ledger.closeNotices(DUE);
    expect(await db.prisma.notice.findUnique({ where: { id: noticeId } })).toMatchObject({ state: 'sending' });
    await db.ledger.closeNotices(minutesLater(24 * 60 + 1));
    expect(await db.prisma.notice.findUnique({ where: { id: noticeId } })).toMatchObject({ state: 'done' });
    expect(await db.prisma.delivery.count({ where: { state: 'cancelled', reason: 'too-late' } })).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, aNotice } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';

const NOW = instantOf('2026-12-04T09:00');
const hours = (count: number) => new Date(NOW.getTime() + count * 60 * 60 * 1000);
const group = (telegramId: number) => ({ telegramId, kind: 'supergroup' as const, title: `群${telegramId}` });
const EVERYWHERE = { unitIds: ['spring'], homeless: true };

describe('the group book', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;
  let bound: number;

  beforeAll(async () => {
    db = await aDatabase();
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    const result = await db.chats.bind(group(-1001), code, 'owner', NOW);
    bound = result.kind === 'bound' ? result.chat.id : 0;
    await db.chats.groupJoined(group(-1002), 'adder', NOW);
  });
  afterAll(() => db.close());

  const listed = async (scope: { unitIds: string[]; homeless: boolean }) =>
    (await db.groups.list(scope, 0, 8)).groups.map(({ title }) => title);

  it('lists the groups of some units, and those of none only to whoever may see them', async () => {
    expect(await listed({ unitIds: ['spring'], homeless: false })).toEqual(['群-1001']);
    expect(await listed(EVERYWHERE)).toEqual(['群-1001', '群-1002']);
    expect(await listed({ unitIds: [], homeless: false })).toEqual([]);
  });

  it('counts a unit that was taken out of the pack as none', async () => {
    await db.prisma.unit.create({ data: { id: 'gone', kind: 'community', name: '撤了的社区' } });
    await db.chats.groupJoined(group(-1003), 'adder', NOW);
    await db.prisma.chat.updateMany({ where: { title: '群-1003' }, data: { unitId: 'gone', state: 'lost' } });
    expect(await listed(EVERYWHERE)).toEqual(['群-1001', '群-1002', '群-1003']);
    await db.prisma.chat.deleteMany({ where: { title: '群-1003' } });
  });

  it('shows the last message that was accepted', async () => {
    expect((await db.groups.find(bound))?.last).toBeNull();
    const chat = await db.chats.find(-1001);
    for (const [slot, title] of [
      ['a/2026/day', '较早的'],
      ['b/2026/day', '较晚的'],
    ] as const) {
      await db.notices.release(aNotice(NOW, { slot, title }), chat ? [chat] : [], NOW);
      const claimed = await db.ledger.claimNext(NOW, 'test');
      if (claimed)
        await db.ledger.settle(
          claimed,
          { kind: 'sent', messageId: 1, pollId: null },
          null,
          hours(title === '较早的' ? 1 : 2),
        );
    }
    expect((await db.groups.find(bound))?.last).toEqual({ title: '较晚的', at: hours(2) });
  });

  it('finds the groups a person added the bot to or bound', async () => {
    expect((await db.groups.touchedBy('owner')).map((row) => row.chatId)).toEqual([bound]);
    expect((await db.groups.touchedBy('adder')).map((row) => row.title)).toEqual(['群-1002']);
    expect(await db.groups.touchedBy('nobody')).toEqual([]);
  });

  it('cancels what is not out when a group is unbound, and leaves an audit row', async () => {
    const chat = await db.chats.find(-1001);
    await db.notices.release(aNotice(NOW, { slot: 'c/2026/day' }), chat ? [chat] : [], NOW);
    const both = await Promise.all([1, 2].map(() => db.groups.move(bound, 'unbind', 'by-office', 'office', hours(3))));
    expect(both.sort()).toEqual([false, true]);
    expect(await db.groups.find(bound)).toMatchObject({ state: 'pending', stateReason: 'by-office', unitId: null });
    expect(await db.prisma.delivery.groupBy({ by: ['state', 'reason'], _count: true })).toEqual(
      expect.arrayContaining([{ state: 'cancelled', reason: 'unbound', _count: 1 }]),
    );
    expect(await listed({ unitIds: ['spring'], homeless: false })).toEqual(['群-1001']);
    const rows = await db.prisma.auditEntry.findMany({ where: { action: 'chat.unbind' } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actorKey: 'office',
      reason: 'by-office',
      before: { state: 'active', unitId: 'spring' },
      after: { state: 'pending', unitId: null },
    });
  });

  it('binds an unbound group again with a new code', async () => {
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    expect(await db.chats.bind(group(-1001), code, 'owner', hours(4))).toMatchObject({ kind: 'bound' });
  });

  it('withdraws a code once; nobody binds with it then', async () => {
    const code = await db.chats.createBindCode('spring', 'office', NOW);
    const [open] = await db.groups.openCodes(EVERYWHERE, NOW);
    expect(await db.groups.openCodes({ unitIds: [], homeless: true }, NOW)).toEqual([]);
    expect(await db.groups.withdrawCode(open?.id ?? 0, 'office', NOW)).toBe(true);
    expect(await db.groups.withdrawCode(open?.id ?? 0, 'office', NOW)).toBe(false);
    expect(await db.chats.bind(group(-1002), code, 'owner', NOW)).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await db.groups.openCodes(EVERYWHERE, NOW)).toEqual([]);
  });

  it('keeps a state that changed while the office was told untold', async () => {
    await db.chats.setState(-1001, 'lost', 'kicked', null, hours(5));
    const seen = await db.groups.untold(hours(6));
    expect(seen.map((row) => row.chatId)).toEqual([bound]);
    await db.chats.groupJoined(group(-1001), 'owner', hours(7));
    await db.chats.setState(-1001, 'lost', 'kicked', null, hours(8));
    await db.groups.told(seen, hours(9));
    const again = await db.groups.untold(hours(9));
    expect(again.map((row) => row.chatId)).toEqual([bound]);
    await db.groups.told(again, hours(9));
    expect(await db.groups.untold(hours(9))).toEqual([]);
    expect((await db.groups.untold(hours(24))).map((row) => row.title)).toEqual(['群-1002']);
  });
});

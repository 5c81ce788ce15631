import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

const DAY = '今天是国家宪法日';

let house: TestHouse;
let telegram: Telegram;
let group: number;

beforeEach(async () => {
  house = await aHouse('2026-12-03T10:00');
  telegram = aTelegram(house);
  group = await aBoundGroup(house, telegram);
});
afterEach(() => house.close());

describe('a law day', () => {
  const received = (chat: number) => telegram.fromBot(chat).filter((message) => message.text?.includes(DAY)).length;
  const notice = () =>
    house.running.database.prisma.notice.findUnique({
      where: { slot: 'constitution-day/2026/day' },
      include: { deliveries: true },
    });

  it('reaches the bound group and the subscribers at its minute, once, also after a restart', async () => {
    await subscribe(house, telegram, '张大爷');
    await house.moveTo('2026-12-04T08:59');
    expect(received(group)).toBe(0);
    await house.moveTo('2026-12-04T09:00');
    expect(received(group)).toBe(1);
    expect(received(telegram.person('张大爷'))).toBe(1);
    await house.restart();
    await house.moveTo('2026-12-04T09:05');
    await house.moveTo('2026-12-03T12:00');
    await house.moveTo('2026-12-04T09:00');
    expect(received(group)).toBe(1);
    const row = await notice();
    expect(row).toMatchObject({ state: 'done', late: false, dueDay: '2026-12-04' });
    expect(row?.deliveries.map(({ state, day }) => [state, day])).toEqual([
      ['sent', '2026-12-04'],
      ['sent', '2026-12-04'],
    ]);
    expect(row?.deliveries.every(({ messageId }) => messageId !== null)).toBe(true);
  });

  it('that the machine slept over is sent late within its limit, and marked so', async () => {
    await house.moveTo('2026-12-04T15:01');
    expect(received(group)).toBe(1);
    expect(await notice()).toMatchObject({ state: 'done', late: true });
  });

  it('that is over is not sent, and recorded as skipped', async () => {
    await house.moveTo('2026-12-09T18:00');
    expect(received(group)).toBe(0);
    expect(await notice()).toMatchObject({ state: 'skipped', stateReason: 'too-late', deliveries: [] });
  });

  it('does not reach who has stopped, nor a group that is paused', async () => {
    await subscribe(house, telegram, '张大爷');
    await telegram.say('张大爷', '退订');
    await telegram.say('李姐', '/pause', { chat: group });
    await house.moveTo('2026-12-04T09:00');
    expect(received(group) + received(telegram.person('张大爷'))).toBe(0);
    expect(await notice()).toMatchObject({ state: 'done', deliveries: [] });
  });

  it('does not reach who has not chosen its topic', async () => {
    await subscribe(house, telegram, '张大爷');
    await telegram.say('张大爷', '主题');
    await telegram.press('张大爷', '宪法与法治');
    await house.moveTo('2026-12-04T09:00');
    expect(received(telegram.person('张大爷'))).toBe(0);
    expect(received(group)).toBe(1);
  });

  it('asks a quiz question a week later, and keeps which poll it was', async () => {
    await house.moveTo('2026-12-11T19:00');
    const poll = telegram.fromBot(group).at(-1)?.poll;
    expect(poll).toMatchObject({ type: 'quiz', is_anonymous: true });
    const row = await house.running.database.prisma.delivery.findFirst({ where: { pollId: poll?.id ?? '' } });
    expect(row).toMatchObject({ state: 'sent' });
  });
});

describe('a message that meets trouble', () => {
  const delivery = () =>
    house.running.database.prisma.delivery.findFirst({
      where: { notice: { slot: 'constitution-day/2026/day' } },
      include: { chat: true },
    });
  const delivered = () => house.sandbox.world.deliveries().filter(({ text }) => text.includes(DAY)).length;

  it('waits as long as Telegram says', async () => {
    house.sandbox.faults.add({
      method: 'sendMessage',
      chat: group,
      fault: {
        kind: 'answer',
        code: 429,
        description: 'Too Many Requests: retry after 120',
        parameters: { retry_after: 120 },
      },
    });
    await house.moveTo('2026-12-04T09:00');
    expect(await delivery()).toMatchObject({ state: 'waiting', reason: 'rate-limit' });
    await house.moveTo('2026-12-04T09:01');
    expect(delivered()).toBe(0);
    await house.moveTo('2026-12-04T09:03');
    expect(await delivery()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(delivered()).toBe(1);
  });

  it('is unknown when the answer is lost after it was delivered, and is never sent again by itself', async () => {
    house.sandbox.faults.add({ method: 'sendMessage', chat: group, fault: { kind: 'reset', delivered: true } });
    await house.moveTo('2026-12-04T09:00');
    expect(await delivery()).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    await house.moveTo('2026-12-04T10:00');
    await house.restart();
    await house.moveTo('2026-12-04T11:00');
    expect(await delivery()).toMatchObject({ state: 'unknown' });
    expect(delivered()).toBe(1);
  });

  it.each([
    ['a 500', { kind: 'answer', code: 500, description: 'Internal Server Error: restart' }],
    ['an HTML 502', { kind: 'html', status: 502 }],
  ] as const)('is unknown after %s', async (_name, fault) => {
    house.sandbox.faults.add({ method: 'sendMessage', chat: group, fault });
    await house.moveTo('2026-12-04T09:00');
    expect(await delivery()).toMatchObject({ state: 'unknown' });
  });

  it('loses a group that removed the bot while nobody looked', async () => {
    house.sandbox.faults.add({
      method: 'sendMessage',
      chat: group,
      fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was kicked from the group chat' },
    });
    await house.moveTo('2026-12-04T09:00');
    expect(await delivery()).toMatchObject({ state: 'refused', reason: 'kicked', chat: { state: 'lost' } });
  });

  it('follows a group that became a supergroup in the very moment, once', async () => {
    house.sandbox.faults.add({ method: 'getUpdates', times: 1_000_000, fault: { kind: 'delay', ms: 400 } });
    await telegram.settled();
    const upgraded = house.sandbox.world.upgradeToSupergroup(group, telegram.person('李姐'));
    if (!upgraded.ok) throw new Error(upgraded.message);
    await house.moveTo('2026-12-04T09:00');
    expect(delivered()).toBe(1);
    await telegram.settled();
    expect(await delivery()).toMatchObject({ state: 'sent', chat: { kind: 'supergroup', state: 'active' } });
    expect(await house.running.database.prisma.chat.count({ where: { kind: { not: 'private' } } })).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

/** Words that stand in messages, names and titles of this test, and must stand nowhere else. */
const MARK = '暗号七七四十九';

describe('what people say', () => {
  let house: TestHouse;
  let telegram: Telegram;

  beforeAll(async () => {
    house = await aHouse('2026-12-03T10:00', { LOG_LEVEL: 'trace' });
    telegram = aTelegram(house);
    const world = house.sandbox.world;
    const made = world.addPerson({ name: `${MARK}先生`, languageCode: 'zh-hans', part: '居民', note: '' });
    if (!made.ok) throw new Error(made.message);
    const group = await aBoundGroup(house, telegram);
    const resident = `${MARK}先生`;
    await telegram.act(world.joinGroup(made.person, group));
    await subscribe(house, telegram, resident);
    await telegram.say(resident, `${MARK}，手机13912345678，楼上扔东西`);
    await telegram.say(resident, `我叫${MARK}`);
    await telegram.say(resident, `${MARK}`, { chat: group, replyTo: telegram.fromBot(group).at(-1)?.message_id ?? 0 });
    const titled = world.createSupergroup(`${MARK}群`, made.person);
    if (!titled.ok) throw new Error(titled.message);
    await telegram.act(world.addBot(titled.chat, made.person));
    // Trouble is what usually talks: an update that fails, a delivery that is refused, a call that breaks off.
    house.sandbox.faults.add({
      method: 'sendMessage',
      times: 2,
      fault: { kind: 'answer', code: 400, description: 'Bad Request: nope' },
    });
    await telegram.say(resident, `${MARK}还有一问`);
    house.sandbox.faults.add({ method: 'sendMessage', times: 1, fault: { kind: 'reset', delivered: false } });
    await telegram.say(resident, `${MARK}再问一次`);
    await house.moveTo('2026-12-04T09:00');
    await telegram.say(resident, '退订');
    await house.restart();
  });
  afterAll(() => house.close());

  const log = () => house.logLines.join('');

  it('is in no log line, nor are names, titles, ids or the token', () => {
    expect(house.logLines.length).toBeGreaterThan(10);
    expect(log()).toContain('update.failed');
    expect(log()).not.toContain(MARK);
    expect(log()).not.toContain('13912345678');
    expect(log()).not.toContain('春风社区居民群');
    expect(log()).not.toContain(house.sandbox.token);
    expect(log()).not.toContain(String(telegram.person(`${MARK}先生`)));
    expect(log()).not.toContain(String(telegram.group('春风社区居民群')));
  });

  it('is in the database only masked: no name, no number, no raw id of a person', async () => {
    const prisma = house.running.database.prisma;
    const people = JSON.stringify([
      await prisma.chat.findMany({ where: { kind: 'private' } }),
      await prisma.question.findMany(),
      await prisma.auditEntry.findMany(),
      await prisma.delivery.findMany(),
      await prisma.bindCode.findMany(),
    ]);
    expect(people).not.toContain('13912345678');
    expect(people).not.toContain(`我叫${MARK}`);
    expect(people).not.toContain(String(telegram.person(`${MARK}先生`)));
    expect(people).not.toContain(String(telegram.person('王主任')));
  });
});

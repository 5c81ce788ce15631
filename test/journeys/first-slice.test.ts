import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, OFFICE, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

/** The first slice from end to end: real grammY over HTTP, a real database, the clock moved. */
describe('from a fresh start to a law-day message and an answer', () => {
  let house: TestHouse;
  let telegram: Telegram;

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    telegram = aTelegram(house);
  });
  afterAll(() => house.close());

  it('gives the office a one-time code for a community', async () => {
    await telegram.say(OFFICE, OFFICE, '绑定码');
    await telegram.press(OFFICE, OFFICE, '春风社区');
    expect(await telegram.last(OFFICE)).toContain('的绑定码');
  });

  it('stays silent in a group until an administrator binds it, then greets', async () => {
    const group = telegram.groupOf('李姐');
    await telegram.addBot('李姐', group);
    await telegram.quiet();
    expect(telegram.botMessages(group)).toEqual([]);
    await telegram.say('张大爷', group, `/bind ${await telegram.bindCode()}`);
    expect(await telegram.last(group)).toContain('群主或管理员');
    await telegram.say('李姐', group, `/bind ${await telegram.bindCode()}`);
    expect(await telegram.last(group)).toContain('春风社区');
  });
});

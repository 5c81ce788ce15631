import { Bot } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSandbox, done, refusal, type TestSandbox, WANG } from '../../../test/support/a-sandbox.js';

describe('long polling', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await aSandbox();
    done(sandbox.world.startBot(WANG));
  });
  afterEach(() => sandbox.close());

  const say = (...texts: string[]) => {
    for (const text of texts) done(sandbox.world.send(WANG, WANG, { text }));
  };
  const texts = async (parameters: object = {}) =>
    (await sandbox.api.getUpdates(parameters)).map(({ message }) => message?.text);

  it('repeats what is not confirmed and forgets what is', async () => {
    say('一', '二');
    const [first] = await sandbox.api.getUpdates();
    const id = first?.update_id ?? 0;
    expect(await texts()).toEqual(['/start', '一', '二']);
    expect(await texts({ offset: id + 1 })).toEqual(['一', '二']);
    expect(await texts({ offset: id + 1, limit: 1 })).toEqual(['一']);
    expect(await texts({ offset: -1 })).toEqual(['二']);
    expect(await texts()).toEqual(['二']);
  });

  it('waits for the next update', async () => {
    await sandbox.drain();
    const waiting = sandbox.api.getUpdates({ timeout: 30 });
    say('来了');
    expect((await waiting)[0]?.message?.text).toBe('来了');
  });

  it('ends an older waiting poll when a second one comes', async () => {
    await sandbox.drain();
    const older = refusal(sandbox.api.getUpdates({ timeout: 30 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const newer = sandbox.api.getUpdates({ timeout: 30 });
    expect(await older).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    say('一');
    expect((await newer).length).toBe(1);
  });

  it('is refused while a webhook is set, and ended by setting one', async () => {
    await sandbox.drain();
    const waiting = refusal(sandbox.api.getUpdates({ timeout: 30 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.api.setWebhook('http://127.0.0.1:9/hook');
    expect(await waiting).toBe('409 Conflict: terminated by setWebhook request');
    expect(await refusal(sandbox.api.getUpdates())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  });

  it.each([
    ['an empty list means the default set', '[]', ['message', 'my_chat_member']],
    ['a list of one', '["my_chat_member"]', ['my_chat_member']],
    ['names in any case', '["MESSAGE"]', ['message']],
    ['unknown names only mean the default set', '["pigeon"]', ['message', 'my_chat_member']],
    ['what does not parse changes nothing', 'message', ['message', 'my_chat_member']],
  ])('allowed_updates: %s', async (_name, allowed, expected) => {
    await sandbox.drain();
    await fetch(`${sandbox.url}/bot${sandbox.token}/getUpdates?allowed_updates=${encodeURIComponent(allowed)}`);
    say('一');
    done(sandbox.world.blockBot(WANG));
    const kinds = (await sandbox.drain()).map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(expected);
  });

  it('allowed_updates holds until it is given again, and a filtered update takes no id', async () => {
    await sandbox.api.getUpdates({ allowed_updates: ['my_chat_member'] });
    say('没有');
    done(sandbox.world.blockBot(WANG));
    const [start, blocked] = await sandbox.api.getUpdates();
    expect(blocked?.update_id).toBe((start?.update_id ?? 0) + 1);
  });

  it('keeps messages for 24 hours and button presses for 150 seconds', async () => {
    const { message_id } = await sandbox.api.sendMessage(WANG, 'x', {
      reply_markup: { inline_keyboard: [[{ text: '按', callback_data: 'a' }]] },
    });
    done(sandbox.world.pressButton(WANG, WANG, message_id, { row: 0, col: 0 }));
    const later = (ms: number) => sandbox.moveClock(new Date(sandbox.clock.now().getTime() + ms));
    expect((await sandbox.api.getUpdates()).length).toBe(2);
    await later(151_000);
    expect((await sandbox.api.getUpdates()).length).toBe(1);
    await later(24 * 3_600_000);
    expect(await sandbox.api.getUpdates()).toEqual([]);
  });

  it('draws ids anew after a week of silence, and an offset from before loses nothing', async () => {
    const [start] = await sandbox.drain();
    await sandbox.moveClock(new Date(sandbox.clock.now().getTime() + 8 * 24 * 3_600_000));
    say('一周后');
    const updates = await sandbox.api.getUpdates({ offset: (start?.update_id ?? 0) + 1 });
    expect(updates.map(({ message }) => message?.text)).toEqual(['一周后']);
  });

  it('serves a grammY bot from start to stop', async () => {
    const bot = new Bot(sandbox.token, { client: { apiRoot: sandbox.apiRoot } });
    bot.command('start', (ctx) => ctx.reply('您好'));
    const running = bot.start();
    await sandbox.calls.waitFor(({ method }) => method === 'sendMessage');
    await bot.stop();
    await running;
    expect(sandbox.world.messages(WANG).map(({ text }) => text)).toEqual(['/start', '您好']);
    expect(await sandbox.api.getUpdates()).toEqual([]);
  });
});

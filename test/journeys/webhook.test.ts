import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { webhookSecret } from '../../src/bot/receiving/webhook-secret.js';
import { aFreePort } from '../support/a-free-port.js';
import { aRealBot, type RealBot } from '../support/a-real-bot.js';
import { confirmed } from '../support/a-telegram.js';

const IDENTITY_KEY = 'a secret for this test only';
const ZHANG = 700_000_003;
const CHEN = 700_000_004;

describe('the real bot by webhook', { timeout: 90_000 }, () => {
  let bot: RealBot;
  let url: string;
  let secret: string;

  beforeAll(async () => {
    const port = String(await aFreePort());
    const address = `http://127.0.0.1:${port}`;
    url = `${address}/telegram/webhook`;
    bot = await aRealBot({ WEBHOOK: 'true', PUBLIC_URL: address, PORT: port, IDENTITY_KEY });
    secret = webhookSecret(IDENTITY_KEY, bot.sandbox.token);
    for (const person of [ZHANG, CHEN]) bot.sandbox.world.startBot(person);
    await confirmed(bot.sandbox);
  });
  afterAll(() => bot.close());
  afterEach(() => bot.sandbox.faults.clear());

  let nextId = 900_000_001;
  const anUpdate = (text: string, update_id = nextId++) => ({
    update_id,
    message: {
      message_id: update_id,
      date: 1_796_000_000,
      text,
      chat: { id: CHEN, type: 'private', first_name: '小陈' },
      from: { id: CHEN, is_bot: false, first_name: '小陈', language_code: 'zh-hans' },
    },
  });
  const post = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    fetch(url, {
      method,
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret, ...headers },
      ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const sentTo = (chat: number) => bot.sandbox.world.deliveries().filter((delivery) => delivery.chatId === chat).length;

  it('answers a question', async () => {
    bot.sandbox.world.send(ZHANG, ZHANG, { text: '楼上扔东西' });
    await confirmed(bot.sandbox);
    expect(bot.last(ZHANG)).toContain('第1254条');
  });

  it('tells Telegram its address, its secret and what it wants to hear, and never polls', () => {
    const calls = bot.sandbox.calls.list();
    expect(calls.findLast(({ method }) => method === 'setWebhook')?.params).toMatchObject({
      url,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
    expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(calls.filter(({ method }) => method === 'getUpdates')).toEqual([]);
  });

  it('answers an update once that comes twice, one after the other', async () => {
    const before = sentTo(CHEN);
    const update = anUpdate('老板不发工资');
    expect((await post(update)).status).toBe(200);
    expect((await post(update)).status).toBe(200);
    expect(sentTo(CHEN) - before).toBe(1);
  });

  it('answers an update once that comes again while it is being handled, and says so to both', async () => {
    bot.sandbox.faults.add({ method: 'sendMessage', chat: CHEN, fault: { kind: 'delay', ms: 400 } });
    const before = sentTo(CHEN);
    const update = anUpdate('老板不发工资');
    const answers = await Promise.all([post(update), post(update), post(update)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(sentTo(CHEN) - before).toBe(1);
  });

  it('does not take a lower id for an old one', async () => {
    const before = sentTo(CHEN);
    expect((await post(anUpdate('老板不发工资', 7))).status).toBe(200);
    expect(sentTo(CHEN) - before).toBe(1);
  });

  it('tells the person when a handler fails, and takes the update off the list', async () => {
    bot.sandbox.faults.add({
      method: 'sendMessage',
      chat: CHEN,
      fault: { kind: 'answer', code: 400, description: 'Bad Request: nope' },
    });
    const update = anUpdate('老板不发工资');
    expect((await post(update)).status).toBe(200);
    expect(bot.last(CHEN)).toContain('没有办成');
    const before = sentTo(CHEN);
    expect((await post(update)).status).toBe(200);
    expect(sentTo(CHEN)).toBe(before);
    expect(bot.logLines.join('')).toContain('update.failed');
  });

  it.each<[string, number, () => Promise<Response>]>([
    ['no secret', 401, () => post(anUpdate('老板不发工资'), { 'x-telegram-bot-api-secret-token': '' })],
    ['a wrong secret', 401, () => post(anUpdate('老板不发工资'), { 'x-telegram-bot-api-secret-token': `${secret}x` })],
    ['another content type', 415, () => post(anUpdate('老板不发工资'), { 'content-type': 'text/plain' })],
    ['GET', 405, () => post('', {}, 'GET')],
    ['DELETE', 405, () => post('', {}, 'DELETE')],
    ['no body', 400, () => post('')],
    ['half of JSON', 400, () => post('{"update_id": 12')],
    ['a list', 400, () => post('[1,2]')],
    ['null', 400, () => post('null')],
    ['an update without an id', 400, () => post({ message: {} })],
    ['an id that is none', 400, () => post({ update_id: 'x' })],
    ['more than a megabyte', 413, () => post(JSON.stringify({ update_id: 1, x: 'a'.repeat(1_100_000) }))],
  ])('refuses %s with %i, does nothing, and notes it without its content', async (_name, status, request) => {
    const before = bot.sandbox.world.deliveries().length;
    const lines = bot.logLines.length;
    expect((await request()).status).toBe(status);
    expect(bot.sandbox.world.deliveries().length).toBe(before);
    const noted = bot.logLines.slice(lines);
    expect(noted).toHaveLength(1);
    expect(noted[0]).toContain('webhook.refused');
    expect(noted[0]).not.toMatch(/工资|aaa/);
  });

  it('takes an update of a kind it does not know, and one that is nearly empty', async () => {
    for (const update of [{ message_reaction: { chat: 1 } }, {}, { message: {} }, { callback_query: {} }]) {
      expect((await post({ update_id: nextId++, ...update })).status).toBe(200);
    }
  });

  it('is ready while it runs; afterwards nobody answers', async () => {
    const ready = await fetch(`${bot.running.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    const health = await fetch(`${bot.running.url}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', program: 'pufa' }]);
  });

  it('finishes what it is at when it stops, and asks for the rest again', async () => {
    bot.sandbox.faults.add({ method: 'sendMessage', chat: CHEN, fault: { kind: 'delay', ms: 700 } });
    const before = sentTo(CHEN);
    const inHand = post(anUpdate('老板不发工资'));
    await vi.waitFor(() => expect(bot.sandbox.faults.list()).toEqual([]));
    const stopping = bot.running.stop();
    const late = anUpdate('楼上扔东西');
    const refused = await post(late);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await fetch(`${bot.running.url}/readyz`)).status).toBe(503);
    expect((await inHand).status).toBe(200);
    await stopping;
    expect(sentTo(CHEN) - before).toBe(1);
    await bot.start();
    expect((await post(late)).status).toBe(200);
    expect(sentTo(CHEN) - before).toBe(2);
  });

  it('loses nothing and repeats nothing over a restart', async () => {
    const known = anUpdate('老板不发工资');
    await post(known);
    const before = sentTo(CHEN);
    await bot.running.stop();
    bot.sandbox.world.send(ZHANG, ZHANG, { text: '老板不发工资' });
    await bot.start();
    // While nobody answered, Telegram's pauses have grown.
    const taken = () => expect(bot.sandbox.world.pendingUpdates()).toBe(0);
    await vi.waitFor(taken, { timeout: 60_000, interval: 20 });
    expect(bot.last(ZHANG)).toContain('劳动');
    expect((await post(known)).status).toBe(200);
    expect(sentTo(CHEN)).toBe(before);
  });

  it('handles an update again that a process took up and died over', async () => {
    const update = anUpdate('老板不发工资');
    await bot.running.database.prisma.seenUpdate.create({
      data: { updateId: update.update_id, claimedBy: 'a process that died', at: new Date() },
    });
    const before = sentTo(CHEN);
    expect((await post(update)).status).toBe(200);
    expect(sentTo(CHEN) - before).toBe(1);
    const row = await bot.running.database.prisma.seenUpdate.findUnique({ where: { updateId: update.update_id } });
    expect(row?.doneAt).not.toBeNull();
  });
});

describe('a webhook that Telegram will not take', () => {
  it('ends the start with one sentence, and polling takes over from a webhook that was set', async () => {
    const bot = await aRealBot();
    await bot.running.stop();
    bot.sandbox.faults.add({
      method: 'setWebhook',
      fault: { kind: 'answer', code: 400, description: 'Bad Request: bad webhook: failed to resolve host' },
    });
    Object.assign(bot.env, { WEBHOOK: 'true', PUBLIC_URL: 'http://127.0.0.1:9' });
    await expect(bot.start()).rejects.toThrow('failed to resolve host');
    // Once more without the fault: nothing of the first attempt is left to be in the way.
    await bot.start();
    Object.assign(bot.env, { WEBHOOK: 'false' });
    await bot.running.stop();
    await bot.start();
    bot.sandbox.world.startBot(CHEN);
    await confirmed(bot.sandbox);
    expect(bot.last(CHEN)).not.toBe('');
    await bot.close();
  }, 90_000);
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aSandbox, CHEN, done, refusal, type TestSandbox, WANG } from '../../../test/support/a-sandbox.js';

let sandbox: TestSandbox;
let server: Server;
let url: string;
let received: { text: string; secret: unknown }[];
let answer: (text: string) => number;

beforeEach(async () => {
  sandbox = await aSandbox();
  received = [];
  answer = () => 200;
  server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const update = JSON.parse(Buffer.concat(chunks).toString()) as Update;
    const text = update.message?.text ?? Object.keys(update)[1] ?? '';
    received.push({ text, secret: request.headers['x-telegram-bot-api-secret-token'] });
    response.writeHead(answer(text)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(async () => {
  await sandbox.close();
  server.closeAllConnections();
  server.close();
});

const texts = () => received.map(({ text }) => text);

describe('a webhook', () => {
  it('gets updates with the secret header, and what was waiting', async () => {
    done(sandbox.world.startBot(WANG));
    await sandbox.api.setWebhook(url, { secret_token: 'geheim_1' });
    done(sandbox.world.send(WANG, WANG, { text: '一' }));
    await vi.waitFor(() => expect(texts()).toEqual(['/start', '一']));
    expect(received[0]?.secret).toBe('geheim_1');
    await vi.waitFor(async () => expect((await sandbox.api.getWebhookInfo()).pending_update_count).toBe(0));
  });

  it('gets a refused update again, which holds up only its own queue', async () => {
    done(sandbox.world.startBot(WANG));
    done(sandbox.world.startBot(CHEN));
    await sandbox.drain();
    let failures = 1;
    answer = (text) => (text === '一' && failures-- > 0 ? 500 : 200);
    await sandbox.api.setWebhook(url);
    done(sandbox.world.send(WANG, WANG, { text: '一' }));
    done(sandbox.world.send(WANG, WANG, { text: '二' }));
    done(sandbox.world.send(CHEN, CHEN, { text: '三' }));
    await vi.waitFor(() => expect(texts().length).toBe(4));
    const ofWang = texts().filter((text) => text !== '三');
    expect(ofWang).toEqual(['一', '一', '二']);
    expect(await sandbox.api.getWebhookInfo()).toMatchObject({ last_error_message: expect.stringContaining('500') });
  });

  it.each([
    ['a secret with a space', { secret_token: 'a b' }, 'secret token contains unallowed characters'],
    ['a secret of 257', { secret_token: 'a'.repeat(257) }, 'secret token is too long'],
  ])('%s is refused', async (_name, other, expected) => {
    expect(await refusal(sandbox.api.setWebhook(url, other))).toBe(`400 Bad Request: ${expected}`);
  });

  it('can drop what was waiting', async () => {
    done(sandbox.world.startBot(WANG));
    await sandbox.api.deleteWebhook({ drop_pending_updates: true });
    expect(await sandbox.api.getUpdates()).toEqual([]);
  });
});

import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSandbox, done, LIJIE, STRANGER, type TestSandbox, WANG, ZHANG } from '../../../test/support/a-sandbox.js';

let sandbox: TestSandbox;
let group: number;
beforeEach(async () => {
  sandbox = await aSandbox();
  group = sandbox.world.chat('春风社区居民群').id;
});
afterEach(() => sandbox.close());

async function get(path: string) {
  const response = await fetch(`${sandbox.url}/sandbox/${path}`);
  return (await response.json()) as Record<string, unknown>;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

describe('the control API', () => {
  it('shows people, chats, clock and switches', async () => {
    done(sandbox.world.addBot(group, LIJIE));
    const state = await get('state');
    expect(state).toMatchObject({
      ok: true,
      zone: 'Asia/Shanghai',
      bot: { username: 'pufa_sandbox_bot', name: '普法小助手' },
      limits: false,
      privacyMode: true,
      faults: [],
    });
    const groups = (state as unknown as { chats: { type: string }[] }).chats.filter(({ type }) => type !== 'private');
    expect(groups).toMatchObject([
      {
        id: group,
        title: '春风社区居民群',
        botStatus: 'member',
        memberCount: 4,
        lastMessage: { text: '李姐 把 普法小助手 拉进了群' },
      },
    ]);
  });

  it('acts as a person and shows what came of it', async () => {
    expect(await post('act', { as: WANG, do: 'start' })).toMatchObject({ status: 200, ok: true, chat: WANG });
    await sandbox.api.sendMessage(WANG, '<b>您好</b> 1 &lt; 2', {
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [
          [
            { text: '按', callback_data: 'a', style: 'primary' },
            { text: '抄', copy_text: { text: '12348' } },
          ],
        ],
      },
    });
    const { messages } = await get(`chats/${WANG}/messages`);
    expect((messages as unknown[]).at(-1)).toMatchObject({
      from: { isBot: true },
      text: '您好 1 < 2',
      html: '<b>您好</b> 1 &lt; 2',
      buttons: [
        [
          { text: '按', kind: 'callback', style: 'primary' },
          { text: '抄', kind: 'copy', copyText: '12348' },
        ],
      ],
      edited: false,
    });
    expect(await post('act', { as: WANG, do: 'press', message: 2, row: 0, col: 0 })).toMatchObject({ ok: true });
  });

  it('takes a file and serves it to the page only as what cannot run', async () => {
    await post('act', { as: WANG, do: 'start' });
    const media = { kind: 'document', fileName: 'a.html', base64: Buffer.from('<script>').toString('base64') };
    await post('act', { as: WANG, do: 'send', text: '看看', media });
    const { messages } = await get(`chats/${WANG}/messages`);
    const shown = (messages as { text: string; media: { url: string } }[]).at(-1);
    expect(shown).toMatchObject({ text: '看看', media: { kind: 'document', fileName: 'a.html' } });
    const file = await fetch(`${sandbox.url}${shown?.media.url}`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  it.each([
    ['an act that is refused', 'act', { as: STRANGER, do: 'send', text: 'x' }, /请先按“开始”/],
    ['an unknown act', 'act', { as: WANG, do: 'fly' }, /没有“fly”这个操作/],
    ['an act without a person', 'act', { do: 'send' }, /请检查 as/],
    ['a name of the language itself', 'act', { as: WANG, do: 'constructor' }, /没有“constructor”这个操作/],
    ['a time that is none', 'clock', { to: '明天' }, /时间写得不对/],
    ['a fault that is none', 'faults', { method: 'sendMessage', fault: { kind: 'rain' } }, /故障写得不对/],
    ['a switch without a position', 'limits', {}, /on/],
    ['an unknown address', 'nothing', {}, /没有这个地址/],
  ])('%s gets a sentence', async (_name, path, body, message) => {
    const answer = await post(path, body);
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    [{ to: '2026-12-04T09:00' }, '2026-12-04T01:00:00'],
    [{ to: '2026-12-04T09:00:00Z' }, '2026-12-04T09:00:00'],
    [{ addMinutes: 60 }, '2026-11-30T03:00:00'],
  ])('moves the clock by %j and waits for who follows it', async (move, expected) => {
    let followed = '';
    sandbox.onClockMoved(async (now) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      followed = now.toISOString();
    });
    const answer = await post('clock', move);
    expect(answer).toMatchObject({ ok: true, now: expect.stringContaining(expected.slice(0, 16)) });
    expect(followed).toContain(expected.slice(0, 16));
  });

  it('switches faults, limits and privacy mode', async () => {
    const fault = { method: 'sendMessage', fault: { kind: 'reset', delivered: true } };
    expect(await post('faults', fault)).toMatchObject({ ok: true, faults: [{ times: 1 }] });
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
    await post('limits', { on: true });
    await post('privacy', { on: false });
    expect(await get('state')).toMatchObject({ faults: [], limits: true, privacyMode: false });
  });

  it('tells open pages what changed and what a button was answered with', async () => {
    done(sandbox.world.startBot(WANG));
    const { message_id } = await sandbox.api.sendMessage(WANG, 'x', {
      reply_markup: { inline_keyboard: [[{ text: '按', callback_data: 'a' }]] },
    });
    const stream = await fetch(`${sandbox.url}/sandbox/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    done(sandbox.world.pressButton(WANG, WANG, message_id, { row: 0, col: 0 }));
    const id = (await sandbox.drain()).at(-1)?.callback_query?.id ?? '';
    await sandbox.api.answerCallbackQuery(id, { text: '办好了', show_alert: true });
    let heard = '';
    while (!heard.includes('toast')) heard += (await reader?.read())?.value ?? '';
    expect(heard).toContain('event: change');
    expect(heard).toContain(`{"person":${WANG},"text":"办好了","alert":true}`);
    await reader?.cancel();
  });

  it('lists calls after a number', async () => {
    await sandbox.api.getMe();
    await sandbox.api.getMe();
    const { calls } = await get('calls?after=1');
    expect(calls).toMatchObject([{ n: 2, method: 'getMe', status: 200 }]);
  });
});

describe('the door', () => {
  const statusFor = (headers: Record<string, string>, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.url);
      const call = request({ hostname, port, path: '/sandbox/state', method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject).end();
    });

  it.each([
    ['its own name', () => ({ host: new URL(sandbox.url).host }), 'GET', 200],
    ['localhost', () => ({ host: 'localhost:8080' }), 'GET', 200],
    ['a foreign name that resolves here', () => ({ host: 'evil.example:8080' }), 'GET', 403],
    ['another site’s page', () => ({ host: new URL(sandbox.url).host, origin: 'https://evil.example' }), 'POST', 403],
    ['a page of unknown origin', () => ({ host: new URL(sandbox.url).host, origin: 'null' }), 'POST', 403],
    ['its own page', () => ({ host: new URL(sandbox.url).host, origin: sandbox.url }), 'POST', 404],
  ])('%s', async (_name, headers, method, status) => {
    expect(await statusFor(headers(), method)).toBe(status);
  });

  it('serves the page, its library and strict headers', async () => {
    const page = await fetch(sandbox.url);
    expect(await page.text()).toContain('普法沙盒');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of ['/page/main.js', '/vendor/htm-preact.js']) {
      const script = await fetch(`${sandbox.url}${path}`);
      expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    }
    for (const path of ['/page/types.d.ts', '/page/%2e%2e/start-sandbox.ts', '/nothing']) {
      expect((await fetch(`${sandbox.url}${path}`)).status).toBe(404);
    }
  });

  it('shows what a resident typed as text, whatever it looks like', async () => {
    done(sandbox.world.send(ZHANG, group, { text: '<img src=x onerror=alert(1)>' }));
    const { messages } = await get(`chats/${group}/messages`);
    expect((messages as { html: string }[]).at(-1)?.html).toBe('&lt;img src=x onerror=alert(1)&gt;');
  });
});

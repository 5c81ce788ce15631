import { Api, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSandbox, done, LIJIE, refusal, type TestSandbox, WANG } from '../../../test/support/a-sandbox.js';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await aSandbox();
  done(sandbox.world.startBot(WANG));
});
afterEach(() => sandbox.close());

const send = (text = 'x') => sandbox.api.sendMessage(WANG, text);
const delivered = () => sandbox.world.deliveries().map(({ text }) => text);

describe('ordered faults', () => {
  it('answer with what was ordered, as often as ordered, and the call has no effect', async () => {
    const parameters = { retry_after: 5 };
    const description = 'Too Many Requests: retry after 5';
    sandbox.faults.add({
      method: 'sendMessage',
      times: 2,
      fault: { kind: 'answer', code: 429, description, parameters },
    });
    await expect(send()).rejects.toMatchObject({ error_code: 429, parameters });
    const raw = await fetch(`${sandbox.url}/bot${sandbox.token}/sendMessage?chat_id=${WANG}&text=x`);
    expect([raw.status, raw.headers.get('retry-after')]).toEqual([429, '5']);
    await send('好');
    expect(delivered()).toEqual(['好']);
    expect(sandbox.faults.list()).toEqual([]);
  });

  it('wait for their turn and for their chat', async () => {
    const fault = { kind: 'answer', code: 403, description: 'Forbidden: user is deactivated' } as const;
    sandbox.faults.add({ method: '*', chat: WANG, after: 1, fault });
    await sandbox.api.getMe();
    await send('一');
    expect(await refusal(send('二'))).toBe('403 Forbidden: user is deactivated');
  });

  it.each([
    ['cut before', { kind: 'reset', delivered: false } as const, []],
    ['cut after', { kind: 'reset', delivered: true } as const, ['x']],
    ['hanging, then cut', { kind: 'hang', delivered: true, ms: 30 } as const, ['x']],
    ['an HTML page', { kind: 'html', status: 502 } as const, []],
  ])('the caller sees the same, the ledger knows better: %s', async (_name, fault, expected) => {
    sandbox.faults.add({ method: 'sendMessage', fault });
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    expect(delivered()).toEqual(expected);
    const logged = sandbox.calls.list().at(-1);
    expect(logged?.status).toBe(fault.kind === 'html' ? 502 : 0);
  });

  it('can outlast the client', async () => {
    sandbox.faults.add({ method: 'sendMessage', fault: { kind: 'hang', delivered: false, ms: 60_000 } });
    const impatient = new Api(sandbox.token, { apiRoot: sandbox.apiRoot, timeoutSeconds: 0.2 });
    await expect(impatient.sendMessage(WANG, 'x')).rejects.toThrow();
    await sandbox.calls.waitFor(({ status }) => status === 0);
  });

  it('can merely be slow', async () => {
    sandbox.faults.add({ method: 'sendMessage', fault: { kind: 'delay', ms: 60 } });
    const startedMs = performance.now();
    await send();
    expect(performance.now() - startedMs).toBeGreaterThan(50);
  });
});

describe('the sending limits', () => {
  it('are off until they are switched on', async () => {
    for (let index = 0; index < 40; index += 1) await send();
  });

  it('let one message a second into a chat', async () => {
    sandbox.limits.set(true);
    await send();
    expect(await refusal(send())).toBe('429 Too Many Requests: retry after 1');
    await sandbox.moveClock(new Date(sandbox.clock.now().getTime() + 1000));
    await send();
  });

  it('let twenty a minute into a group', async () => {
    const group = done(sandbox.world.createGroup('新群', LIJIE)).chat;
    done(sandbox.world.addBot(group, LIJIE));
    sandbox.limits.set(true);
    for (let index = 0; index < 20; index += 1) {
      await sandbox.api.sendMessage(group, 'x');
      await sandbox.moveClock(new Date(sandbox.clock.now().getTime() + 1000));
    }
    expect(await refusal(sandbox.api.sendMessage(group, 'x'))).toMatch(/^429 Too Many Requests: retry after (39|40)$/);
  });

  it('let thirty a second out of the bot', async () => {
    const people = Array.from({ length: 31 }, (_, index) => {
      const person = done(sandbox.world.addPerson({ name: `居民${index}` })).person;
      done(sandbox.world.startBot(person));
      return person;
    });
    sandbox.limits.set(true);
    const results = await Promise.allSettled(people.map((person) => sandbox.api.sendMessage(person, 'x')));
    expect(results.filter(({ status }) => status === 'rejected').length).toBe(1);
  });
});

describe('the call log', () => {
  it('has every call with what was sent and how it was answered', async () => {
    sandbox.calls.clear();
    await send('看');
    await refusal(sandbox.api.sendMessage(42, 'x'));
    expect(sandbox.calls.list()).toMatchObject([
      { method: 'sendMessage', chat: WANG, params: { text: '看' }, status: 200 },
      { method: 'sendMessage', chat: 42, status: 400, description: 'Bad Request: chat not found' },
    ]);
  });

  it('keeps the last 500', async () => {
    for (let index = 0; index < 510; index += 1) await sandbox.api.getMe();
    expect(sandbox.calls.list().length).toBe(500);
  });

  it('says when the call one waits for does not come', async () => {
    await expect(sandbox.calls.waitFor(() => false, 20)).rejects.toThrow('within 20 ms');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSandbox, done, type TestSandbox, WANG } from '../../../test/support/a-sandbox.js';

describe('reading a request', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await aSandbox();
    done(sandbox.world.startBot(WANG));
  });
  afterAll(() => sandbox.close());

  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${sandbox.url}/bot${sandbox.token}/${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it.each([
    ['the query string', `sendMessage?chat_id=${WANG}&text=hi`, {}],
    ['any case of the method', `SENDMESSAGE?chat_id=${WANG}&text=hi`, {}],
    ['the test path', `test/sendMessage?chat_id=${WANG}&text=hi`, {}],
    [
      'a urlencoded body',
      'sendMessage',
      { method: 'POST', body: new URLSearchParams({ chat_id: `${WANG}`, text: 'hi' }) },
    ],
    ['a multipart body', 'sendMessage', { method: 'POST', body: form({ chat_id: `${WANG}`, text: 'hi' }) }],
    [
      'a JSON body with numbers',
      'sendMessage',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: WANG, text: 'hi', unknown: { a: 1 }, parse_mode: '' }),
      },
    ],
    [
      'nested JSON sent as text',
      `sendMessage?chat_id=${WANG}&text=hi&reply_markup=${encodeURIComponent('{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}')}`,
      {},
    ],
  ])('parameters come from %s', async (_name, path, init) => {
    const { status, body } = await call(path, init as RequestInit);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, result: { text: 'hi' } });
  });

  it.each([
    [
      'a JSON body that does not parse counts as none',
      'sendMessage',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' },
      400,
      'Bad Request: message text is empty',
    ],
    ['an unknown method', 'sendPigeon', {}, 404, 'Not Found: method not found'],
    [
      'a reply markup that does not parse',
      `sendMessage?chat_id=${WANG}&text=x&reply_markup=%7B`,
      {},
      400,
      "Bad Request: can't parse reply keyboard markup JSON object",
    ],
    [
      'a reply markup that is no object',
      `sendMessage?chat_id=${WANG}&text=x&reply_markup=1`,
      {},
      400,
      'Bad Request: object expected as reply markup',
    ],
  ])('%s', async (_name, path, init, code, description) => {
    const { status, body } = await call(path, init as RequestInit);
    expect(status).toBe(code);
    expect(body).toEqual({ ok: false, error_code: code, description });
  });

  it.each([
    ['a wrong one', 'bot1:AAAA', 'Unauthorized'],
    ['a malformed one', 'botnonsense', 'Unauthorized: invalid token specified'],
  ])('the token must be right: %s is 401', async (_name, bot, description) => {
    const response = await fetch(`${sandbox.url}/${bot}/getMe`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ ok: false, error_code: 401, description });
  });
});

describe('the bot’s profile', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await aSandbox();
  });
  afterAll(() => sandbox.close());

  it('says who it is', async () => {
    expect(await sandbox.api.getMe()).toMatchObject({
      is_bot: true,
      first_name: '普法小助手',
      username: 'pufa_sandbox_bot',
      can_read_all_group_messages: false,
    });
  });

  it('keeps a list of commands per scope and language', async () => {
    const commands = [{ command: 'ask', description: '问法律' }];
    const scope = { type: 'all_group_chats' } as const;
    await sandbox.api.setMyCommands(commands, { scope, language_code: 'zh' });
    expect(await sandbox.api.getMyCommands({ scope, language_code: 'zh' })).toEqual(commands);
    expect(await sandbox.api.getMyCommands({ scope })).toEqual([]);
    await sandbox.api.deleteMyCommands({ scope, language_code: 'zh' });
    expect(await sandbox.api.getMyCommands({ scope, language_code: 'zh' })).toEqual([]);
  });

  it('refuses a Chinese command', async () => {
    const call = sandbox.api.setMyCommands([{ command: '提问', description: 'x' }]);
    await expect(call).rejects.toThrow('BOT_COMMAND_INVALID');
  });

  it('takes a name and descriptions', async () => {
    await sandbox.api.setMyName('普法员');
    await sandbox.api.setMyDescription('长', { language_code: 'zh' });
    await sandbox.api.setMyShortDescription('短');
    await sandbox.api.setChatMenuButton({ menu_button: { type: 'commands' } });
    expect((await sandbox.api.getMe()).first_name).toBe('普法员');
    expect(await sandbox.api.getMyDescription({ language_code: 'zh' })).toEqual({ description: '长' });
    expect(await sandbox.api.getMyShortDescription()).toEqual({ short_description: '短' });
  });
});

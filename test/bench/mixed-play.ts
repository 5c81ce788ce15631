/**
 * Plays everybody for a while against the built program as `npm start` runs it: how long from the start of the sandbox to
 * a released notice and its figures, and how the memory grows. Needs `npm run build`.
 * Usage: `npm run bench:play [rounds]`; a round is an hour of the sandbox's clock.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { aFreePort } from '../support/a-free-port.js';

const ROUNDS = Number(process.argv[2] ?? 60);
const REPORT_EVERY = Math.max(1, Math.floor(ROUNDS / 6));
const PATIENCE_MS = 15_000;
const [WANG, LIJIE, ZHANG, CHEN, LIU, ADVISER] = [
  700_000_001, 700_000_002, 700_000_003, 700_000_004, 700_000_007, 700_000_008,
];

interface Shown {
  id: number;
  text?: string;
  caption?: string;
  from: { isBot?: boolean } | null;
  buttons?: { text: string }[][] | null;
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'pufa-play-'));
const port = await aFreePort();
const flags = ['--max-semi-space-size=1', '--v8-pool-size=1', '--optimize-for-size'];
const startedMs = performance.now();
const program = spawn(process.execPath, [...flags, 'dist/cli.js', 'start'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', BOT_TOKEN: '', DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise<void>((resolve) => program.stdout.once('data', () => resolve()));
const readyMs = performance.now() - startedMs;
const base = `http://127.0.0.1:${port}/sandbox`;

const post = async (where: string, body: object) => {
  const answer = await fetch(`${base}/${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { ok: boolean; message?: string; chat?: number };
};
const act = async (as: number, what: string, params: object = {}) => {
  const done = await post('act', { as, do: what, ...params });
  if (!done.ok) throw new Error(`${what}: ${done.message}`);
  return done;
};
const messages = async (chat: number): Promise<Shown[]> => {
  const answer = (await (await fetch(`${base}/chats/${chat}/messages`)).json()) as { messages: Shown[] };
  return answer.messages;
};
/** Waits until a message of the chat fits, newest first. */
const until = async <T>(chat: number, find: (message: Shown) => T | undefined): Promise<T> => {
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await delay(20)) {
    for (const message of (await messages(chat)).toReversed()) {
      const found = find(message);
      if (found !== undefined) return found;
    }
  }
  throw new Error('the bot did not answer in time');
};
const see = (chat: number, words: RegExp) =>
  until(chat, (message) => (words.test(message.text ?? message.caption ?? '') ? message : undefined));
const press = async (as: number, label: RegExp) => {
  const place = await until(as, (message) => {
    for (const [row, buttons] of (message.buttons ?? []).entries()) {
      const col = buttons.findIndex((button) => label.test(button.text));
      if (col >= 0) return { message: message.id, row, col };
    }
    return undefined;
  });
  await act(as, 'press', place);
};
const say = (as: number, text: string) => act(as, 'send', { text });
const rssMegabytes = () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1]) / 1024);

async function notice(round: number): Promise<void> {
  await say(ADVISER, '发通知');
  await see(ADVISER, /把要发给居民的内容/);
  await say(ADVISER, `第 ${round} 次普法提醒：陌生人要验证码，一个也不给。`);
  await see(ADVISER, new RegExp(`第 ${round} 次[^]*草稿`));
  await press(ADVISER, /请求放行/);
  await see(LIU, new RegExp(`标题：第 ${round} 次`));
  await press(LIU, /^1 放行/);
  await press(LIU, /确定，放行/);
  await see(LIU, new RegExp(`第 ${round} 次[^]*发完了`));
}

try {
  await act(WANG, 'start');
  await say(WANG, '绑定码');
  await press(WANG, /春风社区/);
  const code = /(\d{4}) (\d{4})/.exec((await see(WANG, /的绑定码/)).text ?? '');
  const state = (await (await fetch(`${base}/state`)).json()) as { chats: { id: number; title: string }[] };
  const group = state.chats.find(({ title }) => title === '春风社区居民群')?.id ?? 0;
  await act(LIJIE, 'add-bot', { chat: group, payload: `bind_${code?.[1]}${code?.[2]}` });
  await see(group, /的普法小助手/);
  await notice(0);
  await say(LIU, '统计');
  await see(LIU, /推送条数/);
  console.log(`ready after ${Math.round(readyMs)} ms; a bound group, a released notice and its figures after another`);
  console.log(
    `${Math.round(performance.now() - startedMs - readyMs)} ms, without the time a person takes to read and tap`,
  );
  console.log(`memory then: ${rssMegabytes()} MB`);
  for (const resident of [ZHANG, CHEN]) await act(resident, 'start');
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const question of ['楼上扔东西', '老板不发工资', '邻居家漏水', '今天天气真好']) {
      await say(ZHANG, question);
      await say(CHEN, question);
    }
    await notice(round);
    await say(LIU, '统计');
    if (round % 5 === 0) {
      await say(LIU, '统计');
      await press(LIU, /近 30 天的图/);
      await see(LIU, /来源：普法机器人/);
    }
    await say(LIU, '群管理');
    await post('clock', { addMinutes: 60 });
    if (round % REPORT_EVERY === 0) console.log(`after ${round} rounds: ${rssMegabytes()} MB`);
  }
  console.log(`${Math.round((performance.now() - startedMs) / 1000)} s in all`);
} finally {
  program.kill('SIGTERM');
  await new Promise((resolve) => program.once('exit', resolve));
  rmSync(dataDir, { recursive: true, force: true });
}

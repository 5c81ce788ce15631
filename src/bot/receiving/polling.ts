import { setImmediate } from 'node:timers/promises';
import { type Bot, GrammyError, HttpError } from 'grammy';
import { StartError } from '../../start-error.js';
import type { PufaContext } from '../parts.js';
import { NotTakenUp, type OnceOnly } from './once-only.js';

/** What the bot listens to; named in full, because Telegram keeps the last list for a token across restarts. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

const CONNECT_TIMEOUT_MS = 10_000;
const CONNECT_ATTEMPTS = 3;

/**
 * Asks Telegram who this token is.
 * @param place how the server is called in messages to the operator
 * @throws StartError when the token is refused or nobody answers
 */
export async function connect(bot: Bot<PufaContext>, place: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // grammY's types name a polyfill's AbortSignal; at run time it is Node's own.
      const signal = AbortSignal.timeout(CONNECT_TIMEOUT_MS) as unknown as Parameters<typeof bot.api.getMe>[0];
      bot.botInfo = await bot.api.getMe(signal);
      return;
    } catch (error) {
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) throw tokenRefused();
      if (attempt >= CONNECT_ATTEMPTS) {
        throw new StartError(
          `连不上 Telegram（${place}）：请检查网络、代理和 TELEGRAM_API_ROOT，能连上以后再启动。数据没有动。`,
          1,
          { cause: error },
        );
      }
    }
  }
}

/** Whose answers show that updates can come; the first poll of an idle bot is answered only after half a minute. */
const SIGNS_OF_CONTACT = ['getMe', 'getUpdates', 'setWebhook'];

/** Calls `heard` whenever Telegram has said who we are, answered a poll or taken the webhook. */
export function noteContact(bot: Bot<PufaContext>, heard: () => void): void {
  bot.api.config.use(async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal);
    if (answer.ok && SIGNS_OF_CONTACT.includes(method)) heard();
    return answer;
  });
}

/**
 * Ends polling between two updates. The one in hand is finished first and confirmed only then; those behind it in the
 * batch stay with Telegram.
 * @param polling what `poll` returned
 */
export async function stopPolling(bot: Bot<PufaContext>, once: OnceOnly, polling: Promise<void>): Promise<void> {
  await once.stop();
  // By then the loop has either met an update that is not taken up, and ended, or waits for Telegram:
  // grammY's stop confirms the last update it has seen, which must not be one of those.
  await setImmediate();
  // A confirmation that fails does no harm: what comes again is known to be done.
  await bot.stop().catch(() => {});
  await polling;
}

/**
 * Receives updates by long polling until `bot.stop()`.
 * @returns resolves after a stop; rejects with StartError when the token is revoked or another process uses it
 */
export async function poll(bot: Bot<PufaContext>): Promise<void> {
  try {
    await bot.start({ allowed_updates: ALLOWED_UPDATES });
  } catch (error) {
    // Not confirmed to Telegram, so the next start fetches it again.
    if (error instanceof NotTakenUp && error.reason === 'stopping') return;
    if (error instanceof NotTakenUp) {
      throw new StartError('数据库没有回答，收到的消息没法记下来：请检查数据库和磁盘，然后重新启动。没有丢消息。', 1, {
        cause: error,
      });
    }
    if (error instanceof GrammyError && error.error_code === 401) throw tokenRefused();
    if (error instanceof GrammyError && error.error_code === 409) {
      throw new StartError('另一个进程正在用同一个 BOT_TOKEN 收消息：请只留一个在运行，把另一个停掉。没有丢消息。');
    }
    if (error instanceof HttpError) throw new StartError('和 Telegram 的连接断了：请检查网络后重新启动。没有丢消息。');
    throw error;
  }
}

/** What an operator reads when Telegram does not know the token (any more). */
export function tokenRefused(): StartError {
  return new StartError('Telegram 不认这个 BOT_TOKEN：请到 @BotFather 核对或重新生成，改好 .env 再启动。');
}

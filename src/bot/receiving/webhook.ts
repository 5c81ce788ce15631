import { setTimeout as delay } from 'node:timers/promises';
import { type Bot, BotError, GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Reception } from '../../chats/seen-updates.js';
import { errorFields, type Log } from '../../log.js';
import { StartError } from '../../start-error.js';
import type { PufaContext } from '../parts.js';
import { NotTakenUp } from './once-only.js';
import { ALLOWED_UPDATES, tokenRefused } from './polling.js';

/** Telegram waits a minute for an answer; before that it hears that we are still at it. */
const SLOW_AFTER_MS = 50_000;

/** Updates of different chats come side by side; a small office's database has one session. */
const MAX_CONNECTIONS = 8;

const ATTEMPTS = 4;
const PAUSE_SECONDS = 2;

/**
 * Takes the updates that Telegram posts. Each gets an answer in time, whatever happens.
 * @returns never rejects; the update is what was posted, checked for its id only
 */
export function receiveByWebhook(
  bot: Pick<Bot<PufaContext>, 'handleUpdate'>,
  log: Log,
  slowAfterMs = SLOW_AFTER_MS,
): (update: { update_id: number }) => Promise<Reception> {
  return async (update) => {
    const handling = bot.handleUpdate(update as Update).then(
      (): Reception => 'done',
      (error: unknown): Reception => {
        const cause = error instanceof BotError ? error.error : error;
        const notTaken = cause instanceof NotTakenUp ? cause.reason : null;
        if (notTaken === 'stopping' || notTaken === 'elsewhere') return 'not-now';
        log.error({ updateId: update.update_id, ...errorFields(cause) }, 'update.failed');
        // What fails for another reason would fail again, up to a day long.
        return notTaken === 'database' ? 'failed' : 'done';
      },
    );
    const waiting = new AbortController();
    const slow = delay(slowAfterMs, 'slow' as const, { signal: waiting.signal }).catch(() => 'slow' as const);
    const reception = await Promise.race([handling, slow]);
    waiting.abort();
    return reception;
  };
}

/**
 * Tells Telegram where to hand updates from now on; what waits there is handed over too.
 * @param secret  comes back with every update, so that nobody else can post any
 * @throws StartError when Telegram will not, or nobody answers
 */
export async function setWebhook(bot: Bot<PufaContext>, url: string, secret: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await bot.api.setWebhook(url, {
        allowed_updates: ALLOWED_UPDATES,
        secret_token: secret,
        max_connections: MAX_CONNECTIONS,
        drop_pending_updates: false,
      });
      return;
    } catch (error) {
      const pauseSeconds = pauseAfter(error);
      if (pauseSeconds === null || attempt >= ATTEMPTS) throw refused(error);
      await delay(pauseSeconds * 1000);
    }
  }
}

/** @returns null when asking again is no use */
function pauseAfter(error: unknown): number | null {
  if (error instanceof HttpError) return PAUSE_SECONDS;
  if (!(error instanceof GrammyError)) return null;
  if (error.error_code === 429) return Math.min(error.parameters.retry_after ?? PAUSE_SECONDS, 30);
  return error.error_code >= 500 ? PAUSE_SECONDS : null;
}

function refused(error: unknown): unknown {
  if (error instanceof HttpError)
    return new StartError('登记 webhook 时连不上 Telegram：请检查网络后重新启动。没有丢消息。');
  if (!(error instanceof GrammyError)) return error;
  if (error.error_code === 401) return tokenRefused();
  return new StartError(
    `Telegram 不接受这个 webhook 网址（${error.description}）：请检查 PUBLIC_URL，外网要能用 https 打开它；或者把 WEBHOOK 改成 false。没有丢消息。`,
    1,
    { cause: error },
  );
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Reception } from '../chats/seen-updates.js';
import type { Log } from '../log.js';

/** Where Telegram hands updates to, below PUBLIC_URL. */
export const WEBHOOK_PATH = '/telegram/webhook';

/** An update with a message of 4096 characters and everything around it stays far below. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Answers to what was not taken; Retry-After replaces Telegram's own pauses. */
const AGAIN = {
  slow: { status: 500, retryAfterSeconds: 1 },
  'not-now': { status: 503, retryAfterSeconds: 5 },
  failed: { status: 500, retryAfterSeconds: 20 },
} as const;

const updateShape = z.looseObject({ update_id: z.int().nonnegative() });

export interface WebhookParts {
  /** repeated by Telegram in a header of every request */
  secret: string;
  /** never rejects */
  receive(update: { update_id: number }): Promise<Reception>;
  log: Log;
}

/** Takes updates from Telegram, and from nobody else. Every request gets an answer; a refused one a line in the log. */
export function webhookRoute({ secret, receive, log }: WebhookParts): Hono {
  const app = new Hono();
  const refuse = (status: 400 | 401 | 405 | 413 | 415, why: string, headers: Record<string, string> = {}) => {
    log.warn({ status, why }, 'webhook.refused');
    return new Response(`${why}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  };

  app.use(WEBHOOK_PATH, async (c, next) => {
    if (c.req.method !== 'POST') return refuse(405, 'only POST', { allow: 'POST' });
    if (!same(c.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) return refuse(401, 'wrong secret token');
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return refuse(415, 'not application/json');
    await next();
    return undefined;
  });
  app.use(
    WEBHOOK_PATH,
    bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: () => refuse(413, 'too large', { connection: 'close' }) }),
  );
  app.post(WEBHOOK_PATH, async (c) => {
    const update = updateShape.safeParse(await c.req.json().catch(() => null));
    if (!update.success) return refuse(400, 'not an update');
    const reception = await receive(update.data);
    if (reception === 'done') return c.text('ok\n');
    const { status, retryAfterSeconds } = AGAIN[reception];
    return c.text(`${reception}\n`, status, { 'retry-after': String(retryAfterSeconds) });
  });
  return app;
}

/** Compares in a time that tells nothing of where the two differ, nor of their lengths. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantAt } from '../../time/zone.js';
import type { BotApi } from '../bot-api/answer-call.js';
import type { Fault } from '../bot-api/faults.js';
import type { WorldEvent } from '../world/core.js';
import { findChat } from '../world/core.js';
import { MIME_TYPES } from '../world/files.js';
import type { World } from '../world/world.js';
import { act } from './act.js';
import type { Events } from './events.js';
import { showMessage } from './show-message.js';
import { showState } from './show-state.js';

const SHOWN_MESSAGES = 200;
const KEEP_ALIVE_MS = 15_000;

/** What the page can reach. */
export interface Control {
  api: BotApi;
  world: World;
  events: Events;
  timeZone: string;
  /** Moves the clock and waits for everyone who follows it. */
  moveClock(to: Date): Promise<Date>;
}

const parameters = z.object({ retry_after: z.number().int(), migrate_to_chat_id: z.number().int() }).partial();

const faultRequest = z.object({
  method: z.string().min(1),
  chat: z.number().int().optional(),
  times: z.number().int().min(1).max(1000).optional(),
  after: z.number().int().min(0).max(1000).optional(),
  fault: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('answer'),
      code: z.number().int().min(400).max(599),
      description: z.string(),
      parameters: parameters.optional(),
    }),
    z.object({ kind: z.literal('html'), status: z.number().int().min(400).max(599) }),
    z.object({ kind: z.literal('reset'), delivered: z.boolean() }),
    z.object({ kind: z.literal('hang'), delivered: z.boolean(), ms: z.number().int().min(0).max(600_000) }),
    z.object({ kind: z.literal('delay'), ms: z.number().int().min(0).max(600_000) }),
  ]),
});

const switchRequest = z.object({ on: z.boolean() });

const clockRequest = z.union([z.object({ to: z.string() }), z.object({ addMinutes: z.number().min(-5e6).max(5e6) })]);

/** The control API below `/sandbox`, for the page and for tests in a browser. Refusals are `{ok:false,message}`. */
export function controlRoutes({ api, world, events, timeZone, moveClock }: Control): Hono {
  const { core, calls, faults, limits } = api;
  const app = new Hono();

  app.get('/state', (c) => c.json(showState(api, timeZone)));

  app.get('/chats/:id/messages', (c) => {
    const chat = findChat(core, Number(c.req.param('id')));
    const messages = chat?.messages.slice(-SHOWN_MESSAGES).map((message) => showMessage(core, chat, message)) ?? [];
    return c.json({ ok: true, messages });
  });

  app.get('/calls', (c) => c.json({ ok: true, calls: calls.list(Number(c.req.query('after') ?? 0) || 0) }));

  app.get('/deliveries', (c) => c.json({ ok: true, deliveries: world.deliveries() }));

  app.get('/files/:path{.+}', (c) => {
    const file = core.state.files.find(({ path }) => path === c.req.param('path'));
    const bytes = file && core.files.get(file.path);
    if (!bytes) return refuse(c, '没有这个文件。', 404);
    // Only what cannot carry a script is shown in place; the rest is downloaded.
    const type = MIME_TYPES[file.path.split('.').at(-1) ?? ''] ?? '';
    const inPlace = /^(image|audio|video)\//.test(type);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': inPlace ? type : 'application/octet-stream',
      'content-disposition': inPlace ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  });

  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = events.listen((event) => {
        void stream.writeSSE({ event: event.kind, data: JSON.stringify(eventData(event)) });
      });
      stream.onAbort(stop);
      await stream.writeSSE({ event: 'hello', data: '{}' });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(KEEP_ALIVE_MS);
        if (!stream.aborted) await stream.write(': still here\n\n');
      }
      stop();
    }),
  );

  app.post('/act', async (c) => {
    const done = act(world, await bodyOf(c));
    return c.json(done, done.ok ? 200 : 400);
  });

  app.post('/clock', async (c) => {
    const parsed = clockRequest.safeParse(await bodyOf(c));
    const to = parsed.success ? readInstant(parsed.data, core.clock.now(), timeZone) : null;
    if (!to) return refuse(c, '时间写得不对：请用 2026-12-04T09:00 这样的写法，或者 addMinutes。');
    return c.json({ ok: true, now: (await moveClock(to)).toISOString() });
  });

  app.post('/faults', async (c) => {
    const parsed = faultRequest.safeParse(await bodyOf(c));
    if (!parsed.success) {
      return refuse(c, `故障写得不对：请检查 ${parsed.error.issues[0]?.path.join('.') || 'fault'}。`);
    }
    faults.add(parsed.data as Fault);
    return c.json({ ok: true, faults: faults.list() });
  });

  app.delete('/faults', (c) => {
    faults.clear();
    return c.json({ ok: true, faults: [] });
  });

  app.post('/limits', async (c) => {
    const parsed = switchRequest.safeParse(await bodyOf(c));
    if (!parsed.success) return refuse(c, '请写明 on 是 true 还是 false。');
    limits.set(parsed.data.on);
    return c.json({ ok: true, limits: limits.on });
  });

  app.post('/privacy', async (c) => {
    const parsed = switchRequest.safeParse(await bodyOf(c));
    if (!parsed.success) return refuse(c, '请写明 on 是 true 还是 false。');
    world.setPrivacyMode(parsed.data.on);
    return c.json({ ok: true, privacyMode: core.state.bot.privacyMode });
  });

  app.all('*', (c) => refuse(c, '沙盒没有这个地址。', 404));
  return app;
}

function refuse(c: Context, message: string, status: 400 | 404 = 400): Response {
  return c.json({ ok: false, message }, status);
}

function bodyOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => null);
}

function eventData(event: WorldEvent): object {
  const { kind: _kind, ...data } = event;
  return data;
}

/** `to` with an offset is an instant; without one it is the zone's wall clock. @returns null for what is neither */
function readInstant(move: { to: string } | { addMinutes: number }, now: Date, timeZone: string): Date | null {
  if ('addMinutes' in move) return new Date(now.getTime() + Math.round(move.addMinutes * 60_000));
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(move.to)) {
      return new Date(Temporal.Instant.from(move.to).epochMilliseconds);
    }
    const wall = Temporal.PlainDateTime.from(move.to);
    return instantAt(wall.toPlainDate(), wall.toPlainTime(), timeZone);
  } catch {
    return null;
  }
}

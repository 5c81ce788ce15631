import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerCall, type BotApi, type Reply } from './answer-call.js';
import { readParams } from './read-params.js';

/** The largest upload of 50 MB with the multipart text around it. */
const BODY_LIMIT_BYTES = 52 * 1024 * 1024;

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

type Env = { Bindings: HttpBindings };

/** `/bot<token>/<method>`, `/bot<token>/test/<method>` and `/file/bot<token>/<path>` (Bot API: Making requests). */
export function botApiRoutes(api: BotApi): Hono<Env> {
  const app = new Hono<Env>();
  const limit = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (c) => c.json({ ok: false, error_code: 413, description: 'Request Entity Too Large' }, 413),
  });
  const answer = async (c: Context<Env>) => {
    const { incoming, outgoing } = c.env;
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const token = decodeURIComponent(c.req.param('bot')?.slice('bot'.length) ?? '');
    const params = await readParams(c.req.raw);
    const reply = await answerCall(api, token, c.req.param('method') ?? '', params, gone.signal);
    if (reply.kind === 'cut') {
      incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    return asResponse(reply);
  };
  app.on(['GET', 'POST'], ['/:bot{bot[^/]+}/:method', '/:bot{bot[^/]+}/test/:method'], limit, answer);
  app.get('/file/:bot{bot[^/]+}/:path{.+}', (c) => {
    const { core } = api;
    if (c.req.param('bot') !== `bot${core.state.bot.token}`) {
      return c.json({ ok: false, error_code: 401, description: 'Unauthorized' }, 401);
    }
    const file = core.state.files.find(({ path }) => path === c.req.param('path'));
    const bytes = file && core.files.get(file.path);
    if (!bytes) return c.json({ ok: false, error_code: 404, description: 'Not Found' }, 404);
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
  });
  return app;
}

function asResponse(reply: Exclude<Reply, { kind: 'cut' }>): Response {
  if (reply.kind === 'html') {
    return new Response(BAD_GATEWAY, { status: reply.status, headers: { 'content-type': 'text/html' } });
  }
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: {
      'content-type': 'application/json',
      ...(reply.retryAfterSeconds === undefined ? {} : { 'retry-after': String(reply.retryAfterSeconds) }),
    },
  });
}

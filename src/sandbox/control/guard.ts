import type { MiddlewareHandler } from 'hono';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const ANY_ADDRESS = new Set(['0.0.0.0', '::', '']);

/**
 * Keeps other web sites out: requests must name this host (a foreign name that resolves here is DNS rebinding), and
 * changes must come from its own page. A server that listens on every address is reached by any IP address, never by a
 * foreign name.
 * @param listeningHost as the server was told to listen
 */
export function guard(listeningHost: string): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = host.replace(/:\d+$/, '');
    if (!isOurs(name, listeningHost)) {
      return c.json({ ok: false, message: '沙盒只能用本机地址打开，例如 http://127.0.0.1 加端口。' }, 403);
    }
    const origin = c.req.header('origin');
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (changes && origin !== undefined && origin !== `http://${host}`) {
      return c.json({ ok: false, message: '沙盒不接受别的网页发来的操作。' }, 403);
    }
    await next();
    return undefined;
  };
}

function isOurs(name: string, listeningHost: string): boolean {
  if (LOOPBACK.has(name) || name === listeningHost || name === `[${listeningHost}]`) return true;
  return ANY_ADDRESS.has(listeningHost) && /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])$/i.test(name);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const PAGE_FOLDER = fileURLToPath(new URL('../page/', import.meta.url));
const SERVED = /\.(html|js|css|svg|png|ico|woff2)$/;

/** The chat page: `/`, its files below `/page/`, and the one library it uses. */
export function pageRoutes(): Hono {
  const app = new Hono();
  // The package offers this file to browsers only, so Node is asked for the one beside it.
  const folder = path.dirname(createRequire(import.meta.url).resolve('htm/preact'));
  const htmPreact = path.join(folder, 'standalone.module.js');
  // The page changes with the program; a stale part of it would speak another control API.
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
  });
  app.get('/', serveStatic({ root: PAGE_FOLDER, path: 'index.html' }));
  app.get('/page/:file{.+}', async (c, next) => {
    if (!SERVED.test(c.req.param('file'))) return c.notFound();
    const rewriteRequestPath = (requested: string) => requested.replace(/^\/page\//, '/');
    return serveStatic({ root: PAGE_FOLDER, rewriteRequestPath })(c, next);
  });
  app.get('/vendor/htm-preact.js', (c) =>
    c.body(readFileSync(htmPreact, 'utf8'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  return app;
}

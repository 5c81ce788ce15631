import { Hono } from 'hono';
import type { Log } from '../log.js';
import { errorFields } from '../log.js';
import { judgeReadiness, type Vitals } from './readiness.js';
import { type WebhookParts, webhookRoute } from './webhook-route.js';

export interface WebParts {
  vitals(): Promise<Vitals>;
  /** null: long polling */
  webhook: Omit<WebhookParts, 'log'> | null;
  log: Log;
}

/**
 * What the program serves on HOST:PORT. `/healthz`: the process lives. `/readyz`: it can work, or what keeps it from it.
 */
export function webRoutes({ vitals, webhook, log }: WebParts): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok', program: 'pufa' }, 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const problems = judgeReadiness(await vitals());
    const ready = problems.length === 0;
    const body = ready ? { status: 'ready' } : { status: 'not ready', problems };
    return c.json(body, ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  if (webhook) app.route('/', webhookRoute({ ...webhook, log }));
  app.onError((error, c) => {
    log.error(errorFields(error), 'web.failed');
    return c.text('error\n', 500, { 'retry-after': '20' });
  });
  return app;
}

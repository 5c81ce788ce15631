import { createServer } from 'node:net';
import { z } from 'zod';
import type { PageProbe } from '../doctor/judge-machine.js';
import { reachableHost } from './reachable-host.js';

const PATIENCE_MS = 5_000;

const health = z.looseObject({ program: z.literal('pufa') });
const readiness = z.union([
  z.looseObject({ status: z.literal('ready') }).transform(() => []),
  z
    .looseObject({ problems: z.array(z.looseObject({ message: z.string() })).min(1) })
    .transform(({ problems }) => problems.map(({ message }) => message)),
]);

/** Finds out who answers on HOST:PORT, and whether it is ready. */
export async function probePage(host: string, port: number): Promise<PageProbe> {
  const ask = async (path: string): Promise<unknown> => {
    const url = `http://${reachableHost(host)}:${port}${path}`;
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.json();
  };
  const ours = await ask('/healthz').then(
    (body) => health.safeParse(body).success,
    () => false,
  );
  if (!ours) return whoIsThere(host, port);
  const ready = readiness.safeParse(await ask('/readyz').catch(() => null));
  return { kind: 'pufa', problems: ready.success ? ready.data : ['/readyz 没有回答：请看程序的日志。'] };
}

/** Tries to listen there for a moment. */
async function whoIsThere(host: string, port: number): Promise<PageProbe> {
  const server = createServer();
  const failure = await new Promise<string | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => resolve(null));
  });
  if (failure === 'EADDRINUSE') return { kind: 'other' };
  if (failure !== null) return { kind: 'unusable', cause: failure };
  await new Promise((resolve) => server.close(resolve));
  return { kind: 'free' };
}

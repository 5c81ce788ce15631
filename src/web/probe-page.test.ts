import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { probePage } from './probe-page.js';

const json = (body: unknown) => JSON.stringify(body);

it.each<[string, string, string[]]>([
  ['is ready', json({ status: 'ready' }), []],
  [
    'says what is not ready',
    json({ status: 'not ready', problems: [{ part: 'database', message: '甲。' }] }),
    ['甲。'],
  ],
  ['cannot say whether it is ready', 'error\n', ['/readyz 没有回答：请看程序的日志。']],
  ['says that it is not ready, but not why', json({ status: 'not ready' }), ['/readyz 没有回答：请看程序的日志。']],
])('a program of ours that %s', async (_name, readyz, problems) => {
  const answer: RequestListener = ({ url }, response) =>
    response.end(url === '/healthz' ? json({ status: 'ok', program: 'pufa' }) : readyz);
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    expect(await probePage('127.0.0.1', port)).toEqual({ kind: 'pufa', problems });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

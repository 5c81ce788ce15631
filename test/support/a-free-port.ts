import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A port that nobody used a moment ago, for addresses that must be known before the program listens. */
export async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

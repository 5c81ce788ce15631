import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { reachableHost } from './reachable-host.js';

/** How long a client may take to read what it was answered before the stop. */
const LAST_ANSWERS_MS = 1_000;

export interface WebServer {
  /** such as `http://127.0.0.1:8080` */
  url: string;
  /** Accepts nothing more; answers that are on their way get there. */
  close(): Promise<void>;
}

/** @throws Error with node's code where the address cannot be had: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND */
export async function serveWeb(app: Hono, host: string, port: number): Promise<WebServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: host, port }) as Server;
    starting.once('error', reject);
    starting.once('listening', () => {
      starting.removeListener('error', reject);
      resolve(starting);
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${reachableHost(host)}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      await closed;
      clearTimeout(cut);
    },
  };
}

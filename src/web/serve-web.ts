import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface WebServer {
  /** such as `http://127.0.0.1:8080` */
  url: string;
  /** Ends what is left of connections; requests should have had their answers before. */
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
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

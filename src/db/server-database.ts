import pg from 'pg';
import { StartError } from '../start-error.js';

/** 72707370: any number will do as long as every Pufa process uses the same; next to Prisma's migration lock. */
const POLLER_LOCK = 72_707_370;

/**
 * A pool to a PostgreSQL server. Sessions always run in UTC: with another session zone Prisma's dates and the
 * server's defaults differ by the zone's offset (prisma/orm#26786).
 * @throws StartError when the server does not answer or refuses us; the password is not in the message
 */
export async function serverPool(databaseUrl: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: '-c TimeZone=UTC',
    max: 10,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that the server closes is replaced at the next query; without a listener it ends the process.
  pool.on('error', () => {});
  try {
    await pool.query('SELECT 1');
    return pool;
  } catch (cause) {
    await pool.end();
    const url = new URL(databaseUrl);
    const code = (cause as { code?: string }).code ?? '没有回答';
    throw new StartError(
      `数据库 ${url.hostname}:${url.port || 5432}${url.pathname} 连不上（${code}）：请检查 DATABASE_URL，以及服务器是否在运行、用户名密码是否正确。`,
      1,
      { cause },
    );
  }
}

/**
 * Makes this process the only one that polls and sends on this database, for as long as it lives.
 * The server frees the lock when the connection ends, also after a crash.
 * @param onLost called when the connection breaks and the lock with it
 * @throws StartError when another process holds it
 */
export async function takePollerLock(databaseUrl: string, onLost: () => void): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  let released = false;
  client.on('error', () => {
    if (!released) onLost();
  });
  await client.connect();
  const answer = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [POLLER_LOCK]);
  if (!answer.rows[0]?.taken) {
    await client.end();
    throw new StartError(
      '另一个普法进程正在用同一个数据库收发消息：请先停掉那个进程，或者用 DATABASE_URL 给这个进程换一个数据库。',
    );
  }
  return {
    release: async () => {
      released = true;
      await client.end();
    },
  };
}

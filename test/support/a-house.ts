import path from 'node:path';
import { type Config, parseConfig } from '../../src/config.js';
import { createLog, type Log } from '../../src/log.js';
import { type Running, start } from '../../src/main.js';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import { movableClock, systemClock } from '../../src/time/clock.js';
import { instantOf } from './instant-of.js';
import { aTestDatabase } from './test-database.js';

export interface TestHouse {
  running: Running;
  sandbox: Sandbox;
  config: Config;
  /** every line the program has logged, as written */
  logLines: string[];
  /** Moves the clock and waits until what became due has been sent. @param wallClock `2026-12-04T09:00` in Asia/Shanghai */
  moveTo(wallClock: string): Promise<void>;
  /** Stops the program and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole product as `npm start` runs it, on a database of its own, with the sandbox on a free port.
 * @param at wall clock in Asia/Shanghai at the start
 */
export async function aHouse(at = '2026-11-30T10:00', env: Record<string, string> = {}): Promise<TestHouse> {
  const database = await aTestDatabase();
  const config = parseConfig({
    DATA_DIR: database.dataDir,
    ...(database.databaseUrl ? { DATABASE_URL: database.databaseUrl } : {}),
    CONTENT_DIR: path.resolve('content'),
    PORT: '0',
    LOG_LEVEL: 'debug',
    SEND_RATE_PER_SECOND: '1000',
    ...env,
  });
  const logLines: string[] = [];
  const log: Log = createLog(config.logLevel, { write: (line: string) => void logLines.push(line) });
  const base = movableClock(systemClock);
  base.moveTo(instantOf(at));
  let running = await start(config, log, base);
  const house = {
    config,
    logLines,
    get running() {
      return running;
    },
    get sandbox(): Sandbox {
      if (!running.sandbox) throw new Error('no sandbox');
      return running.sandbox;
    },
    moveTo: async (wallClock: string) => {
      await house.sandbox.moveClock(instantOf(wallClock));
    },
    restart: async () => {
      await running.stop();
      running = await start(config, log, base);
    },
    close: async () => {
      await running.stop();
      await database.remove();
    },
  };
  return house;
}

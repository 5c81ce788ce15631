import path from 'node:path';
import { parseConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';
import { type Running, start } from '../../src/main.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { movableClock, systemClock } from '../../src/time/clock.js';
import { aTestDatabase } from './test-database.js';

/** The program as with a real token; the other side is a sandbox of its own, whose people the test plays. */
export interface RealBot {
  sandbox: Sandbox;
  running: Running;
  /** the settings, as in the environment */
  env: Record<string, string>;
  /** every line the program has logged, as written */
  logLines: string[];
  /** the newest message in a chat */
  last(chat: number): string;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** @param settings further settings @returns running */
export async function aRealBot(settings: Record<string, string> = {}): Promise<RealBot> {
  const sandbox = await startSandbox({ clock: movableClock(systemClock), timeZone: 'Asia/Shanghai' });
  const place = await aTestDatabase('telegram');
  const env = {
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATA_DIR: place.dataDir,
    CONTENT_DIR: path.resolve('content'),
    PORT: '0',
    LOG_LEVEL: 'info',
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ...settings,
  };
  const logLines: string[] = [];
  const log = createLog('info', { write: (line: string) => void logLines.push(line) });
  const begin = () => start(parseConfig(env), log);
  let running = await begin();
  return {
    sandbox,
    get running() {
      return running;
    },
    env,
    logLines,
    last: (chat) => sandbox.world.messages(chat).at(-1)?.text ?? '',
    start: async () => {
      running = await begin();
    },
    close: async () => {
      await running.stop();
      await sandbox.close();
      await place.remove();
    },
  };
}

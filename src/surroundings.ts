import type { Hono } from 'hono';
import type { Config } from './config.js';
import { noAddress } from './no-address.js';
import type { FirstRole } from './roles/roles.js';
import type { Sandbox } from './sandbox/start-sandbox.js';
import { type Clock, movableClock } from './time/clock.js';
import { serveWeb } from './web/serve-web.js';

/** 王主任 of the office, the sandbox's first administrator. */
const SANDBOX_ADMIN_ID = 700_000_001;

/** One person of each further role, as the sandbox's world names them; units are those of the example pack. */
const SANDBOX_ROLES: FirstRole[] = [
  { telegramId: 700_000_006, label: '周所长', name: 'lead', unitId: 'shili-street' },
  { telegramId: 700_000_007, label: '小刘', name: 'staff', unitId: 'shili-street' },
  { telegramId: 700_000_008, label: '陈律师', name: 'adviser', unitId: 'chunfeng' },
  { telegramId: 700_000_009, label: '区局小赵', name: 'viewer', unitId: 'shili-district' },
];

/** What the program runs in: which Telegram, which clock, who administers. */
export interface Surroundings {
  sandbox: Sandbox | null;
  /** where HOST:PORT really is */
  url: string;
  token: string;
  apiRoot: string | null;
  clock: Clock;
  adminIds: number[];
  /** roles of an installation that begins with some; units that the pack does not have are passed over */
  firstRoles: FirstRole[];
  ready(botName: string): string;
  onClockMoved(tick: () => Promise<void>): void;
  close(): Promise<void>;
}

/**
 * The real Telegram, or the server that TELEGRAM_API_ROOT names.
 * @param web what is served on HOST:PORT
 * @throws StartError when the port is taken
 */
export async function telegramAround(config: Config, token: string, base: Clock, web: Hono): Promise<Surroundings> {
  const server = await serveWeb(web, config.host, config.port).catch((error) => {
    throw noAddress(error, config.host, config.port);
  });
  return {
    sandbox: null,
    url: server.url,
    token,
    apiRoot: config.telegramApiRoot,
    clock: base,
    adminIds: config.adminIds,
    firstRoles: [],
    ready: (botName) => `机器人 @${botName} 正在运行（状态：${server.url}/readyz）。按 Ctrl+C 停止。`,
    onClockMoved: () => {},
    close: () => server.close(),
  };
}

/**
 * A Telegram of our own, with a clock that can be moved.
 * @param web what is served on the same address beside the sandbox
 * @throws StartError when the port is taken
 */
export async function sandboxAround(config: Config, stateFile: string, base: Clock, web: Hono): Promise<Surroundings> {
  // Loaded only here: the real bot does without the sandbox's memory.
  const { startSandbox } = await import('./sandbox/start-sandbox.js');
  const sandbox = await startSandbox({
    clock: movableClock(base),
    host: config.host,
    port: config.port,
    timeZone: config.timeZone,
    stateFile,
    extraRoutes: web,
  }).catch((error) => {
    throw noAddress(error, config.host, config.port);
  });
  return {
    sandbox,
    url: sandbox.url,
    token: sandbox.token,
    apiRoot: sandbox.apiRoot,
    clock: sandbox.clock,
    adminIds: [...config.adminIds, SANDBOX_ADMIN_ID],
    firstRoles: SANDBOX_ROLES,
    ready: () => `沙盒已经打开，请用浏览器访问 ${sandbox.url}　按 Ctrl+C 停止。`,
    onClockMoved: (tick) => sandbox.onClockMoved(tick),
    close: () => sandbox.close(),
  };
}

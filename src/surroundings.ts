import type { Config } from './config.js';
import type { FirstRole } from './roles/roles.js';
import type { Sandbox } from './sandbox/start-sandbox.js';
import { StartError } from './start-error.js';
import { type Clock, movableClock } from './time/clock.js';

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

/** The real Telegram, or the server that TELEGRAM_API_ROOT names. */
export function telegramAround(config: Config, token: string, base: Clock): Surroundings {
  return {
    sandbox: null,
    token,
    apiRoot: config.telegramApiRoot,
    clock: base,
    adminIds: config.adminIds,
    firstRoles: [],
    ready: (botName) => `机器人 @${botName} 正在运行。按 Ctrl+C 停止。`,
    onClockMoved: () => {},
    close: async () => {},
  };
}

/**
 * A Telegram of our own, with a clock that can be moved.
 * @throws StartError when the port is taken
 */
export async function sandboxAround(config: Config, stateFile: string, base: Clock): Promise<Surroundings> {
  // Loaded only here: the real bot does without the sandbox's memory.
  const { startSandbox } = await import('./sandbox/start-sandbox.js');
  const sandbox = await startSandbox({
    clock: movableClock(base),
    host: config.host,
    port: config.port,
    timeZone: config.timeZone,
    stateFile,
  }).catch((error) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(`${config.host}:${config.port} 已经被别的程序占用：请停掉那个程序，或者用 PORT 换一个端口。`);
  });
  return {
    sandbox,
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

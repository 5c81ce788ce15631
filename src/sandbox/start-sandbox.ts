import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { MovableClock } from '../time/clock.js';
import type { BotApi } from './bot-api/answer-call.js';
import { botApiRoutes } from './bot-api/bot-api-routes.js';
import { type CallLog, createCallLog } from './bot-api/call-log.js';
import { createFaults, type Faults } from './bot-api/faults.js';
import { createLimits, type Limits } from './bot-api/limits.js';
import { startWebhookSender } from './bot-api/webhook-sender.js';
import { controlRoutes } from './control/control-routes.js';
import { createEvents } from './control/events.js';
import { guard } from './control/guard.js';
import { pageRoutes } from './control/page-routes.js';
import { closeDuePolls } from './world/actions/vote.js';
import type { Core, WorldEvent } from './world/core.js';
import { folderFileStore, memoryFileStore } from './world/file-store.js';
import { createStateKeeper, readStateFile, type StateKeeper } from './world/state-file.js';
import { UpdateQueue } from './world/update-queue.js';
import { createWorld, type World } from './world/world.js';
import { emptyWorld, NEWCOMERS, plant, type WorldSeed } from './world/world-seed.js';

/** A local Telegram: Bot API server, chat page and a world in which one person plays everybody. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:8080`; the page is there, and grammY's apiRoot is the same. */
  url: string;
  apiRoot: string;
  token: string;
  bot: { id: number; username: string; first_name: string };
  clock: MovableClock;
  /** What people do, for tests. */
  world: World;
  calls: CallLog;
  faults: Faults;
  limits: Limits;
  /** Moves the clock and waits until every listener is done. @returns the clock afterwards */
  moveClock(to: Date): Promise<Date>;
  onClockMoved(listener: (now: Date) => void | Promise<void>): void;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Moved to where the state file left it, unless it has been moved already. */
  clock: MovableClock;
  /** 127.0.0.1 unless given. */
  host?: string;
  /** 0, the default, is any free one. */
  port?: number;
  /** Keeps the world over a restart (files go into a folder beside it); without one it is gone on close. */
  stateFile?: string;
  /** How the world begins where there is no state yet; the newcomers' street office unless given. */
  seed?: WorldSeed;
  /** Dealt and kept in the state unless given. */
  token?: string;
  /** More that is served on the same address, before the chat page. */
  extraRoutes?: Hono;
  /** IANA name; what the page and the clock's wall times go by. */
  timeZone: string;
}

const IDS_LOST_BY_A_KILL = 1000;
const DUE_POLLS_EVERY_MS = 1000;
/** Longer than any client keeps an idle connection: the server must not close one just as a call is written to it. */
const KEEP_ALIVE_MS = 600_000;

/**
 * Starts the sandbox.
 * @throws Error with code EADDRINUSE when the port is taken; StartError when the state file cannot be understood
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, host = '127.0.0.1', port = 0, stateFile, seed = NEWCOMERS, timeZone } = options;
  const saved = stateFile ? readStateFile(stateFile) : null;
  const state = saved?.world ?? emptyWorld(seed.bot, options.token ?? newToken(seed.bot.id));
  if (options.token) state.bot.token = options.token;
  // A killed sandbox has lost its last moments: the ids dealt in them must not be dealt again for something else.
  if (saved) state.updates.nextId += IDS_LOST_BY_A_KILL;
  if (saved && clock.offsetMs === 0) clock.moveTo(new Date(clock.now().getTime() + saved.clockOffsetMs));

  const events = createEvents();
  let keeper: StateKeeper | null = null;
  const emit = (event: WorldEvent) => {
    events.emit(event);
    if (event.kind === 'change' && event.what !== 'calls') keeper?.note();
  };
  const stateChanged = () => emit({ kind: 'change', what: 'state' });
  const core: Core = {
    state,
    clock,
    updates: new UpdateQueue(state.updates, clock, () => keeper?.note()),
    files: stateFile ? folderFileStore(`${stateFile}.files`) : memoryFileStore(),
    emit,
  };
  if (!saved) plant(core, seed);

  const api: BotApi = {
    core,
    calls: createCallLog(() => emit({ kind: 'change', what: 'calls' })),
    faults: createFaults(stateChanged),
    limits: createLimits(clock, stateChanged),
  };
  const world = createWorld(core);
  const followers: ((now: Date) => void | Promise<void>)[] = [];
  const moveClock = async (to: Date) => {
    clock.moveTo(to);
    closeDuePolls(core);
    stateChanged();
    for (const follow of followers) await follow(clock.now());
    return clock.now();
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
    }),
  );
  // The Bot API has its token for a guard, and bots may know this server by another name.
  app.route('/', botApiRoutes(api));
  app.use(guard(host));
  app.route('/sandbox', controlRoutes({ api, world, events, timeZone, moveClock }));
  if (options.extraRoutes) app.route('/', options.extraRoutes);
  app.route('/', pageRoutes());
  const server = await listen(app, host, port);
  const { port: actualPort } = server.address() as AddressInfo;

  if (stateFile) {
    keeper = createStateKeeper(stateFile, () => ({ version: 1, clockOffsetMs: clock.offsetMs, world: state }));
    if (!saved) keeper.note();
  }
  const stopWebhook = startWebhookSender(core);
  const duePolls = setInterval(() => closeDuePolls(core), DUE_POLLS_EVERY_MS).unref();
  const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${actualPort}`;

  return {
    url,
    apiRoot: url,
    token: state.bot.token,
    bot: { id: state.bot.id, username: state.bot.username, first_name: state.bot.firstName },
    clock,
    world,
    calls: api.calls,
    faults: api.faults,
    limits: api.limits,
    moveClock,
    onClockMoved: (listener) => void followers.push(listener),
    close: async () => {
      clearInterval(duePolls);
      stopWebhook();
      core.updates.cutOff('closed');
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      keeper?.close();
    },
  };
}

/** A token as BotFather deals them: the bot's id and 35 more characters. */
function newToken(botId: number): string {
  return `${botId}:AA${randomBytes(25).toString('base64url').slice(0, 33)}`;
}

function listen(app: Hono<{ Bindings: HttpBindings }>, hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch: app.fetch,
      hostname,
      port,
      serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: KEEP_ALIVE_MS },
    }) as Server;
    server.once('error', reject);
    server.once('listening', () => {
      server.removeListener('error', reject);
      resolve(server);
    });
  });
}

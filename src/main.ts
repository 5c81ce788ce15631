import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { setCommandMenus } from './bot/command-menu.js';
import { createBot } from './bot/create-bot.js';
import { groupTelling } from './bot/groups/group-telling.js';
import { noticeProgress } from './bot/notices/progress.js';
import { createNumberedMenus } from './bot/numbered-menus.js';
import type { BotParts } from './bot/parts.js';
import { createOnceOnly } from './bot/receiving/once-only.js';
import { connect, noteContact, poll, stopPolling } from './bot/receiving/polling.js';
import { receiveByWebhook, setWebhook } from './bot/receiving/webhook.js';
import { webhookSecret } from './bot/receiving/webhook-secret.js';
import { telegramSender } from './bot/telegram-sender.js';
import { createIdentity } from './chats/identity.js';
import { type ClosingStack, createClosingStack } from './closing-stack.js';
import type { Config } from './config.js';
import { loadPack } from './content/load-pack.js';
import { createRunningBackups } from './db/backup/running-backups.js';
import { claimHouse } from './db/claim-house.js';
import { databaseAnswers } from './db/database-answers.js';
import { openBooks } from './db/open-books.js';
import type { Database } from './db/open-database.js';
import { doctorCommand } from './db/probe-database.js';
import { readingCommands } from './db/reading-commands.js';
import { statsCommand } from './db/stats-command.js';
import { createUpkeep } from './db/upkeep.js';
import { createSender } from './delivery/sender.js';
import { createFaq } from './faq/answer-question.js';
import { errorFields, type Log } from './log.js';
import { createMinute, type Minute } from './minute.js';
import type { Sandbox } from './sandbox/start-sandbox.js';
import { startMinuteTick } from './scheduler/minute-tick.js';
import { sandboxAround, telegramAround } from './surroundings.js';
import { type Clock, systemClock } from './time/clock.js';
import { createPulse } from './web/pulse.js';
import { webRoutes } from './web/web-routes.js';
import { WEBHOOK_PATH, type WebhookParts } from './web/webhook-route.js';

/**
 * How long a stop waits for what is under way. Then the database is closed in good order all the same: a message whose
 * answer did not come is `unknown` to the next start, an update that was not finished is handled again.
 */
const STOP_PATIENCE_MS = 7_000;

/** The running program. */
export interface Running {
  database: Database;
  /** the local Telegram; null with a real token */
  sandbox: Sandbox | null;
  /** The web page, health and webhook: such as `http://127.0.0.1:8080`. */
  url: string;
  /** One Chinese line that says that it runs and where to look; the last line of the start. */
  ready: string;
  /** Ends everything in order, with nothing in flight lost; call it once. */
  stop(): Promise<void>;
  /** Never resolves; rejects with StartError when the program cannot go on (token revoked, another poller, lock lost). */
  failed: Promise<never>;
}

/**
 * Starts the product: the real bot with a token, the sandbox without one.
 * @param base the clock everything runs by; the sandbox can be moved ahead of it
 * @throws StartError with one sentence for the operator; nothing is left open then
 */
export async function start(config: Config, log: Log, base: Clock = systemClock): Promise<Running> {
  const closing = createClosingStack();
  try {
    return await wire(config, log, base, closing);
  } catch (error) {
    await closing.closeAll();
    throw error;
  }
}

async function wire(config: Config, log: Log, base: Clock, closing: ClosingStack): Promise<Running> {
  const { timeZone } = config;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failed.catch(() => {});

  // Side by side: at the first start making the database takes as long as everything else together.
  const claiming = claimHouse(config, fail).then((claimed) => {
    closing.add(claimed.close);
    return claimed;
  });
  const loading = loadPack(config.contentDir).then((loaded) => ({ pack: loaded, faq: createFaq(loaded.faq) }));
  // Both are awaited to their end, so that a refusal of one leaves nothing of the other behind.
  await Promise.allSettled([claiming, loading]);
  const { pack, faq } = await loading;
  const house = await claiming;
  const { prisma } = house.database;

  const pulse = createPulse(() => performance.now(), config.webhook);
  // Until the bot is there Telegram is asked to come again.
  let receive: WebhookParts['receive'] = async () => 'not-now';
  const secret = webhookSecret(house.identityKey, config.botToken ?? '');
  const web = webRoutes({
    vitals: async () => ({ ...pulse.vitals(), databaseAnswers: await databaseAnswers(prisma) }),
    webhook: config.webhook ? { secret, receive: (update) => receive(update) } : null,
    log,
  });
  const around =
    config.botToken === null
      ? await sandboxAround(config, house.folder.sandboxStateFile, base, web)
      : await telegramAround(config, config.botToken, base, web);
  closing.add(around.close);
  const { clock } = around;
  const name = randomUUID();

  const identity = createIdentity(house.identityKey);
  const installation = { identity, pack, timeZone, processName: name, isSandbox: around.sandbox !== null };
  const { adminIds, firstRoles } = around;
  const books = await openBooks(prisma, { ...installation, adminIds, firstRoles }, clock.now());
  const backups = createRunningBackups(house, config, clock);
  house.answer([
    ...readingCommands(prisma, timeZone),
    statsCommand(books.reach, pack.units),
    doctorCommand(house.database),
    backups.command,
  ]);

  const once = createOnceOnly(books.seenUpdates, clock, log);
  let minute: Minute | null = null;
  const parts: BotParts = {
    ...{ ...books, pack, faq, identity, once, clock, timeZone, log },
    menus: createNumberedMenus(),
    retentionDays: config.retentionDays,
    wake: () => minute?.wake(),
  };
  const bot = createBot(around.token, around.apiRoot, parts);
  const progress = noticeProgress(bot.api, parts);
  noteContact(bot, pulse.heardTelegram);
  await connect(bot, around.apiRoot ?? 'api.telegram.org');

  const orphans = await books.ledger.settleOrphans(clock.now());
  if (orphans > 0) log.warn({ orphans }, 'deliveries.unknown');
  const sender = createSender({
    ledger: books.ledger,
    clock,
    send: telegramSender(bot.api, identity),
    name,
    ratePerSecond: config.sendRatePerSecond,
    sleep: (ms) => delay(ms),
    onSettled: (event) => {
      log.debug(event, 'delivery.settled');
      progress.noteDelivery();
    },
  });
  const { tick, settled, wake, stopWaking } = createMinute({
    ...{ pack, books, sender, progress, backups, pulse, clock, timeZone, log },
    tellOfGroups: groupTelling(bot.api, parts),
    upkeep: createUpkeep(house.database, books, config.retentionDays),
  });
  minute = { tick, settled, wake, stopWaking };
  around.onClockMoved(async () => {
    await tick();
    await settled();
  });

  let stopReceiving = once.stop;
  if (config.webhook) {
    receive = receiveByWebhook(bot, log);
    await setWebhook(bot, `${config.publicUrl}${WEBHOOK_PATH}`, secret);
  } else {
    const polling = poll(bot).catch(fail);
    stopReceiving = () => stopPolling(bot, once, polling);
  }
  const stopTicks = startMinuteTick(tick, timeZone);
  // Side by side: each may have to wait for one answer of Telegram, and the whole stop has 10 seconds.
  closing.add(() => {
    pulse.stopping();
    const ended = Promise.all([
      stopReceiving(),
      sender.stop().then(settled),
      stopTicks(STOP_PATIENCE_MS),
      stopWaking(),
    ]);
    return Promise.race([ended, delay(STOP_PATIENCE_MS, undefined, { ref: false })]);
  });
  // Closed first: a tick that is making a backup must not hold the stop up.
  closing.add(backups.close);
  pulse.running();
  setCommandMenus(bot.api).catch((error) => log.warn(errorFields(error), 'commands.not-set'));
  wake();
  log.info(
    {
      database: house.database.kind,
      migrated: house.database.migrated.length,
      faq: pack.faq.length,
      observances: pack.observances.length,
    },
    'started',
  );
  return {
    database: house.database,
    sandbox: around.sandbox,
    url: around.url,
    ready: around.ready(bot.botInfo.username),
    stop: closing.closeAll,
    failed,
  };
}

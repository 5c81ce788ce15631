import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { setCommandMenus } from './bot/command-menu.js';
import { createBot } from './bot/create-bot.js';
import { noticeProgress } from './bot/notices/progress.js';
import { createNumberedMenus } from './bot/numbered-menus.js';
import type { BotParts } from './bot/parts.js';
import { connect, poll } from './bot/polling.js';
import { telegramSender } from './bot/telegram-sender.js';
import { tellOfGroups } from './bot/tell-of-groups.js';
import { createIdentity } from './chats/identity.js';
import { type ClosingStack, createClosingStack } from './closing-stack.js';
import type { Config } from './config.js';
import { loadPack } from './content/load-pack.js';
import { createChatBook } from './db/chat-book.js';
import { claimHouse } from './db/claim-house.js';
import { createDialogueBook } from './db/dialogue-book.js';
import { createGroupBook } from './db/group-book.js';
import { createInteractionBook } from './db/interaction-book.js';
import { createLedger } from './db/ledger.js';
import { createNoticeBook } from './db/notice-book.js';
import { createNoticeDesk } from './db/notice-desk.js';
import { createNoticeWatches } from './db/notice-watches.js';
import type { Database } from './db/open-database.js';
import { plantRoles } from './db/plant-roles.js';
import { createQuestionLog } from './db/question-log.js';
import { createReachRows } from './db/reach-rows.js';
import { readingCommands } from './db/reading-commands.js';
import { createRoleBook } from './db/role-book.js';
import { statsCommand } from './db/stats-command.js';
import { createTraining } from './db/training.js';
import { syncUnits } from './db/unit-tree.js';
import { createUpkeep } from './db/upkeep.js';
import { createSender } from './delivery/sender.js';
import { createFaq } from './faq/answer-question.js';
import { errorFields, type Log } from './log.js';
import { releaseDueSteps } from './notices/release-due-steps.js';
import type { Sandbox } from './sandbox/start-sandbox.js';
import { startMinuteTick } from './scheduler/minute-tick.js';
import { sandboxAround, telegramAround } from './surroundings.js';
import { type Clock, systemClock } from './time/clock.js';

/** The running program. */
export interface Running {
  database: Database;
  /** the local Telegram; null with a real token */
  sandbox: Sandbox | null;
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
  await syncUnits(prisma, pack.units);

  const around =
    config.botToken === null
      ? await sandboxAround(config, house.folder.sandboxStateFile, base)
      : telegramAround(config, config.botToken, base);
  closing.add(around.close);
  const { clock } = around;

  const reach = createReachRows(prisma);
  house.answer([...readingCommands(prisma, timeZone), statsCommand(reach, pack.units)]);

  const identity = createIdentity(house.identityKey);
  const unitIds = pack.units.map((unit) => unit.id);
  const chats = createChatBook(prisma, identity, timeZone, unitIds);
  const groups = createGroupBook(prisma, identity, timeZone, unitIds);
  const ledger = createLedger(prisma, identity, timeZone);
  const notices = createNoticeBook(prisma);
  const questions = createQuestionLog(prisma, timeZone);
  const interactions = createInteractionBook(prisma, timeZone);
  const rootUnitIds = pack.units.filter((unit) => unit.parentId === null).map((unit) => unit.id);
  await plantRoles(prisma, identity, around.firstRoles, clock.now(), timeZone);
  const roles = createRoleBook(prisma, identity, around.adminIds, rootUnitIds);
  const menus = createNumberedMenus();
  let wake = () => {};
  const parts: BotParts = {
    ...{ pack, faq, chats, questions, roles, identity, menus, clock, timeZone, log },
    retentionDays: config.retentionDays,
    dialogues: createDialogueBook(prisma),
    // notices
    noticeBook: notices,
    desk: createNoticeDesk(prisma, timeZone),
    watches: createNoticeWatches(prisma),
    training: around.sandbox ? createTraining(prisma, timeZone) : null,
    wake: () => wake(),
    // roles
    // statistics
    interactions,
    reach,
    // groups
    groups,
    // activities
  };
  const bot = createBot(around.token, around.apiRoot, parts);
  const progress = noticeProgress(bot.api, parts);
  await connect(bot, around.apiRoot ?? 'api.telegram.org');

  const orphans = await ledger.settleOrphans(clock.now());
  if (orphans > 0) log.warn({ orphans }, 'deliveries.unknown');
  const sender = createSender({
    ledger,
    clock,
    send: telegramSender(bot.api, identity),
    name: randomUUID(),
    ratePerSecond: config.sendRatePerSecond,
    sleep: (ms) => delay(ms),
    onSettled: (event) => {
      log.debug(event, 'delivery.settled');
      progress.noteDelivery();
    },
  });
  const upkeep = createUpkeep(house.database, questions, interactions, config.retentionDays);

  const plan = async () => {
    const steps = await releaseDueSteps(pack, notices, timeZone, clock.now());
    for (const released of steps.released) log.info(released, 'notice.released');
    for (const slot of steps.skipped) log.warn({ slot }, 'notice.skipped');
    await parts.desk.startDue(clock.now());
  };
  const send = async () => {
    const startedMs = performance.now();
    const run = await sender.drain();
    const durationMs = Math.round(performance.now() - startedMs);
    if (run.sent + run.refused + run.waiting + run.unknown > 0) log.info({ ...run, durationMs }, 'deliveries.done');
    if (run.halted) log.error({ reason: run.halted }, 'deliveries.halted');
    await progress.refresh();
  };
  const quietly = (work: Promise<void>) => work.catch((error) => log.error(errorFields(error), 'tick.failed'));
  let sending = Promise.resolve();
  /** What a minute does; sending goes on beside it, so that a long send never holds up what becomes due meanwhile. */
  const tick = async () => {
    await quietly(plan());
    sending = quietly(send());
    await quietly(tellOfGroups(bot.api, parts, clock.now()));
    await quietly(upkeep(clock.now()));
  };
  around.onClockMoved(async () => {
    await tick();
    await sending;
  });
  wake = () => void tick();

  const polling = poll(bot).catch(fail);
  closing.add(async () => {
    await bot.stop();
    await polling;
  });
  closing.add(() => sender.stop().then(() => sending));
  const stopTicks = startMinuteTick(tick, timeZone);
  closing.add(() => stopTicks(5_000));
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
    ready: around.ready(bot.botInfo.username),
    stop: closing.closeAll,
    failed,
  };
}

import { statfs } from 'node:fs/promises';
import { probeTelegram, type TelegramProbe } from './bot/probe-telegram.js';
import type { Config } from './config.js';
import { readPack } from './content/read-pack.js';
import { keyIn, worldOf } from './db/backup/house-facts.js';
import { dataFolderOf } from './db/claim-house.js';
import { keyFingerprint } from './db/identity-key.js';
import type { DatabaseLook } from './db/look-at-database.js';
import { type DatabaseFound, probeDatabase } from './db/probe-database.js';
import type { Finding } from './doctor/finding.js';
import * as machine from './doctor/judge-machine.js';
import * as telegram from './doctor/judge-telegram.js';
import type { Clock } from './time/clock.js';
import { isoInZone } from './time/zone.js';
import { probePage } from './web/probe-page.js';
import { WEBHOOK_PATH } from './web/webhook-route.js';

/**
 * Looks at everything the program needs and says what is wrong and what to do; changes nothing, also while the bot runs.
 * @param tell called with each finding as soon as it is there
 */
export async function runDoctor(config: Config, clock: Clock, tell: (finding: Finding) => void): Promise<void> {
  tell({ level: 'ok', subject: '设置', text: '都读得懂。' });
  const found = await probeDatabase(config);
  const { running, look } = found;
  if (config.botToken === null) {
    const text = '没有填，运行的是沙盒（练习用）；要上线就从 @BotFather 要一个，填进 .env 的 BOT_TOKEN。';
    tell({ level: 'note', subject: '令牌', text });
  } else {
    const apiRoot = config.telegramApiRoot ?? 'https://api.telegram.org';
    await examineTelegram(config, probeTelegram(config.botToken, apiRoot, clock), apiRoot, found, clock, tell);
    tell(machine.judgeAdmins(config.adminIds));
  }
  tell(machine.judgeDatabase(databaseOf(config, found), running));
  if (look) tell(machine.judgeOwnership(ownershipOf(config, look)));
  if (config.botToken === null) tell(judgeDatabaseClock(config, look, clock));
  tell(machine.judgeZone(config.timeZone, isoInZone(clock.now(), config.timeZone).slice(0, 16).replace('T', ' ')));
  const { problems } = await readPack(config.contentDir);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  tell(machine.judgeContent(errors, problems.length - errors));
  if (config.port !== 0) {
    tell(machine.judgePage(await probePage(config.host, config.port), `${config.host}:${config.port}`, running));
  }
  tell(machine.judgeDisk(await freeBytes(config.dataDir)));
}

async function examineTelegram(
  config: Config,
  probe: TelegramProbe,
  apiRoot: string,
  { running, look }: DatabaseFound,
  clock: Clock,
  tell: (finding: Finding) => void,
): Promise<void> {
  const token = await probe.token();
  tell(telegram.judgeToken(token, new URL(apiRoot).host));
  const ahead = await probe.clockAheadSeconds();
  if (ahead === null) tell(judgeDatabaseClock(config, look, clock));
  else tell(machine.judgeClock(ahead, 'Telegram '));
  if (token.kind !== 'known') return;
  tell(telegram.judgePrivacy(token.readsAllMessages));
  const receiving = await probe.receiving();
  const wanted = config.webhook ? `${config.publicUrl}${WEBHOOK_PATH}` : null;
  if (receiving) tell(telegram.judgeReceiving(receiving, wanted, running, clock.now()));
  if (!look) return;
  const groups: Parameters<typeof telegram.judgeGroups>[0] = [];
  // One after the other: Telegram limits how many calls a bot may make in a second.
  for (const { title, address } of look.groups) groups.push({ title, right: await probe.rightIn(Number(address)) });
  tell(telegram.judgeGroups(groups));
}

function databaseOf(config: Config, { look, sentence }: DatabaseFound): machine.DatabaseProbe {
  if (sentence !== null) return { kind: 'unusable', sentence };
  if (look === null) return { kind: 'not-made' };
  const { version, pendingMigrations } = look;
  return { kind: 'open', place: config.databaseUrl === null ? 'embedded' : 'server', version, pendingMigrations };
}

function ownershipOf(config: Config, { keyFingerprint: written, world }: DatabaseLook): machine.OwnershipProbe {
  if (world !== null && world !== worldOf(config)) return 'other-world';
  if (written === null) return 'no-rows';
  const key = config.identityKey ?? keyIn(dataFolderOf(config));
  if (key === null) return 'no-key';
  return keyFingerprint(key) === written ? 'ours' : 'other-key';
}

/** The embedded database has this machine's own clock: nothing to compare with. */
function judgeDatabaseClock(config: Config, look: DatabaseLook | null, clock: Clock): Finding {
  const comparable = config.databaseUrl !== null && look !== null;
  return machine.judgeClock(comparable ? (clock.now().getTime() - look.clockMs) / 1000 : null, '数据库服务器');
}

async function freeBytes(dir: string): Promise<number | null> {
  return statfs(dir).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}

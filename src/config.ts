import { z } from 'zod';
import { StartError } from './start-error.js';
import { isTimeZone } from './time/zone.js';

/** The settings after checking; what each means stands in README and .env.example. */
export interface Config {
  /** null: the sandbox */
  botToken: string | null;
  /** null: Telegram's own */
  telegramApiRoot: string | null;
  /** null: the embedded database in dataDir */
  databaseUrl: string | null;
  dataDir: string;
  contentDir: string;
  timeZone: string;
  adminIds: number[];
  host: string;
  port: number;
  /** where people and Telegram reach this program from outside, without a slash at its end; null: nowhere */
  publicUrl: string | null;
  /** updates by webhook under `publicUrl`; otherwise by long polling */
  webhook: boolean;
  sendRatePerSecond: number;
  /** null: generated into dataDir at the first start */
  identityKey: string | null;
  retentionDays: number;
  /** nightly backups kept; 0: none is made */
  backupKeep: number;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (min: number, max: number, message: string) =>
  z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);

const url = (protocols: string[], message: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message);

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password, search, hash } = new URL(text);
  return `${username}${password}${search}${hash}` === '';
}

/** One line per setting: what it must be, in words an operator can act on. */
const settings = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d{1,20}:[\w-]{20,}$/, '应当是 BotFather 给的那一串，形如 123456:ABC…；留空就打开沙盒')
    .optional(),
  TELEGRAM_API_ROOT: url(['http:', 'https:'], '应当是 http:// 或 https:// 开头的网址')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: url(['postgresql:', 'postgres:'], '应当是 postgresql://用户:密码@主机:端口/库名').optional(),
  DATA_DIR: z.string().default('./data'),
  CONTENT_DIR: z.string().default('./content'),
  TIMEZONE: z.string().refine(isTimeZone, '应当是时区名，例如 Asia/Shanghai').default('Asia/Shanghai'),
  ADMIN_IDS: z
    .string()
    .regex(/^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/, '应当是 Telegram 用户编号，用英文逗号隔开')
    .transform((text) => text.split(',').map(Number))
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, '应当是 0 到 65535 的整数').default(8080),
  PUBLIC_URL: url(['http:', 'https:'], '应当是 http:// 或 https:// 开头的网址')
    .refine(isPlainAddress, '只写网址本身，不要带用户名、? 和 # 后面的部分')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  WEBHOOK: z.enum(['true', 'false'], '应当是 true 或 false').default('false'),
  SEND_RATE_PER_SECOND: wholeNumber(1, 1_000, '应当是 1 到 1000 的整数').default(25),
  IDENTITY_KEY: z.string().min(16, '至少要 16 个字符').optional(),
  RETENTION_DAYS: wholeNumber(1, 3_650, '应当是 1 到 3650 的整数').default(90),
  BACKUP_KEEP: wholeNumber(0, 365, '应当是 0 到 365 的整数，0 表示不做每夜备份').default(7),
  LOG_LEVEL: z.enum(LOG_LEVELS, `应当是 ${LOG_LEVELS.join('、')} 之一`).default('info'),
});

/** Telegram hands updates to these ports only (Bot API, setWebhook); a server of one's own takes any, and plain HTTP. */
const WEBHOOK_PORTS = ['', '443', '80', '88', '8443'];

/** What a webhook needs of the other settings; on the raw values, so that it is named together with everything else. */
function webhookProblems(env: Record<string, string | undefined>): string[] {
  if (env.WEBHOOK !== 'true') return [];
  const problems: string[] = [];
  if (!env.BOT_TOKEN) problems.push('WEBHOOK：沙盒用不着 webhook，请填上 BOT_TOKEN，或者把 WEBHOOK 改成 false');
  const address = env.PUBLIC_URL;
  if (!address) return [...problems, 'PUBLIC_URL：用 webhook 时必须填，写 Telegram 能访问到的 https 网址'];
  if (env.TELEGRAM_API_ROOT || !URL.canParse(address)) return problems;
  const { protocol, port } = new URL(address);
  if (protocol !== 'https:') problems.push('PUBLIC_URL：用 webhook 时必须是 https:// 开头的网址');
  if (!WEBHOOK_PORTS.includes(port)) problems.push('PUBLIC_URL：Telegram 的 webhook 只用 443、80、88、8443 这几个端口');
  return problems;
}

/**
 * Reads the settings.
 * @param env  names and values; an empty value counts as absent, unknown names are not ours to judge
 * @throws StartError (exit code 2) that names every wrong setting at once; values are not repeated, they may be secret
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(present);
  const issues = result.error?.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`) ?? [];
  const problems = [...new Set([...issues, ...webhookProblems(present)])];
  if (!result.success || problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem}`).join('\n');
    throw new StartError(`设置有误，请改 .env 文件或环境变量后再启动：\n${lines}`, 2);
  }
  const value = result.data;
  return {
    botToken: value.BOT_TOKEN ?? null,
    telegramApiRoot: value.TELEGRAM_API_ROOT ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    contentDir: value.CONTENT_DIR,
    timeZone: value.TIMEZONE,
    adminIds: value.ADMIN_IDS ?? [],
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? null,
    webhook: value.WEBHOOK === 'true',
    sendRatePerSecond: value.SEND_RATE_PER_SECOND,
    identityKey: value.IDENTITY_KEY ?? null,
    retentionDays: value.RETENTION_DAYS,
    backupKeep: value.BACKUP_KEEP,
    logLevel: value.LOG_LEVEL,
  };
}

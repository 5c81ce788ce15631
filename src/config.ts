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
  SEND_RATE_PER_SECOND: wholeNumber(1, 1_000, '应当是 1 到 1000 的整数').default(25),
  IDENTITY_KEY: z.string().min(16, '至少要 16 个字符').optional(),
  RETENTION_DAYS: wholeNumber(1, 3_650, '应当是 1 到 3650 的整数').default(90),
  BACKUP_KEEP: wholeNumber(0, 365, '应当是 0 到 365 的整数，0 表示不做每夜备份').default(7),
  LOG_LEVEL: z.enum(LOG_LEVELS, `应当是 ${LOG_LEVELS.join('、')} 之一`).default('info'),
});

/**
 * Reads the settings.
 * @param env  names and values; an empty value counts as absent, unknown names are not ours to judge
 * @throws StartError (exit code 2) that names every wrong setting at once; values are not repeated, they may be secret
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(present);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
    throw new StartError(`设置有误，请改 .env 文件或环境变量后再启动：\n${[...new Set(lines)].join('\n')}`, 2);
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
    sendRatePerSecond: value.SEND_RATE_PER_SECOND,
    identityKey: value.IDENTITY_KEY ?? null,
    retentionDays: value.RETENTION_DAYS,
    backupKeep: value.BACKUP_KEEP,
    logLevel: value.LOG_LEVEL,
  };
}

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { StartError } from '../start-error.js';
import type { PrismaClient } from './open-database.js';

/** The setting that holds the fingerprint. */
export const KEY_CHECK = 'identity-key-check';

/** The setting that says whether the database is the sandbox's or a real bot's. */
export const WORLD = 'world';

/**
 * The installation's secret: the one given, or the one in the file, made at the first start.
 * Whoever loses it loses every private address, so it belongs into the backup.
 */
export function identityKey(given: string | null, file: string): string {
  if (given) return given;
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Tells keys apart without giving them away. */
export function keyFingerprint(key: string): string {
  return createHash('sha256').update(`pufa identity check ${key}`).digest('hex').slice(0, 16);
}

/**
 * Makes sure that the database was written with this key; the first start leaves a fingerprint of it.
 * @throws StartError when it was another key: every resident would be a stranger and no address could be opened
 */
export async function checkIdentityKey(prisma: PrismaClient, key: string): Promise<void> {
  const value = keyFingerprint(key);
  const known = await prisma.setting.upsert({
    where: { key: KEY_CHECK },
    create: { key: KEY_CHECK, value },
    update: {},
  });
  if (known.value === value) return;
  throw new StartError(
    '身份密钥和数据库对不上：请把 IDENTITY_KEY 设成原来的值，或者把原来数据文件夹里的 identity.key 放回去。数据没有动。',
  );
}

/**
 * Keeps the sandbox's invented chats and the real ones apart: a database belongs to the world that used it first.
 * @throws StartError when this database belongs to the other one
 */
export async function checkWorld(prisma: PrismaClient, world: 'sandbox' | 'telegram'): Promise<void> {
  const known = await prisma.setting.upsert({
    where: { key: WORLD },
    create: { key: WORLD, value: world },
    update: {},
  });
  if (known.value === world) return;
  throw new StartError(
    world === 'telegram'
      ? '这个数据库是沙盒用过的，里面的群和人都是假的：请给真正的机器人换一个空数据库（DATABASE_URL 或 DATA_DIR）。'
      : '这个数据库是真正的机器人在用的：沙盒请换一个空数据库（DATABASE_URL 或 DATA_DIR），或者填上 BOT_TOKEN。',
  );
}

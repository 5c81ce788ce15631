import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * How people and chats are known without being recorded: a keyed hash to recognise them by, and a sealed address to
 * write to. Without the key (`IDENTITY_KEY`) neither leads back to a Telegram id, so a copy of the database alone
 * names nobody.
 */
export interface Identity {
  /** The keyed hash of a Telegram user or chat id; the same id always gives the same key. */
  keyOf(telegramId: number): string;
  /** A keyed hash of a secret such as a binding code. */
  hashOf(secret: string): string;
  /** An address that only `open` reads; sealing twice gives two different texts. */
  seal(telegramId: number): string;
  /** @throws when it was sealed with another key or changed since */
  open(sealed: string): number;
}

const SEALED = 's1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** @param secret the installation's IDENTITY_KEY: any text of 16 characters or more */
export function createIdentity(secret: string): Identity {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `pufa ${purpose}`, 32));
  const hashKey = derive('keyed hash of ids');
  const codeKey = derive('keyed hash of codes');
  const sealKey = derive('sealed addresses');
  const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 27);
  return {
    keyOf: (telegramId) => hmac(hashKey, String(telegramId)),
    hashOf: (text) => hmac(codeKey, text),
    seal: (telegramId) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv);
      const body = Buffer.concat([cipher.update(String(telegramId)), cipher.final()]);
      return SEALED + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed.slice(SEALED.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return Number(body.toString('utf8'));
    },
  };
}

/** The address of a chat row: sealed for people, plain for groups and channels, which are public places of the office. */
export function addressOf(
  identity: Identity,
  kind: 'private' | 'group' | 'supergroup' | 'channel',
  id: number,
): string {
  return kind === 'private' ? identity.seal(id) : String(id);
}

/** The chat id behind an address made by `addressOf`. */
export function chatIdOf(identity: Identity, address: string): number {
  return address.startsWith(SEALED) ? identity.open(address) : Number(address);
}

import { hkdfSync } from 'node:crypto';

/**
 * The secret that Telegram repeats with every update it hands over: the same for every process and every start of an
 * installation with this key and token. 43 characters of A-Z, a-z, 0-9, - and _ (Bot API, setWebhook: 1-256 of these).
 */
export function webhookSecret(identityKey: string, token: string): string {
  return Buffer.from(hkdfSync('sha256', identityKey, token, 'pufa webhook secret', 32)).toString('base64url');
}

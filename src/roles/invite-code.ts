import { randomBytes } from 'node:crypto';

/** Start parameter of the link (Bot API, "Deep Linking": A-Z a-z 0-9 _ -, 64 at most). */
const PREFIX = 'inv_';

/**
 * A new one-time code: 128 bits, which nobody guesses, so wrong ones need no counting. Written in hexadecimal, because
 * the same code travels in callback data, which knows small letters and digits only.
 */
export function makeInviteCode(): string {
  return randomBytes(16).toString('hex');
}

/** What follows `?start=` in the link. */
export function invitePayload(code: string): string {
  return PREFIX + code;
}

/** @returns the code; '' for an invitation's payload without a whole code; null for a payload of another kind */
export function readInvitePayload(payload: string): string | null {
  if (!payload.startsWith(PREFIX)) return null;
  const code = payload.slice(PREFIX.length);
  return /^[0-9a-f]{32}$/.test(code) ? code : '';
}

import { randomInt } from 'node:crypto';

/** How long the office's code may be used. */
export const BIND_CODE_VALID_DAYS = 7;

/** Wrong codes a person may try in an hour before we stop listening; 8 digits cannot be guessed at that pace. */
export const WRONG_CODES_PER_HOUR = 5;

const DIGITS = 8;

/** A new one-time binding code: 8 digits, so that it can be read out over the phone. */
export function makeBindCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** The code as people read it: `4827 3916`. */
export function showBindCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** Start parameter of the link that adds the bot and binds in one tap (Bot API, "Deep Linking": A-Z a-z 0-9 _ -). */
export function bindPayload(code: string): string {
  return `bind_${code}`;
}

/**
 * Finds a binding code in what a person typed: `绑定 4827 3916`, `48273916`, full-width digits, or a link's payload.
 * @returns the 8 digits, or null when there are not exactly 8
 */
export function readBindCode(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/^\s*(绑定码?|bind_?)[\s:：]*/i, '');
  const digits = plain.replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

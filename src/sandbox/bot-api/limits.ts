import type { Clock } from '../../time/clock.js';

/** Telegram's published sending limits (Bots FAQ: My bot is hitting limits), off until they are switched on. */
export interface Limits {
  readonly on: boolean;
  set(on: boolean): void;
}

export interface LimitBook extends Limits {
  /**
   * Counts one message to a chat.
   * @returns null when it may go out, otherwise the seconds to wait; a refused one does not count
   */
  count(chatId: number): number | null;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const PER_CHAT_A_SECOND = 1;
const PER_GROUP_A_MINUTE = 20;
const PER_BOT_A_SECOND = 30;

/** @param clock whose seconds are counted */
export function createLimits(clock: Clock, onChange: () => void): LimitBook {
  let on = false;
  let sent: { chatId: number; atMs: number }[] = [];
  return {
    get on() {
      return on;
    },
    set: (wanted) => {
      on = wanted;
      sent = [];
      onChange();
    },
    count: (chatId) => {
      if (!on) return null;
      const nowMs = clock.now().getTime();
      sent = sent.filter(({ atMs }) => atMs > nowMs - MINUTE_MS && atMs <= nowMs);
      const here = sent.filter((one) => one.chatId === chatId);
      const waitMs = Math.max(
        waitOf(here, PER_CHAT_A_SECOND, SECOND_MS, nowMs),
        chatId < 0 ? waitOf(here, PER_GROUP_A_MINUTE, MINUTE_MS, nowMs) : 0,
        waitOf(sent, PER_BOT_A_SECOND, SECOND_MS, nowMs),
      );
      if (waitMs > 0) return Math.ceil(waitMs / SECOND_MS);
      sent.push({ chatId, atMs: nowMs });
      return null;
    },
  };
}

/** How long until fewer than `most` lie within the window. */
function waitOf(sent: readonly { atMs: number }[], most: number, windowMs: number, nowMs: number): number {
  const inside = sent.filter(({ atMs }) => atMs > nowMs - windowMs);
  const oldest = inside[inside.length - most];
  return oldest ? oldest.atMs + windowMs - nowMs : 0;
}

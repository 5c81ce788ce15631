import { randomInt } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Clock } from '../../time/clock.js';
import { UPDATE_TYPES } from './update-types.js';
import type { QueuedUpdate, UpdatesState, UpdateType } from './world-state.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Not in the default set (Bot API: getUpdates, allowed_updates). */
const ONLY_ON_REQUEST: UpdateType[] = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** How long an update waits to be fetched (tdlib/telegram-bot-api: Client, add_update timeouts). */
const LIFE_MS: Partial<Record<UpdateType, number>> = {
  inline_query: 30_000,
  callback_query: 150_000,
  shipping_query: 150_000,
  pre_checkout_query: 150_000,
  chosen_inline_result: 600_000,
};

/** How a long poll ended: with updates (none when the time was up), or cut off by someone else. */
export type PollEnd = { updates: Update[] } | { cutOff: 'getUpdates' | 'setWebhook' | 'closed' };

interface Waiter {
  end(result: PollEnd): void;
  look(): void;
}

/** The updates of one bot: made by the world, fetched by long polling or handed to a webhook. */
export class UpdateQueue {
  private waiter: Waiter | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly state: UpdatesState,
    private readonly clock: Clock,
    private readonly onChange: () => void,
  ) {}

  /**
   * Queues an update unless its type is not asked for: then it never exists and takes no id.
   * @param body frozen as it is now
   * @param queue the webhook queue it belongs to
   */
  push(type: UpdateType, body: object, queue: string): void {
    if (!this.isAllowed(type)) return;
    const nowMs = this.clock.now().getTime();
    const { lastAtMs } = this.state;
    // Bot API, Update: after a week without updates the next id is random.
    if (lastAtMs !== null && nowMs - lastAtMs >= WEEK_MS) this.state.nextId = randomInt(100_000_000, 900_000_000);
    this.state.queue.push({
      id: this.state.nextId,
      type,
      body: structuredClone(body),
      queue,
      expiresAtMs: nowMs + (LIFE_MS[type] ?? 24 * HOUR_MS),
    });
    this.state.nextId += 1;
    this.state.lastAtMs = nowMs;
    this.onChange();
    this.waiter?.look();
    for (const listener of this.listeners) listener();
  }

  isAllowed(type: UpdateType): boolean {
    return this.state.allowed?.includes(type) ?? !ONLY_ON_REQUEST.includes(type);
  }

  /** @param names as sent by the bot; an array that names no known type means the default set */
  allow(names: string[]): void {
    const lower = names.map((name) => name.toLowerCase());
    const known = UPDATE_TYPES.filter((type) => lower.includes(type));
    this.state.allowed = known.length === 0 ? null : known;
    this.onChange();
  }

  /** The types asked for; null for the default set. */
  get allowed(): UpdateType[] | null {
    return this.state.allowed;
  }

  /** All that is waiting and has not expired, oldest first. */
  pending(): QueuedUpdate[] {
    const nowMs = this.clock.now().getTime();
    this.state.queue = this.state.queue.filter((update) => update.expiresAtMs > nowMs);
    return this.state.queue;
  }

  /** Forgets one update: a webhook has taken it. */
  forget(id: number): void {
    this.state.queue = this.state.queue.filter((update) => update.id !== id);
    this.onChange();
  }

  clear(): void {
    this.state.queue = [];
    this.onChange();
  }

  /**
   * Long polling (Bot API: getUpdates). A poll that has to wait ends an older one that is waiting.
   * @param offset confirms everything below it; negative keeps the newest; 0 confirms nothing
   * @param limit 1–100
   * @param timeoutSeconds 0–50, in real time
   * @param signal ends the wait when the caller is gone
   */
  poll(offset: number, limit: number, timeoutSeconds: number, signal: AbortSignal): Promise<PollEnd> {
    const ready = this.take(offset, limit);
    if (ready.length > 0 || timeoutSeconds === 0) return Promise.resolve({ updates: ready });
    this.cutOff('getUpdates');
    return new Promise((resolve) => {
      const end = (result: PollEnd) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', gone);
        if (this.waiter === waiter) this.waiter = null;
        resolve(result);
      };
      const gone = () => end({ cutOff: 'closed' });
      const waiter: Waiter = {
        end,
        look: () => {
          const updates = this.take(offset, limit);
          if (updates.length > 0) end({ updates });
        },
      };
      const timer = setTimeout(() => end({ updates: [] }), timeoutSeconds * 1000);
      signal.addEventListener('abort', gone);
      this.waiter = waiter;
      if (signal.aborted) gone();
    });
  }

  /** Ends a waiting poll. */
  cutOff(by: 'getUpdates' | 'setWebhook' | 'closed'): void {
    this.waiter?.end({ cutOff: by });
  }

  /** Called after each new update. @returns stops it */
  onPush(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private take(offset: number, limit: number): Update[] {
    const pending = this.pending();
    // An offset beyond the end is from before the ids were drawn anew: it confirms nothing.
    if (offset > 0 && offset <= this.state.nextId) this.confirm(pending.filter((update) => update.id >= offset));
    else if (offset < 0) this.confirm(pending.slice(offset));
    return this.state.queue.slice(0, limit).map(asUpdate);
  }

  private confirm(left: QueuedUpdate[]): void {
    if (left.length === this.state.queue.length) return;
    this.state.queue = left;
    this.onChange();
  }
}

/** The update as it goes to the bot. */
export function asUpdate(queued: QueuedUpdate): Update {
  return { update_id: queued.id, [queued.type]: queued.body };
}

import { randomInt } from 'node:crypto';
import type { Core } from '../world/core.js';
import { asUpdate } from '../world/update-queue.js';
import type { QueuedUpdate, WebhookState } from '../world/world-state.js';

const READ_TIMEOUT_MS = 60_000;
const RETRY_AFTER_LIMIT_SECONDS = 3600;
/** Failed tries, then pauses of 2, 4, 8 … seconds up to a random 60–120 (tdlib/telegram-bot-api: WebhookActor). */
const pauseSeconds = (failures: number) => (failures <= 1 ? 0 : Math.min(2 ** (failures - 1), randomInt(60, 121)));

/** One row of updates that go out in order, one at a time. */
interface Lane {
  failures: number;
  notBeforeMs: number;
  busy: boolean;
}

/**
 * Hands updates to the bot's webhook while one is set. Updates of one queue go in order, a failing one holds up only its
 * queue; any 2xx takes it; what has expired is dropped. Pauses pass in real time.
 * @returns stops it
 */
export function startWebhookSender(core: Core): () => void {
  const lanes = new Map<string, Lane>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | null = null;

  const look = () => {
    if (stopping.signal.aborted) return;
    const { webhook } = core.state.bot;
    if (!webhook) {
      lanes.clear();
      return;
    }
    const seen = new Set<string>();
    for (const update of core.updates.pending()) {
      if (seen.has(update.queue)) continue;
      seen.add(update.queue);
      const lane = lanes.get(update.queue) ?? { failures: 0, notBeforeMs: 0, busy: false };
      lanes.set(update.queue, lane);
      const inFlight = [...lanes.values()].filter(({ busy }) => busy).length;
      if (lane.busy || lane.notBeforeMs > performance.now() || inFlight >= webhook.maxConnections) continue;
      lane.busy = true;
      void hand(webhook, update, lane);
    }
    for (const [queue, lane] of lanes) if (!seen.has(queue) && !lane.busy) lanes.delete(queue);
    wakeForRetries();
  };

  const wakeForRetries = () => {
    const waits = [...lanes.values()].filter(({ busy, notBeforeMs }) => !busy && notBeforeMs > 0);
    if (timer) clearTimeout(timer);
    timer = null;
    if (waits.length === 0) return;
    const nextMs = Math.min(...waits.map(({ notBeforeMs }) => notBeforeMs)) - performance.now();
    timer = setTimeout(look, Math.max(nextMs, 10)).unref();
  };

  const hand = async (webhook: WebhookState, update: QueuedUpdate, lane: Lane) => {
    const failure = await post(webhook, update, stopping.signal);
    lane.busy = false;
    if (stopping.signal.aborted) return;
    if (failure === null) {
      lane.failures = 0;
      lane.notBeforeMs = 0;
      core.updates.forget(update.id);
    } else {
      lane.failures += 1;
      const seconds = failure.retryAfterSeconds ?? pauseSeconds(lane.failures);
      lane.notBeforeMs = performance.now() + seconds * 1000;
      webhook.lastErrorAtMs = core.clock.now().getTime();
      webhook.lastErrorMessage = failure.message;
      core.emit({ kind: 'change', what: 'state' });
    }
    look();
  };

  const stopListening = core.updates.onPush(look);
  const soon = setInterval(look, 250).unref();
  return () => {
    stopping.abort();
    stopListening();
    clearInterval(soon);
    if (timer) clearTimeout(timer);
  };
}

/** @returns null when the webhook took the update */
async function post(
  webhook: WebhookState,
  update: QueuedUpdate,
  stopping: AbortSignal,
): Promise<{ message: string; retryAfterSeconds: number | null } | null> {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secretToken ? { 'x-telegram-bot-api-secret-token': webhook.secretToken } : {}),
      },
      body: JSON.stringify(asUpdate(update)),
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(READ_TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    const asked = Number(response.headers.get('retry-after'));
    return {
      message: `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim(),
      retryAfterSeconds: asked > 0 ? Math.min(asked, RETRY_AFTER_LIMIT_SECONDS) : null,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { message: cause instanceof Error ? cause.message : String(cause), retryAfterSeconds: null };
  }
}

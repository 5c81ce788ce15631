import type { Clock } from '../time/clock.js';
import type { ClaimedDelivery, Ledger } from './ledger.js';
import { outcomeOf, type TelegramReply } from './outcome.js';

/** Speaks to Telegram once and never throws for an answer Telegram may give. */
export type SendNotice = (delivery: ClaimedDelivery) => Promise<TelegramReply>;

export interface SenderParts {
  ledger: Ledger;
  send: SendNotice;
  clock: Clock;
  /** names this process in the rows it claims */
  name: string;
  ratePerSecond: number;
  sleep(ms: number): Promise<void>;
  /** told after each delivery: ids and words only */
  onSettled(event: { deliveryId: number; noticeId: number; outcome: string; reason: string | null }): void;
}

export interface SendRun {
  sent: number;
  refused: number;
  waiting: number;
  unknown: number;
  /** set when Telegram refused our token or method: sending must stop until an operator has looked */
  halted: 'token' | 'method' | null;
}

/**
 * Sends everything that may go out now, one by one: each row is claimed before the call and ends in an outcome.
 * The next tick goes on where Telegram could not be reached or limited us.
 * @param stopping asked between two deliveries; true ends the run early, with nothing in flight
 */
export async function sendDue(parts: SenderParts, stopping: () => boolean): Promise<SendRun> {
  const run: SendRun = { sent: 0, refused: 0, waiting: 0, unknown: 0, halted: null };
  const limitedChats = new Set<number>();
  const gapMs = 1000 / parts.ratePerSecond;
  while (!stopping()) {
    const startedMs = performance.now();
    const claimed = await parts.ledger.claimNext(parts.clock.now(), parts.name);
    if (!claimed) break;
    const reply = await parts.send(claimed);
    const outcome = outcomeOf(reply);
    await parts.ledger.settle(claimed, outcome, detailOf(reply), parts.clock.now());
    const reason = 'reason' in outcome ? outcome.reason : null;
    parts.onSettled({ deliveryId: claimed.id, noticeId: claimed.noticeId, outcome: outcome.kind, reason });
    if (outcome.kind === 'halt') {
      run.halted = outcome.reason;
      break;
    }
    if (outcome.kind === 'wait' || outcome.kind === 'moved') run.waiting += 1;
    else run[outcome.kind] += 1;
    // Without a connection every further row would fail alike; a second chat's 429 means the whole token is limited.
    if (outcome.kind === 'wait' && (outcome.reason === 'not-connected' || limitedChats.add(claimed.chatId).size > 1))
      break;
    await parts.sleep(Math.max(0, gapMs - (performance.now() - startedMs)));
  }
  await parts.ledger.closeNotices(parts.clock.now());
  return run;
}

/** Telegram's own words for a ledger row, without anything of ours; null when all went well. */
function detailOf(reply: TelegramReply): string | null {
  if (reply.kind === 'ok') return null;
  return reply.kind === 'error' ? `${reply.code} ${reply.description}`.slice(0, 200) : reply.cause.slice(0, 200);
}

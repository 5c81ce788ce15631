import type { ChatState } from '../chats/chat-book.js';
import type { SubscriptionChange } from '../generated/prisma/client.js';
import type { Transaction } from './rekey-chat.js';

/**
 * Notes that a private chat began or ended its subscription, in the transaction that changes its state. Only a real
 * change counts: agreeing twice is one subscription, and somebody who is lost does not leave as well. A chat that is
 * paused still subscribes.
 * @param before the chat as it was; `pending` for one that was just made
 * @param day civil day of `now` in the programme's zone
 */
export async function noteSubscription(
  tx: Transaction,
  before: { id: number; kind: string; state: ChatState },
  after: ChatState,
  now: Date,
  day: string,
): Promise<void> {
  const change = before.kind === 'private' ? changeBetween(before.state, after) : null;
  if (change) await tx.subscription.create({ data: { chatId: before.id, change, at: now, day } });
}

function changeBetween(before: ChatState, after: ChatState): SubscriptionChange | null {
  if (subscribes(before) === subscribes(after)) return null;
  if (subscribes(after)) return 'subscribed';
  return after === 'lost' ? 'lost' : 'left';
}

function subscribes(state: ChatState): boolean {
  return state === 'active' || state === 'paused';
}

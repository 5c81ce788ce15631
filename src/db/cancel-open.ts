import type { Transaction } from './rekey-chat.js';

/**
 * Cancels the deliveries of a chat or a notice that are not out yet; what has an outcome keeps it.
 * @param day civil day of `now` in the programme's zone @returns how many
 */
export async function cancelOpen(
  tx: Transaction,
  where: { chatId: number } | { noticeId: number },
  reason: string,
  now: Date,
  day: string,
): Promise<number> {
  const cancelled = await tx.delivery.updateMany({
    where: { ...where, state: { in: ['planned', 'waiting'] } },
    data: { state: 'cancelled', reason, settledAt: now, day },
  });
  return cancelled.count;
}

import type { ChatKind } from '../chats/chat-book.js';
import type { PrismaClient } from './open-database.js';

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Gives a chat a new Telegram identity and keeps everything else. Telegram may have told us of the new chat first
 * (messages of the two come in any order): a younger row that holds nothing gives way. One that has a life of its own
 * (bound anew while we were away) stays, and the old chat is lost.
 * @returns false when the old chat is lost
 */
export async function rekeyChat(
  tx: Transaction,
  chatId: number,
  to: { key: string; address: string; kind: ChatKind; title?: string },
  now: Date,
): Promise<boolean> {
  const twin = await tx.chat.findUnique({
    where: { key: to.key },
    select: { id: true, unitId: true, _count: { select: { deliveries: true } } },
  });
  if (twin && twin.id !== chatId) {
    if (twin.unitId !== null || twin._count.deliveries > 0) {
      await tx.chat.update({ where: { id: chatId }, data: { state: 'lost', stateReason: 'moved', stateAt: now } });
      return false;
    }
    await tx.chat.delete({ where: { id: twin.id } });
  }
  await tx.chat.update({ where: { id: chatId }, data: to });
  return true;
}

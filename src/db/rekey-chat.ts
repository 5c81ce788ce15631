import type { ChatKind } from '../chats/chat-book.js';
import type { PrismaClient } from './open-database.js';

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Gives a chat a new Telegram identity and keeps everything else. Telegram may have told us of the new chat first
 * (messages of the two come in any order): that younger row holds nothing and gives way.
 */
export async function rekeyChat(
  tx: Transaction,
  chatId: number,
  to: { key: string; address: string; kind: ChatKind; title?: string },
): Promise<void> {
  const twin = await tx.chat.findUnique({ where: { key: to.key }, select: { id: true } });
  if (twin && twin.id !== chatId) await tx.chat.delete({ where: { id: twin.id } });
  await tx.chat.update({ where: { id: chatId }, data: to });
}

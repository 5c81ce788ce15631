import { DIALOGUE_VALID_MINUTES, type DialogueBook } from '../chats/dialogue-book.js';
import type { Prisma } from '../generated/prisma/client.js';
import type { PrismaClient } from './open-database.js';

/** The open dialogues in the database. */
export function createDialogueBook(prisma: PrismaClient): DialogueBook {
  return {
    open: async (personKey, now) => {
      const row = await prisma.dialogue.findUnique({ where: { personKey } });
      if (!row || now.getTime() - row.at.getTime() > DIALOGUE_VALID_MINUTES * 60_000) return null;
      return { kind: row.kind, data: row.data };
    },
    ask: async (personKey, { kind, data }, now) => {
      const row = { kind, data: data as Prisma.InputJsonValue, at: now };
      await prisma.dialogue.upsert({ where: { personKey }, create: { personKey, ...row }, update: row });
    },
    close: async (personKey) => {
      await prisma.dialogue.deleteMany({ where: { personKey } });
    },
  };
}

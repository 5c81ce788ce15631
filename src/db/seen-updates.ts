import { mayTakeOver, type SeenUpdates } from '../chats/seen-updates.js';
import type { PrismaClient } from './open-database.js';

/**
 * Updates that were taken up, in the database: one INSERT and one UPDATE for each.
 * @param by.name names this process in the rows it claims
 * @param by.alone no second process can be at work on this database
 */
export function createSeenUpdates(prisma: PrismaClient, by: { name: string; alone: boolean }): SeenUpdates {
  return {
    claim: async (id, now) => {
      const updateId = BigInt(id);
      const claimed = await prisma.$executeRaw`
        INSERT INTO "SeenUpdate" ("updateId", "claimedBy", "at") VALUES (${updateId}, ${by.name}, ${now})
        ON CONFLICT ("updateId") DO NOTHING`;
      if (claimed > 0) return 'ours';
      const known = await prisma.seenUpdate.findUnique({ where: { updateId } });
      if (known?.doneAt) return 'done';
      if (!known || !mayTakeOver(known, by, now)) return 'elsewhere';
      // Naming the old claim lets one of two heirs win.
      const { claimedBy, at } = known;
      const taken = await prisma.seenUpdate.updateMany({
        where: { updateId, claimedBy, at, doneAt: null },
        data: { claimedBy: by.name, at: now },
      });
      return taken.count > 0 ? 'ours' : 'elsewhere';
    },
    done: async (id, now) => {
      await prisma.$executeRaw`UPDATE "SeenUpdate" SET "doneAt" = ${now} WHERE "updateId" = ${BigInt(id)}`;
    },
    purgeBefore: async (instant) => (await prisma.seenUpdate.deleteMany({ where: { at: { lt: instant } } })).count,
  };
}

import type { Identity } from '../chats/identity.js';
import type { RoleBook } from '../chats/roles.js';
import type { PrismaClient } from './open-database.js';

/**
 * Roles from the database, and the role admin over the whole tree for the ids in `ADMIN_IDS`.
 * @param rootUnitIds the units without a parent
 */
export function createRoleBook(
  prisma: PrismaClient,
  identity: Identity,
  adminIds: number[],
  rootUnitIds: string[],
): RoleBook {
  return {
    rolesOf: async (telegramId) => {
      const rows = await prisma.role.findMany({
        where: { personKey: identity.keyOf(telegramId), revokedAt: null },
        select: { name: true, unitId: true },
      });
      if (!adminIds.includes(telegramId)) return rows;
      return [...rootUnitIds.map((unitId) => ({ name: 'admin' as const, unitId })), ...rows];
    },
  };
}

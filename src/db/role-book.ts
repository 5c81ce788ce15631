import type { Identity } from '../chats/identity.js';
import type { Holder, RoleBook, RoleGrant } from '../roles/roles.js';
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
  const bySettings: Holder[] = adminIds.flatMap((id) =>
    rootUnitIds.map((unitId) => ({
      ...{ roleId: null, personKey: identity.keyOf(id), address: identity.seal(id), label: '' },
      ...{ name: 'admin' as const, unitId },
    })),
  );
  const rolesOfKey = async (personKey: string): Promise<RoleGrant[]> => {
    const rows = await prisma.role.findMany({
      where: { personKey, revokedAt: null },
      select: { name: true, unitId: true },
    });
    const settled = bySettings.filter((holder) => holder.personKey === personKey);
    return [...settled.map(({ name, unitId }) => ({ name, unitId })), ...rows];
  };
  return {
    rolesOf: (telegramId) => rolesOfKey(identity.keyOf(telegramId)),
    rolesOfKey,
    holders: async () => {
      const rows = await prisma.role.findMany({
        where: { revokedAt: null },
        select: { id: true, personKey: true, address: true, label: true, name: true, unitId: true },
        orderBy: { id: 'asc' },
      });
      return [...bySettings, ...rows.map(({ id, ...row }) => ({ ...row, roleId: id }))];
    },
  };
}

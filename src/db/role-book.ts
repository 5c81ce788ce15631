import type { Identity } from '../chats/identity.js';
import type { Holder, RoleBook, RoleGrant } from '../roles/roles.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import type { PrismaClient } from './open-database.js';

/**
 * Roles from the database, and the role admin over the whole tree for the ids in `ADMIN_IDS`.
 * @param rootUnitIds the units without a parent
 * @param timeZone the programme's zone, for the civil day of audit rows
 */
export function createRoleBook(
  prisma: PrismaClient,
  identity: Identity,
  adminIds: number[],
  rootUnitIds: string[],
  timeZone: string,
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
    revoke: (roleId, byKey, reason, now) =>
      prisma.$transaction(async (tx) => {
        const role = await tx.role.findUnique({ where: { id: roleId } });
        if (!role || role.revokedAt) return false;
        const { personKey, name, unitId } = role;
        // Every row of the same role, should two links have given it in the same instant.
        const taken = await tx.role.updateMany({
          where: { personKey, name, unitId, revokedAt: null },
          data: { revokedAt: now, revokedByKey: byKey },
        });
        if (taken.count === 0) return false;
        await tx.dialogue.deleteMany({ where: { personKey } });
        const before = { name, unitId, held: true };
        const after = { name, unitId, held: false };
        const fact = { actorKey: byKey, action: 'role.take', subject: `role/${roleId}`, before, after, reason };
        await audit(tx, fact, now, civilDateAt(now, timeZone).toString());
        return true;
      }),
  };
}

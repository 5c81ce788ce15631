import type { Identity } from '../chats/identity.js';
import type { FirstRole } from '../roles/roles.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import type { PrismaClient } from './open-database.js';

/**
 * Gives an installation that never had a role its first ones. A role that was taken away later does not come back.
 * @param timeZone the programme's zone, for the civil day of the audit rows
 */
export async function plantRoles(
  prisma: PrismaClient,
  identity: Identity,
  roles: FirstRole[],
  now: Date,
  timeZone: string,
): Promise<void> {
  if ((await prisma.role.count()) > 0) return;
  const units = new Set((await prisma.unit.findMany({ select: { id: true } })).map((unit) => unit.id));
  await prisma.$transaction(async (tx) => {
    for (const { telegramId, ...role } of roles.filter(({ unitId }) => units.has(unitId))) {
      const personKey = identity.keyOf(telegramId);
      const made = await tx.role.create({
        data: { ...role, personKey, address: identity.seal(telegramId), grantedAt: now },
      });
      const after = { name: role.name, unitId: role.unitId };
      const fact = { actorKey: null, action: 'role.give', subject: `role/${made.id}`, after, reason: 'sandbox' };
      await audit(tx, fact, now, civilDateAt(now, timeZone).toString());
    }
  });
}

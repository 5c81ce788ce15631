import type { Identity } from '../chats/identity.js';
import { INVITE_VALID_HOURS, type Invitations } from '../roles/invitation.js';
import { makeInviteCode } from '../roles/invite-code.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import type { PrismaClient } from './open-database.js';

const HOUR_MS = 60 * 60 * 1000;

const AS_INVITATION = {
  ...{ id: true, name: true, unitId: true, label: true },
  ...{ createdByKey: true, expiresAt: true, usedAt: true, withdrawnAt: true },
} as const;

/** The invitations in the database, where a code is a keyed hash only. @param timeZone for the civil day of audit rows */
export function createInvitations(prisma: PrismaClient, identity: Identity, timeZone: string): Invitations {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();
  return {
    invite: async ({ name, unitId, label }, byKey, now) => {
      const code = makeInviteCode();
      return prisma.$transaction(async (tx) => {
        const made = await tx.invite.create({
          data: {
            ...{ name, unitId, label, codeHash: identity.hashOf(code) },
            ...{
              createdByKey: byKey,
              createdAt: now,
              expiresAt: new Date(now.getTime() + INVITE_VALID_HOURS * HOUR_MS),
            },
          },
          select: AS_INVITATION,
        });
        const fact = { action: 'invite.create', subject: `invite/${made.id}`, after: { name, unitId } };
        await audit(tx, { ...fact, actorKey: byKey }, now, dayOf(now));
        return { ...made, code };
      });
    },

    find: (code) => prisma.invite.findUnique({ where: { codeHash: identity.hashOf(code) }, select: AS_INVITATION }),

    open: (now) =>
      prisma.invite.findMany({
        where: { usedAt: null, withdrawnAt: null, expiresAt: { gte: now } },
        select: AS_INVITATION,
        orderBy: { id: 'desc' },
      }),

    withdraw: (id, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const done = await tx.invite.updateMany({
          where: { id, usedAt: null, withdrawnAt: null },
          data: { withdrawnAt: now },
        });
        if (done.count === 0) return false;
        const fact = {
          action: 'invite.withdraw',
          subject: `invite/${id}`,
          before: { open: true },
          after: { open: false },
        };
        await audit(tx, { ...fact, actorKey: byKey }, now, dayOf(now));
        return true;
      }),

    accept: (id, telegramId, now) =>
      prisma.$transaction(async (tx) => {
        const personKey = identity.keyOf(telegramId);
        // Naming the old state lets one of two simultaneous uses win.
        const taken = await tx.invite.updateManyAndReturn({
          where: { id, usedAt: null, withdrawnAt: null, expiresAt: { gte: now } },
          data: { usedAt: now, usedByKey: personKey },
        });
        const invite = taken[0];
        if (!invite) return false;
        const { name, unitId, label, createdByKey } = invite;
        const role = await tx.role.create({
          data: {
            ...{ name, unitId, label, personKey, address: identity.seal(telegramId) },
            ...{ grantedByKey: createdByKey, grantedAt: now },
          },
        });
        const fact = { action: 'role.give', subject: `role/${role.id}`, after: { name, unitId, inviteId: id } };
        await audit(tx, { ...fact, actorKey: personKey }, now, dayOf(now));
        return true;
      }),
  };
}

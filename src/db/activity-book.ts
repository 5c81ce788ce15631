import type { Activity, ActivityBook } from '../activities/activity-book.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import type { PrismaClient } from './open-database.js';
import type { Transaction } from './rekey-chat.js';

const AS_ACTIVITY = {
  ...{ id: true, kind: true, day: true, unitId: true, count: true, howCounted: true, enteredByKey: true },
} as const;

/** The activities in the database. @param timeZone the programme's zone, for the civil day of audit rows */
export function createActivityBook(prisma: PrismaClient, timeZone: string): ActivityBook {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();
  return {
    enter: (activity, draft, byKey, now) =>
      prisma.$transaction(async (tx) => {
        if (!(await useUp(tx, byKey, draft))) return null;
        const made = await tx.activity.create({ data: { ...activity, enteredByKey: byKey, enteredAt: now } });
        const fact = { action: 'activity.enter', subject: `activity/${made.id}`, after: { ...activity } };
        await audit(tx, { ...fact, actorKey: byKey }, now, dayOf(now));
        return made.id;
      }),

    change: (id, to, draft, byKey, now) =>
      prisma.$transaction(async (tx) => {
        if (!(await useUp(tx, byKey, draft))) return 'no-draft';
        const known = await tx.activity.findFirst({ where: { id, deletedAt: null }, select: AS_ACTIVITY });
        if (!known) return 'deleted';
        await tx.activity.update({ where: { id }, data: to });
        const fact = {
          action: 'activity.change',
          subject: `activity/${id}`,
          before: told(known),
          after: told({ ...known, ...to }),
        };
        await audit(tx, { ...fact, actorKey: byKey }, now, dayOf(now));
        return 'changed';
      }),

    remove: (id, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const known = await tx.activity.updateManyAndReturn({
          where: { id, deletedAt: null },
          data: { deletedAt: now },
          select: AS_ACTIVITY,
        });
        if (!known[0]) return false;
        const fact = { action: 'activity.delete', subject: `activity/${id}`, before: told(known[0]) };
        await audit(tx, { ...fact, actorKey: byKey }, now, dayOf(now));
        return true;
      }),

    find: (id) => prisma.activity.findFirst({ where: { id, deletedAt: null }, select: AS_ACTIVITY }),

    latest: (unitIds, limit) =>
      prisma.activity.findMany({
        where: { unitId: { in: unitIds }, deletedAt: null },
        select: AS_ACTIVITY,
        orderBy: [{ day: 'desc' }, { id: 'desc' }],
        take: limit,
      }),
  };
}

/** Ends the dialogue in which the draft was made; of two presses in the same instant one finds it. */
async function useUp(tx: Transaction, personKey: string, draft: string): Promise<boolean> {
  const where = { personKey, kind: 'activity', data: { path: ['draft'], equals: draft } };
  return (await tx.dialogue.deleteMany({ where })).count > 0;
}

/** What the audit tells of an activity. */
function told({ kind, day, unitId, count, howCounted }: Activity) {
  return { kind, day, unitId, count, howCounted };
}

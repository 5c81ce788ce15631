import type { ChatKind, ChatState } from '../chats/chat-book.js';
import { NEVER_BOUND_HOURS } from '../chats/group-alerts.js';
import type { GroupBook, GroupRecord, GroupScope } from '../chats/group-book.js';
import { type GroupHand, type GroupMove, movesOf } from '../chats/group-moves.js';
import { chatIdOf, type Identity } from '../chats/identity.js';
import type { Prisma } from '../generated/prisma/client.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import { cancelOpen } from './cancel-open.js';
import type { PrismaClient } from './open-database.js';

/** A person who touched more groups than this finds the older ones in the groups themselves. */
const TOUCHED_SHOWN = 20;
const UNTOLD_AT_ONCE = 200;

const GROUPS = { kind: { not: 'private' } } as const;

const COLUMNS = {
  ...{ id: true, kind: true, address: true, title: true, unitId: true, lastUnitId: true },
  ...{ state: true, stateReason: true, stateAt: true, seats: true },
} as const;
type Row = Prisma.ChatGetPayload<{ select: typeof COLUMNS }>;

/**
 * The groups in the database.
 * @param packUnitIds units of the content pack; a row of any other unit is homeless
 */
export function createGroupBook(
  prisma: PrismaClient,
  identity: Identity,
  timeZone: string,
  packUnitIds: string[],
): GroupBook {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();

  /** The last accepted message of each of these chats. */
  const lastSent = async (chatIds: number[]) => {
    const rows = await prisma.$queryRaw<{ chatId: number; title: string; at: Date }[]>`
      SELECT DISTINCT ON (delivery."chatId") delivery."chatId", notice."title", delivery."settledAt" AS "at"
      FROM "Delivery" AS delivery JOIN "Notice" AS notice ON notice."id" = delivery."noticeId"
      WHERE delivery."chatId" = ANY(${chatIds}) AND delivery."state" = 'sent'
      ORDER BY delivery."chatId", delivery."settledAt" DESC`;
    return new Map(rows.map(({ chatId, ...last }) => [chatId, last]));
  };

  const recordsOf = async (rows: Row[]): Promise<GroupRecord[]> => {
    const last = rows.length > 0 ? await lastSent(rows.map((row) => row.id)) : new Map();
    return rows.map(({ id, kind, address, lastUnitId, ...row }) => ({
      ...row,
      homeUnitId: row.unitId ?? lastUnitId,
      chatId: id,
      kind: kind as Exclude<ChatKind, 'private'>,
      telegramId: chatIdOf(identity, address),
      last: last.get(id) ?? null,
    }));
  };

  return {
    list: async (scope, skip, take) => {
      const where = { ...GROUPS, OR: inScope(scope, packUnitIds) };
      const [total, rows] = await Promise.all([
        prisma.chat.count({ where }),
        prisma.chat.findMany({ where, select: COLUMNS, orderBy: { id: 'asc' }, skip, take }),
      ]);
      return { total, groups: await recordsOf(rows) };
    },

    find: async (chatId) => {
      const row = await prisma.chat.findFirst({ where: { ...GROUPS, id: chatId }, select: COLUMNS });
      return row && ((await recordsOf([row]))[0] ?? null);
    },

    touchedBy: async (personKey) => {
      const rows = await prisma.chat.findMany({
        where: {
          ...GROUPS,
          state: { in: ['pending', 'active', 'paused'] },
          OR: [{ addedByKey: personKey }, { bindCodes: { some: { usedByKey: personKey } } }],
        },
        select: COLUMNS,
        orderBy: { id: 'desc' },
        take: TOUCHED_SHOWN,
      });
      return recordsOf(rows);
    },

    move: async (chatId, move, hand, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const known = await tx.chat.findFirst({ where: { ...GROUPS, id: chatId }, select: COLUMNS });
        if (!known || !movesOf(known, hand).includes(move)) return false;
        const after = afterMove(known, move, hand);
        // Naming the old state lets one of two simultaneous moves win.
        const { count } = await tx.chat.updateMany({
          where: { id: chatId, state: known.state, stateReason: known.stateReason, unitId: known.unitId },
          // The office need not be told of what it did itself.
          data: { ...after, stateAt: now, ...(hand === 'by-office' ? { toldAt: now } : {}) },
        });
        if (count === 0) return false;
        const fact = {
          actorKey: byKey,
          action: `chat.${move}`,
          subject: `chat/${chatId}`,
          before: { state: known.state, stateReason: known.stateReason, unitId: known.unitId },
          after: { state: after.state, stateReason: after.stateReason, unitId: after.unitId ?? null },
          reason: hand,
        };
        await audit(tx, fact, now, dayOf(now));
        if (move !== 'resume') {
          await cancelOpen(tx, { chatId }, move === 'unbind' ? 'unbound' : hand, now, dayOf(now));
        }
        return true;
      }),

    openCodes: async (scope, now) =>
      prisma.bindCode.findMany({
        where: { usedAt: null, expiresAt: { gt: now }, OR: unitsOf(scope, packUnitIds) },
        select: { id: true, unitId: true, expiresAt: true },
        orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
      }),

    withdrawCode: async (id, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const open = { id, usedAt: null, expiresAt: { gt: now } };
        const { count } = await tx.bindCode.updateMany({ where: open, data: { expiresAt: now } });
        if (count === 0) return false;
        const fact = { actorKey: byKey, action: 'bind-code.withdraw', subject: `bind-code/${id}` };
        await audit(tx, fact, now, dayOf(now));
        return true;
      }),

    untold: async (now) => {
      const waitedSince = new Date(now.getTime() - NEVER_BOUND_HOURS * 60 * 60 * 1000);
      const rows = await prisma.chat.findMany({
        where: {
          ...GROUPS,
          AND: [
            {
              OR: [
                { state: 'pending', stateAt: { lte: waitedSince } },
                { state: 'lost', unitId: { not: null }, NOT: { stateReason: 'moved' } },
                { state: 'paused', unitId: { not: null }, stateReason: 'no-rights' },
              ],
            },
            { OR: [{ toldAt: null }, { toldAt: { lt: prisma.chat.fields.stateAt } }] },
          ],
        },
        select: {
          id: true,
          title: true,
          unitId: true,
          lastUnitId: true,
          state: true,
          stateReason: true,
          stateAt: true,
          toldAt: true,
        },
        orderBy: { stateAt: 'asc' },
        take: UNTOLD_AT_ONCE,
      });
      return rows.map(({ id, lastUnitId, ...row }) => ({ ...row, chatId: id, homeUnitId: row.unitId ?? lastUnitId }));
    },

    told: async (groups, now) => {
      for (const { chatId, stateAt } of groups) {
        await prisma.chat.updateMany({ where: { id: chatId, stateAt }, data: { toldAt: now } });
      }
    },
  };
}

function unitsOf({ unitIds, homeless }: GroupScope, packUnitIds: string[]) {
  return [{ unitId: { in: unitIds } }, ...(homeless ? [{ unitId: { notIn: packUnitIds } }] : [])];
}

function inScope(scope: GroupScope, packUnitIds: string[]): Prisma.ChatWhereInput[] {
  const gone: ChatState[] = ['lost', 'left'];
  const unbound = { unitId: null, state: { notIn: gone } };
  return [...unitsOf(scope, packUnitIds), scope.homeless ? unbound : { ...unbound, lastUnitId: { in: scope.unitIds } }];
}

/** A group that is gone stays gone when it is unbound; the others wait for a new code. */
function afterMove(known: Pick<Row, 'state' | 'stateReason' | 'unitId'>, move: GroupMove, hand: GroupHand) {
  const { unitId } = known;
  if (move === 'pause') return { unitId, state: 'paused' as const, stateReason: hand, pausedBy: hand };
  if (move === 'resume') return { unitId, state: 'active' as const, stateReason: null, pausedBy: null };
  const inside = known.state === 'active' || known.state === 'paused';
  return {
    unitId: null,
    lastUnitId: unitId,
    pausedBy: null,
    ...(inside
      ? { state: 'pending' as const, stateReason: hand }
      : { state: known.state, stateReason: known.stateReason }),
  };
}

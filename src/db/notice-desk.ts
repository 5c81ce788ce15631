import type { NoticeBody } from '../delivery/notice-body.js';
import type { Notice, Prisma } from '../generated/prisma/client.js';
import type { Audience } from '../notices/audience.js';
import { contentVersion } from '../notices/content-version.js';
import type { DeskNotice, NoticeChange, NoticeDesk, ProgressCount } from '../notices/notice-desk.js';
import { EDITABLE, NOTICE_MOVES, type NoticeState } from '../notices/notice-moves.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import { cancelOpen } from './cancel-open.js';
import { planDeliveries } from './notice-book.js';
import type { PrismaClient } from './open-database.js';
import type { Transaction } from './rekey-chat.js';

/** Notices read for a list: far more than an office has open, because rights are looked at afterwards. */
const LISTED = 500;

/** A release of very many chats writes as many rows. */
const RELEASE_TIMEOUT_MS = 60_000;

/** Undoes a transaction whose outcome is "not done" without being an error. */
class NotDone extends Error {}

/** The notices people write, in the database. @param timeZone the programme's zone, for the civil day of audit rows */
export function createNoticeDesk(prisma: PrismaClient, timeZone: string): NoticeDesk {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();

  return {
    find: async (id) => {
      const row = await prisma.notice.findUnique({ where: { id } });
      return row && deskNotice(row);
    },

    inStates: async (states, authorKey) => {
      const rows = await prisma.notice.findMany({
        where: { state: { in: [...states] }, ...(authorKey === undefined ? {} : { authorKey }) },
        orderBy: { id: 'desc' },
        take: LISTED,
      });
      return rows.map(deskNotice);
    },

    create: async (draft, author, now) =>
      prisma.$transaction(async (tx) => {
        const row = await tx.notice.create({
          data: {
            ...contentOf(draft),
            audience: draft.audience as unknown as Prisma.InputJsonValue,
            source: 'adviser',
            state: 'draft',
            stateAt: now,
            createdAt: now,
            authorKey: author.key,
            watches: { create: { personKey: author.key, address: author.address } },
          },
        });
        await audit(tx, factOf(row, 'create', author.key, null, 'draft'), now, dayOf(now));
        return deskNotice(row);
      }),

    change: async (id, version, change, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const before = await tx.notice.findUnique({ where: { id } });
        const changed = await tx.notice.updateMany({
          where: { id, version, state: { in: [...EDITABLE] } },
          data: { ...columnsOf(change), version: { increment: 1 } },
        });
        if (!before || changed.count === 0) return null;
        const row = await tx.notice.findUniqueOrThrow({ where: { id } });
        const fact = {
          ...{ actorKey: byKey, action: 'notice.change', subject: `notice/${id}` },
          before: shownInAudit(before, change),
          after: shownInAudit(row, change),
        };
        await audit(tx, fact, now, dayOf(now));
        return deskNotice(row);
      }),

    move: async (id, move, version, reason, byKey, now) => {
      const { from, to } = NOTICE_MOVES[move];
      return orFalse(
        prisma.$transaction(async (tx) => {
          const before = await tx.notice.findUnique({ where: { id } });
          const moved = await tx.notice.updateMany({
            where: { id, state: { in: [...from] }, ...(version === null ? {} : { version }) },
            data: { state: to, stateReason: reason, stateAt: now },
          });
          if (!before || moved.count === 0) throw new NotDone();
          if (move === 'stop' || move === 'cancel')
            await cancelOpen(tx, { noticeId: id }, `by-${move}`, now, dayOf(now));
          // Counted after the open rows are cancelled and held: no sender can claim one in between.
          if (move === 'cancel' && (await begun(tx, id))) throw new NotDone();
          await audit(tx, { ...factOf(before, move, byKey, before.state, to), reason }, now, dayOf(now));
          return true;
        }),
      );
    },

    release: async (id, version, times, chats, by, now) =>
      orFalse(
        prisma.$transaction(
          async (tx) => {
            const released = await tx.notice.updateMany({
              where: { id, version, state: 'submitted' },
              data: {
                ...{ state: 'released', stateReason: null, stateAt: now },
                ...{ ...times, releasedByKey: by.key, releasedAt: now },
              },
            });
            if (released.count === 0) throw new NotDone();
            const row = await tx.notice.findUniqueOrThrow({ where: { id } });
            await planDeliveries(tx, id, row.contentVersion, chats);
            await tx.noticeWatch.upsert({
              where: { noticeId_personKey: { noticeId: id, personKey: by.key } },
              create: { noticeId: id, personKey: by.key, address: by.address },
              update: {},
            });
            const fact = factOf(row, 'release', by.key, 'submitted', 'released');
            await audit(tx, { ...fact, after: { ...fact.after, chats: chats.length } }, now, dayOf(now));
            return true;
          },
          { timeout: RELEASE_TIMEOUT_MS },
        ),
      ),

    startDue: async (now) => {
      const started = await prisma.notice.updateMany({
        where: { state: 'released', dueAt: { lte: now } },
        data: { state: 'sending', stateAt: now },
      });
      return started.count;
    },

    progress: async (noticeId) => {
      const rows = await prisma.delivery.groupBy({
        by: ['kind', 'state', 'reason'],
        where: { noticeId },
        _count: true,
      });
      return rows.map(({ kind, state, reason, _count: count }): ProgressCount => {
        return { toPeople: kind === 'private', state, reason, count };
      });
    },
  };
}

async function orFalse(work: Promise<boolean>): Promise<boolean> {
  return work.catch((error) => {
    if (error instanceof NotDone) return false;
    throw error;
  });
}

/** True when at least one message has been handed to Telegram. */
async function begun(tx: Transaction, noticeId: number): Promise<boolean> {
  // A call that was refused for now has sent nothing: its row was open again, and is cancelled with the others.
  const row = await tx.delivery.findFirst({ where: { noticeId, state: { not: 'cancelled' } }, select: { id: true } });
  return row !== null;
}

function contentOf({ body, title }: { body: NoticeBody; title: string }) {
  return { body: body as unknown as Prisma.InputJsonValue, title, contentVersion: contentVersion(body) };
}

function columnsOf(change: NoticeChange): Prisma.NoticeUpdateManyMutationInput {
  if ('body' in change) return contentOf(change);
  if ('audience' in change) return { audience: change.audience as unknown as Prisma.InputJsonValue };
  return { sendAt: change.sendAt };
}

/** What an audit row tells of a change: which text by its hash, never the text itself. */
function shownInAudit(row: Notice, change: NoticeChange): Prisma.InputJsonValue {
  if ('body' in change) return { contentVersion: row.contentVersion, version: row.version };
  if ('audience' in change) return { audience: row.audience as Prisma.InputJsonValue, version: row.version };
  return { sendAt: row.sendAt?.toISOString() ?? 'at once', version: row.version };
}

function factOf(
  row: Pick<Notice, 'id' | 'version' | 'contentVersion'>,
  action: string,
  actorKey: string,
  from: NoticeState | null,
  to: NoticeState,
) {
  const { id, version, contentVersion: content } = row;
  return {
    ...{ actorKey, action: `notice.${action}`, subject: `notice/${id}` },
    ...(from === null ? {} : { before: { state: from } }),
    after: { state: to, version, contentVersion: content },
  };
}

function deskNotice(row: Notice): DeskNotice {
  const { id, source, state, stateReason, stateAt, title, sendAt, version, authorKey, releasedByKey } = row;
  const { dueAt, sendLateUntil } = row;
  return {
    ...{ id, source, state, stateReason, stateAt, title, sendAt, version, authorKey, releasedByKey },
    ...{ dueAt, sendLateUntil },
    body: row.body as unknown as NoticeBody,
    // Rows from before the column's fourth list have three.
    audience: { exceptChatIds: [], ...(row.audience as unknown as Omit<Audience, 'exceptChatIds'>) },
  };
}

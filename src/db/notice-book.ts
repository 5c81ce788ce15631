import type { Prisma } from '../generated/prisma/client.js';
import type { AudienceChat } from '../notices/audience.js';
import type { NewNotice, NoticeBook } from '../notices/notice-book.js';
import type { PrismaClient } from './open-database.js';
import type { Transaction } from './rekey-chat.js';

const CALENDAR_BEGAN = 'calendar-began-at';

/** The setting that says which time a restored copy knows nothing of: `{ from, to }`. */
export const RESTORED_GAP = 'restored-gap';

/** Rows of one INSERT: PostgreSQL takes 65,535 parameters at most. */
const DELIVERIES_PER_INSERT = 5_000;

/** The notices in the database. */
export function createNoticeBook(prisma: PrismaClient): NoticeBook {
  return {
    calendarBeganAt: async (now) => {
      const setting = await prisma.setting.upsert({
        where: { key: CALENDAR_BEGAN },
        create: { key: CALENDAR_BEGAN, value: now.toISOString() },
        update: {},
      });
      return new Date(setting.value);
    },

    restoredGap: async () => {
      const setting = await prisma.setting.findUnique({ where: { key: RESTORED_GAP } });
      if (setting === null) return null;
      const { from, to } = JSON.parse(setting.value) as { from: string; to: string };
      return { from: new Date(from), to: new Date(to) };
    },

    handledSlots: async (slots) => {
      const rows = await prisma.notice.findMany({ where: { slot: { in: slots } }, select: { slot: true } });
      return new Set(rows.flatMap((row) => row.slot ?? []));
    },

    activeChats: async (defaultTopicIds) => {
      const chats = await prisma.chat.findMany({
        where: { state: 'active' },
        select: {
          ...{ id: true, kind: true, unitId: true, seats: true, title: true, topicsChosen: true },
          topics: { select: { topicId: true } },
        },
        orderBy: { id: 'asc' },
      });
      return chats.map(({ topicsChosen, topics, ...chat }) => ({
        ...chat,
        topicIds: topicsChosen ? topics.map((topic) => topic.topicId) : defaultTopicIds,
      }));
    },

    release: async (notice, chats, now) => {
      return prisma.$transaction(
        async (tx) => {
          // ON CONFLICT DO NOTHING: of two processes that see the same step due, one releases it.
          const created = await tx.notice.createManyAndReturn({
            data: [{ ...rowOf(notice, now), state: chats.length > 0 ? 'sending' : 'done', releasedAt: now }],
            skipDuplicates: true,
            select: { id: true },
          });
          const noticeId = created[0]?.id;
          if (noticeId === undefined) return null;
          await planDeliveries(tx, noticeId, notice.contentVersion, chats);
          return noticeId;
        },
        { timeout: 60_000 },
      );
    },

    skip: async (notice, reason, now) => {
      const row = { ...rowOf(notice, now), state: 'skipped' as const, stateReason: reason };
      const created = await prisma.notice.createMany({ data: [row], skipDuplicates: true });
      return created.count > 0;
    },
  };
}

/** Writes one planned delivery per chat, with the chat's kind and unit as they are now. */
export async function planDeliveries(
  tx: Transaction,
  noticeId: number,
  contentVersion: string,
  chats: Pick<AudienceChat, 'id' | 'kind' | 'unitId'>[],
): Promise<void> {
  for (let start = 0; start < chats.length; start += DELIVERIES_PER_INSERT) {
    const part = chats.slice(start, start + DELIVERIES_PER_INSERT);
    await tx.delivery.createMany({
      data: part.map(({ id: chatId, kind, unitId }) => ({ noticeId, chatId, kind, unitId, contentVersion })),
    });
  }
}

function rowOf(notice: NewNotice, now: Date) {
  const { body, audience, ...columns } = notice;
  return {
    ...columns,
    source: 'observance' as const,
    body: body as unknown as Prisma.InputJsonValue,
    audience: audience as unknown as Prisma.InputJsonValue,
    stateAt: now,
    createdAt: now,
  };
}

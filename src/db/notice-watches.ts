import type { NoticeWatches } from '../notices/notice-watches.js';
import type { PrismaClient } from './open-database.js';

const ENDED = 'ended:';

/** The messages that show a notice's progress, in the database. */
export function createNoticeWatches(prisma: PrismaClient): NoticeWatches {
  return {
    open: async () => {
      const rows = await prisma.noticeWatch.findMany({
        where: {
          notice: { releasedAt: { not: null } },
          OR: [{ shown: null }, { shown: { not: { startsWith: ENDED } } }],
        },
        orderBy: [{ noticeId: 'asc' }, { personKey: 'asc' }],
      });
      return rows;
    },
    of: (noticeId) => prisma.noticeWatch.findMany({ where: { noticeId } }),

    noteShown: async ({ noticeId, personKey }, messageId, shown, ended) => {
      await prisma.noticeWatch.updateMany({
        where: { noticeId, personKey },
        data: { messageId, shown: ended ? `${ENDED}${shown}` : shown },
      });
    },
  };
}

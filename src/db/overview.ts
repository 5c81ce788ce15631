import type { ChatState } from '../chats/chat-book.js';
import { isoInZone } from '../time/zone.js';
import type { PrismaClient } from './open-database.js';

/** One group or channel of `pufa chats`; people are counted, never listed. */
export interface ChatLine {
  id: number | null;
  kind: string;
  title: string | null;
  unit: string | null;
  state: ChatState;
  reason: string | null;
  seats: number | null;
  /** how many chats this line stands for: 1, or the number of private chats in this state */
  count: number;
}

/** One notice of `pufa notices`. */
export interface NoticeLine {
  id: number;
  slot: string | null;
  title: string;
  state: string;
  reason: string | null;
  /** null: not released yet */
  due: string | null;
  late: boolean;
  deliveries: Record<string, number>;
}

/** Newest notices shown. */
const NOTICES_SHOWN = 100;

export async function readChats(prisma: PrismaClient): Promise<ChatLine[]> {
  const groups = await prisma.chat.findMany({
    where: { kind: { not: 'private' } },
    include: { unit: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  const people = await prisma.chat.groupBy({ by: ['state'], where: { kind: 'private' }, _count: true });
  return [
    ...groups.map(({ id, kind, title, unit, state, stateReason, seats }) => ({
      ...{ id, kind, title, state, seats, count: 1 },
      unit: unit?.name ?? null,
      reason: stateReason,
    })),
    ...people.map((row) => ({
      ...{ id: null, kind: 'private', title: null, unit: null, reason: null, seats: null },
      state: row.state,
      count: row._count,
    })),
  ];
}

export async function readNotices(prisma: PrismaClient, timeZone: string): Promise<NoticeLine[]> {
  const notices = await prisma.notice.findMany({ orderBy: { dueAt: 'desc' }, take: NOTICES_SHOWN });
  const counts = await prisma.delivery.groupBy({
    by: ['noticeId', 'state'],
    where: { noticeId: { in: notices.map((notice) => notice.id) } },
    _count: true,
  });
  return notices.map(({ id, slot, title, state, stateReason, dueAt, late }) => ({
    ...{ id, slot, title, state, late },
    reason: stateReason,
    due: dueAt && isoInZone(dueAt, timeZone),
    deliveries: Object.fromEntries(counts.filter((row) => row.noticeId === id).map((row) => [row.state, row._count])),
  }));
}

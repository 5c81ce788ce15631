import { addressOf, type Identity } from '../chats/identity.js';
import type { ClaimedDelivery, Ledger } from '../delivery/ledger.js';
import type { NoticeBody } from '../delivery/notice-body.js';
import type { Outcome } from '../delivery/outcome.js';
import { civilDateAt } from '../time/zone.js';
import { cancelOpen } from './cancel-open.js';
import { noteSubscription } from './note-subscription.js';
import type { PrismaClient } from './open-database.js';
import { rekeyChat, type Transaction } from './rekey-chat.js';

/** A group that keeps moving is not a group any more. */
const MAX_ATTEMPTS = 50;

/** The ledger in the database. @param timeZone the programme's zone, for the civil day of each outcome */
export function createLedger(prisma: PrismaClient, identity: Identity, timeZone: string): Ledger {
  return {
    claimNext: async (now, claimedBy) => {
      const rows = await prisma.$queryRaw<ClaimedRow[]>`
        UPDATE "Delivery" AS taken
        SET "state" = 'claimed', "claimedAt" = ${now}, "claimedBy" = ${claimedBy}, "attempts" = "attempts" + 1,
            "waitUntil" = NULL, "reason" = NULL
        FROM "Notice" AS notice, "Chat" AS chat
        WHERE taken."id" = (
          SELECT delivery."id"
          FROM "Delivery" AS delivery
          JOIN "Notice" AS n ON n."id" = delivery."noticeId"
          JOIN "Chat" AS c ON c."id" = delivery."chatId"
          WHERE delivery."state" IN ('planned', 'waiting')
            AND (delivery."waitUntil" IS NULL OR delivery."waitUntil" <= ${now})
            AND n."state" = 'sending' AND n."dueAt" <= ${now} AND n."sendLateUntil" >= ${now}
            AND c."state" = 'active' AND (c."notBefore" IS NULL OR c."notBefore" <= ${now})
          ORDER BY n."dueAt", delivery."id"
          LIMIT 1
          FOR UPDATE OF delivery SKIP LOCKED
        ) AND notice."id" = taken."noticeId" AND chat."id" = taken."chatId"
        RETURNING taken."id", taken."noticeId", taken."chatId", taken."attempts", chat."address", chat."seats", notice."body"`;
      return rows[0] ?? null;
    },

    settle: async (claimed, outcome, detail, now) => {
      await prisma.$transaction(async (tx) => {
        await settleRow(tx, claimed, outcome, detail, now);
        await settleAround(tx, claimed, outcome, now);
      });
    },

    settleOrphans: async (now) => {
      const orphans = await prisma.delivery.updateMany({
        where: { state: 'claimed' },
        data: { state: 'unknown', reason: 'process-ended', settledAt: now, day: dayOf(now) },
      });
      return orphans.count;
    },

    closeNotices: async (now) => {
      await prisma.delivery.updateMany({
        where: {
          state: { in: ['planned', 'waiting'] },
          notice: { state: { in: ['sending', 'paused'] }, sendLateUntil: { lt: now } },
        },
        data: { state: 'cancelled', reason: 'too-late', settledAt: now, day: dayOf(now) },
      });
      // A call that was under way when its notice was stopped may have come back with "later".
      await prisma.delivery.updateMany({
        where: { state: { in: ['planned', 'waiting'] }, notice: { state: 'stopped' } },
        data: { state: 'cancelled', reason: 'by-stop', settledAt: now, day: dayOf(now) },
      });
      await prisma.notice.updateMany({
        where: {
          state: { in: ['sending', 'paused'] },
          deliveries: { none: { state: { in: ['planned', 'waiting', 'claimed'] } } },
        },
        data: { state: 'done', stateAt: now },
      });
    },
  };

  function dayOf(now: Date): string {
    return civilDateAt(now, timeZone).toString();
  }

  async function settleRow(
    tx: Transaction,
    claimed: ClaimedDelivery,
    outcome: Outcome,
    detail: string | null,
    now: Date,
  ): Promise<void> {
    const settled = { detail, settledAt: now, day: dayOf(now) };
    const data = (() => {
      switch (outcome.kind) {
        case 'sent':
          return {
            ...settled,
            state: 'sent' as const,
            messageId: outcome.messageId,
            pollId: outcome.pollId,
            seats: claimed.seats,
          };
        case 'refused':
          return { ...settled, state: 'refused' as const, reason: outcome.reason };
        case 'unknown':
          return { ...settled, state: 'unknown' as const, reason: outcome.reason };
        case 'wait':
          return {
            detail,
            state: 'waiting' as const,
            reason: outcome.reason,
            waitUntil: new Date(now.getTime() + outcome.seconds * 1000),
          };
        case 'moved':
          return claimed.attempts > MAX_ATTEMPTS
            ? { ...settled, state: 'refused' as const, reason: 'unreachable' }
            : { detail, state: 'planned' as const, reason: 'moved' };
        case 'halt':
          return { detail, state: 'planned' as const, reason: null };
      }
    })();
    await tx.delivery.update({ where: { id: claimed.id }, data });
  }

  /** What the outcome means beyond its own row: for the chat, and for the rest of the notice. */
  async function settleAround(tx: Transaction, claimed: ClaimedDelivery, outcome: Outcome, now: Date): Promise<void> {
    if (outcome.kind === 'moved') {
      const id = outcome.toChatId;
      const to = {
        key: identity.keyOf(id),
        address: addressOf(identity, 'supergroup', id),
        kind: 'supergroup' as const,
      };
      if (!(await rekeyChat(tx, claimed.chatId, to, now))) {
        await cancelOpen(tx, { chatId: claimed.chatId }, 'moved', now, dayOf(now));
      }
    }
    if (outcome.kind === 'wait' && outcome.reason === 'rate-limit') {
      const notBefore = new Date(now.getTime() + outcome.seconds * 1000);
      await tx.chat.update({ where: { id: claimed.chatId }, data: { notBefore } });
    }
    if (outcome.kind !== 'refused') return;
    // A group may forbid polls, pictures or files and still take texts.
    const isText = claimed.body.kind === 'text' || claimed.body.kind === 'message';
    const muted = outcome.reason === 'no-rights' && isText;
    if (outcome.chatLost || muted) {
      // Only an active chat changes: what its people decided while the call was under way stands.
      const state = outcome.chatLost ? 'lost' : 'paused';
      const changed = await tx.chat.updateManyAndReturn({
        where: { id: claimed.chatId, state: 'active' },
        data: { state, stateReason: outcome.reason, stateAt: now },
        select: { id: true, kind: true },
      });
      for (const chat of changed) await noteSubscription(tx, { ...chat, state: 'active' }, state, now, dayOf(now));
      await cancelOpen(tx, { chatId: claimed.chatId }, outcome.reason, now, dayOf(now));
    }
    if (outcome.stopNotice) {
      await tx.notice.update({
        where: { id: claimed.noticeId },
        data: { state: 'stopped', stateReason: outcome.reason, stateAt: now },
      });
      await cancelOpen(tx, { noticeId: claimed.noticeId }, outcome.reason, now, dayOf(now));
    }
  }
}

interface ClaimedRow extends ClaimedDelivery {
  body: NoticeBody;
}

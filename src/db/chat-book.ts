import { BIND_CODE_VALID_DAYS, makeBindCode } from '../chats/bind-code.js';
import type { BindResult, ChatBook, ChatState, GroupSeen } from '../chats/chat-book.js';
import { addressOf, chatIdOf, type Identity } from '../chats/identity.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import { cancelOpen } from './cancel-open.js';
import { type ChatRow, recordOf, withTopics } from './chat-record.js';
import { noteSubscription } from './note-subscription.js';
import type { PrismaClient } from './open-database.js';
import { createPersonalData } from './personal-data.js';
import { rekeyChat, type Transaction } from './rekey-chat.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The chats in the database.
 * @param timeZone the programme's zone, for the civil day of audit rows
 * @param packUnitIds units of the content pack: groups are bound to no other
 */
export function createChatBook(
  prisma: PrismaClient,
  identity: Identity,
  timeZone: string,
  packUnitIds: string[],
): ChatBook {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();
  const find = async (tx: Transaction, telegramId: number) =>
    tx.chat.findUnique({ where: { key: identity.keyOf(telegramId) }, include: withTopics });

  return {
    find: async (telegramId) => {
      const row = await find(prisma, telegramId);
      return row && recordOf(row);
    },

    groupJoined: async (group, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const known = await find(tx, group.telegramId);
        if (!known) return recordOf(await createGroup(tx, group, byKey, now));
        const back = known.state === 'lost' || known.state === 'left';
        const state = back ? stateOnReturn(known) : known.state;
        const data = {
          kind: group.kind,
          title: group.title,
          ...(back
            ? { state, stateReason: state === 'paused' ? known.pausedBy : null, stateAt: now, addedByKey: byKey }
            : {}),
        };
        if (back && known.unitId) {
          await audit(tx, changeOf(known, 'chat.return', byKey, state), now, dayOf(now));
        }
        return recordOf(await tx.chat.update({ where: { id: known.id }, data, include: withTopics }));
      }),

    pendingGroupsAddedBy: async (byKey) => {
      const rows = await prisma.chat.findMany({
        where: { addedByKey: byKey, state: 'pending', kind: { not: 'private' } },
        orderBy: { id: 'desc' },
        take: 8,
      });
      return rows.map((row) => ({ chatId: row.id, telegramId: chatIdOf(identity, row.address), title: row.title }));
    },

    createBindCode: async (unitId, byKey, now) => {
      const code = makeBindCode();
      await prisma.$transaction(async (tx) => {
        const made = await tx.bindCode.create({
          data: {
            codeHash: identity.hashOf(code),
            unitId,
            createdByKey: byKey,
            createdAt: now,
            expiresAt: new Date(now.getTime() + BIND_CODE_VALID_DAYS * DAY_MS),
          },
        });
        const fact = {
          actorKey: byKey,
          action: 'bind-code.create',
          subject: `bind-code/${made.id}`,
          after: { unitId },
        };
        await audit(tx, fact, now, dayOf(now));
      });
      return code;
    },

    bind: async (group, code, byKey, now): Promise<BindResult> =>
      prisma.$transaction(async (tx) => {
        const known = (await find(tx, group.telegramId)) ?? (await createGroup(tx, group, byKey, now));
        if (known.state === 'active' || known.state === 'paused')
          return { kind: 'already-bound', chat: recordOf(known) };
        const found = await tx.bindCode.findUnique({ where: { codeHash: identity.hashOf(code) } });
        if (!found) return { kind: 'refused', reason: 'unknown' };
        if (found.usedAt) return { kind: 'refused', reason: 'used' };
        if (found.expiresAt <= now) return { kind: 'refused', reason: 'expired' };
        if (!packUnitIds.includes(found.unitId)) return { kind: 'refused', reason: 'unit-gone' };
        // Naming the old state lets one of two simultaneous uses win.
        const taken = await tx.bindCode.updateMany({
          where: { id: found.id, usedAt: null },
          data: { usedAt: now, usedByKey: byKey, chatId: known.id },
        });
        if (taken.count === 0) return { kind: 'refused', reason: 'used' };
        const chat = await tx.chat.update({
          where: { id: known.id },
          data: {
            unitId: found.unitId,
            state: 'active',
            stateReason: null,
            pausedBy: null,
            stateAt: now,
            title: group.title,
            kind: group.kind,
          },
          include: withTopics,
        });
        await audit(tx, changeOf(known, 'chat.bind', byKey, 'active', { unitId: found.unitId }), now, dayOf(now));
        return { kind: 'bound', chat: recordOf(chat), unitId: found.unitId };
      }),

    groupMoved: async (fromTelegramId, to, now) => {
      await prisma.$transaction(async (tx) => {
        const known = await find(tx, fromTelegramId);
        if (!known) return;
        const id = { key: identity.keyOf(to.telegramId), address: addressOf(identity, to.kind, to.telegramId) };
        const moved = await rekeyChat(tx, known.id, { ...id, kind: to.kind, title: to.title }, now);
        if (!moved) await cancelOpen(tx, { chatId: known.id }, 'moved', now, dayOf(now));
        await audit(tx, changeOf(known, 'chat.upgrade', null, known.state), now, dayOf(now));
      });
    },

    countSeats: async (telegramId, seats) => {
      await prisma.chat.updateMany({ where: { key: identity.keyOf(telegramId) }, data: { seats } });
    },

    consent: async (telegramId, version, language, now) =>
      prisma.$transaction(async (tx) => {
        const agreed = {
          state: 'active' as const,
          stateReason: null,
          stateAt: now,
          consentVersion: version,
          consentAt: now,
          language,
        };
        const key = identity.keyOf(telegramId);
        const known = await tx.chat.findUnique({ where: { key } });
        const chat = await tx.chat.upsert({
          where: { key },
          create: { ...agreed, key, kind: 'private', address: identity.seal(telegramId), createdAt: now },
          update: agreed,
          include: withTopics,
        });
        const before = known ?? { id: chat.id, kind: chat.kind, state: 'pending' as const };
        await noteSubscription(tx, before, 'active', now, dayOf(now));
        await audit(tx, changeOf(before, 'chat.consent', key, 'active', { version }), now, dayOf(now));
        return recordOf(chat);
      }),

    chooseUnit: async (telegramId, unitId) => {
      const known = await find(prisma, telegramId);
      if (!known) return null;
      return recordOf(await prisma.chat.update({ where: { id: known.id }, data: { unitId }, include: withTopics }));
    },

    toggleTopic: async (telegramId, topicId, defaults, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const known = await find(tx, telegramId);
        if (!known) return null;
        const before = known.topicsChosen ? known.topics.map((topic) => topic.topicId) : defaults;
        const after = before.includes(topicId) ? before.filter((id) => id !== topicId) : [...before, topicId];
        await tx.chatTopic.deleteMany({ where: { chatId: known.id } });
        await tx.chatTopic.createMany({ data: after.map((id) => ({ chatId: known.id, topicId: id })) });
        const chat = await tx.chat.update({
          where: { id: known.id },
          data: { topicsChosen: true },
          include: withTopics,
        });
        if (known.kind !== 'private') {
          const fact = { actorKey: byKey, action: 'chat.topics', subject: `chat/${known.id}`, before, after };
          await audit(tx, fact, now, dayOf(now));
        }
        return recordOf(chat);
      }),

    setState: async (telegramId, state, reason, byKey, now) =>
      prisma.$transaction(async (tx) => {
        const known = await find(tx, telegramId);
        if (!known) return null;
        await tx.chat.update({ where: { id: known.id }, data: { state, stateReason: reason, stateAt: now } });
        await noteSubscription(tx, known, state, now, dayOf(now));
        await audit(tx, { ...changeOf(known, 'chat.state', byKey, state), reason }, now, dayOf(now));
        const cancelled =
          state === 'active' ? 0 : await cancelOpen(tx, { chatId: known.id }, reason ?? state, now, dayOf(now));
        return { cancelled, before: known.state };
      }),

    ...createPersonalData(prisma, identity, timeZone),
  };

  async function createGroup(tx: Transaction, group: GroupSeen, byKey: string | null, now: Date): Promise<ChatRow> {
    return tx.chat.create({
      data: {
        kind: group.kind,
        key: identity.keyOf(group.telegramId),
        address: addressOf(identity, group.kind, group.telegramId),
        title: group.title,
        addedByKey: byKey,
        stateAt: now,
        createdAt: now,
      },
      include: withTopics,
    });
  }
}

function changeOf(
  chat: { id: number; state: ChatState },
  action: string,
  actorKey: string | null,
  state: ChatState,
  more: Record<string, string> = {},
) {
  return { actorKey, action, subject: `chat/${chat.id}`, before: { state: chat.state }, after: { state, ...more } };
}

/** A group comes back as it went: bound or not, and quiet where somebody had asked for it. */
function stateOnReturn(known: Pick<ChatRow, 'unitId' | 'pausedBy'>): ChatState {
  if (known.unitId === null) return 'pending';
  return known.pausedBy === null ? 'active' : 'paused';
}

import type { ChatBook } from '../chats/chat-book.js';
import type { Identity } from '../chats/identity.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import { cancelOpen } from './cancel-open.js';
import { recordOf, withTopics } from './chat-record.js';
import { forgetRoles } from './forget-roles.js';
import { noteSubscription } from './note-subscription.js';
import type { PrismaClient } from './open-database.js';

/** What is kept about one person: shown and erased on request. @param timeZone for the civil day of audit rows */
export function createPersonalData(
  prisma: PrismaClient,
  identity: Identity,
  timeZone: string,
): Pick<ChatBook, 'personalData' | 'erase'> {
  const dayOf = (now: Date) => civilDateAt(now, timeZone).toString();

  return {
    personalData: async (telegramId) => {
      const askerKey = identity.keyOf(telegramId);
      const row = await prisma.chat.findUnique({ where: { key: askerKey }, include: withTopics });
      const [questions, questionsWithWords, daysSeen, messagesReceived] = await Promise.all([
        prisma.question.count({ where: { askerKey } }),
        prisma.question.count({ where: { askerKey, maskedText: { not: null } } }),
        prisma.interaction.groupBy({ by: ['day'], where: { personKey: askerKey } }),
        row ? prisma.delivery.count({ where: { chatId: row.id, state: 'sent' } }) : 0,
      ]);
      return {
        chat: row && recordOf(row),
        ...{ questions, questionsWithWords, daysSeen: daysSeen.length, messagesReceived },
      };
    },

    erase: async (telegramId, now) =>
      prisma.$transaction(async (tx) => {
        const key = identity.keyOf(telegramId);
        const known = await tx.chat.findUnique({ where: { key } });
        const asked = await tx.question.updateMany({
          where: { askerKey: key },
          data: { askerKey: null, maskedText: null },
        });
        const seen = await tx.interaction.deleteMany({ where: { personKey: key } });
        const work = await forgetRoles(tx, key);
        // Who acts for the office stays answerable for it as long as they do.
        if (!work.serves) await tx.auditEntry.updateMany({ where: { actorKey: key }, data: { actorKey: null } });
        const added = await tx.chat.updateMany({ where: { addedByKey: key }, data: { addedByKey: null } });
        const bound = await tx.bindCode.updateMany({ where: { usedByKey: key }, data: { usedByKey: null } });
        if (!known) return asked.count + seen.count + added.count + bound.count > 0 || work.forgot;
        await noteSubscription(tx, known, 'left', now, dayOf(now));
        await cancelOpen(tx, { chatId: known.id }, 'erased', now, dayOf(now));
        await tx.consultation.updateMany({ where: { chatId: known.id }, data: { chatId: null, maskedText: null } });
        await tx.chatTopic.deleteMany({ where: { chatId: known.id } });
        // The row stays for the ledger's counts, without anything that leads back to the person.
        await tx.chat.update({
          where: { id: known.id },
          data: {
            key: `erased-${known.id}`,
            address: '',
            state: 'left',
            stateReason: 'erased',
            stateAt: now,
            consentVersion: null,
            consentAt: null,
            topicsChosen: false,
          },
        });
        await audit(tx, { actorKey: null, action: 'chat.erase', subject: `chat/${known.id}` }, now, dayOf(now));
        return true;
      }),
  };
}

import { readTables } from '../../src/db/backup/catalogue.js';
import type { Database } from '../../src/db/open-database.js';

const AT = new Date('2026-12-01T01:02:03.456Z');
const LATER = new Date('2027-06-01T01:00:00.000Z');
const DAY = '2026-12-01';

/** At least one row in every table, with what is awkward in a file: quotes, line feeds, nulls, big numbers, lists. */
export async function fillEveryTable({ prisma }: Database): Promise<void> {
  const words = '"引号"\\ 换行\n制表\t {"}[]🙂 \u2028';
  await prisma.unit.create({ data: { id: 'a-child', kind: 'community', name: words, parentId: 'spring' } });
  const made = { createdAt: AT, stateAt: AT };
  const chat = { kind: 'private' as const, address: 'sealed', state: 'active' as const, ...made };
  await prisma.chat.createMany({
    data: Array.from({ length: 1_200 }, (_, index) => ({ ...chat, key: `chat-${index}`, title: index ? null : words })),
  });
  const [first, second] = await prisma.chat.findMany({ orderBy: { id: 'asc' }, take: 2, select: { id: true } });
  const [chatId, otherId] = [first?.id ?? 0, second?.id ?? 0];
  await prisma.chatTopic.create({ data: { chatId, topicId: 'const' } });
  await prisma.subscription.create({ data: { chatId, change: 'subscribed', at: AT, day: DAY } });
  const code = { unitId: 'spring', createdByKey: 'k', createdAt: AT, expiresAt: LATER };
  await prisma.bindCode.create({ data: { ...code, codeHash: 'c', chatId } });
  await prisma.invite.create({ data: { ...code, codeHash: 'i', name: 'adviser', label: '陈律师' } });
  await prisma.role.create({ data: { personKey: 'k', name: 'lead', unitId: 'spring', grantedAt: AT } });
  const notice = await prisma.notice.create({
    data: {
      source: 'adviser',
      title: words,
      body: { kind: 'text', html: words, big: 2 ** 53, deep: [null, { a: [] }] },
      contentVersion: 'v',
      audience: { unitIds: [], topicIds: [], kinds: [], exceptChatIds: [] },
      state: 'sending',
      dueAt: LATER,
      sendLateUntil: LATER,
      ...made,
    },
  });
  const delivery = { noticeId: notice.id, kind: 'private' as const, contentVersion: 'v' };
  await prisma.delivery.create({ data: { ...delivery, chatId, state: 'sent', settledAt: AT, day: DAY, messageId: 7 } });
  await prisma.delivery.create({ data: { ...delivery, chatId: otherId } });
  await prisma.noticeWatch.create({ data: { noticeId: notice.id, personKey: 'k', address: 'sealed' } });
  await prisma.question.create({
    data: { at: AT, day: DAY, inGroup: false, outcome: 'choices', choiceIds: ['a', 'b,"c"'], maskedText: words },
  });
  await prisma.interaction.create({ data: { day: DAY, personKey: 'k', unitId: '' } });
  await prisma.monthlyPeople.create({ data: { month: '2026-11', unitId: '', people: 3 } });
  await prisma.dialogue.create({ data: { personKey: 'k', kind: 'note', data: { words }, at: AT } });
  await prisma.consultation.create({ data: { chatId, openedAt: AT } });
  const counted = { kind: 'lecture' as const, day: DAY, unitId: 'a-child', count: 40, howCounted: words };
  await prisma.activity.create({ data: { ...counted, enteredByKey: 'k', enteredAt: AT } });
  await prisma.auditEntry.create({ data: { at: AT, day: DAY, action: 'x', subject: 'y', before: { words } } });
  await prisma.setting.create({ data: { key: 'calendar-began-at', value: AT.toISOString() } });
  await prisma.seenUpdate.create({ data: { updateId: 9007199254740993n, claimedBy: 'p', at: AT } });
  await prisma.jobRun.create({ data: { job: 'vacuum', startedAt: AT } });
}

/** Every row of every table as the database writes it, in the order of the primary key. */
export async function everyRow(database: Pick<Database, 'connection'>): Promise<Record<string, string[]>> {
  return database.connection(async (connection) => {
    const all: Record<string, string[]> = {};
    for (const { name, sqlName } of await readTables(connection)) {
      const found = await connection.query(`SELECT to_jsonb(t)::text AS row FROM ${sqlName} AS t ORDER BY 1`);
      all[name] = found.rows.map(({ row }) => row);
    }
    return all;
  });
}

import path from 'node:path';
import { createIdentity } from '../../src/chats/identity.js';
import { createChatBook } from '../../src/db/chat-book.js';
import { createGroupBook } from '../../src/db/group-book.js';
import { createLedger } from '../../src/db/ledger.js';
import { createNoticeBook } from '../../src/db/notice-book.js';
import { openDatabase } from '../../src/db/open-database.js';
import { syncUnits } from '../../src/db/unit-tree.js';
import type { NewNotice } from '../../src/notices/notice-book.js';
import { aTestDatabase } from './test-database.js';

export const ZONE = 'Asia/Shanghai';

/** An open, empty database with the stores over it and one community. */
export async function aDatabase() {
  const place = await aTestDatabase('telegram');
  const database = await openDatabase(
    place.databaseUrl ? { url: place.databaseUrl } : { databaseDir: path.join(place.dataDir, 'database') },
  );
  const identity = createIdentity('a secret for tests only');
  await syncUnits(database.prisma, [{ id: 'spring', kind: 'community', name: '春风社区', parentId: null }]);
  return {
    prisma: database.prisma,
    database,
    place,
    identity,
    chats: createChatBook(database.prisma, identity, ZONE, ['spring']),
    groups: createGroupBook(database.prisma, identity, ZONE, ['spring']),
    ledger: createLedger(database.prisma, identity, ZONE),
    notices: createNoticeBook(database.prisma),
    close: async () => {
      await database.close();
      await place.remove();
    },
  };
}

/** A notice that is due at `dueAt`. */
export function aNotice(dueAt: Date, more: Partial<NewNotice> = {}): NewNotice {
  return {
    slot: 'constitution-day/2026/day',
    title: '国家宪法日',
    body: { kind: 'text', html: '<b>今天是国家宪法日。</b>' },
    contentVersion: 'v1',
    audience: { unitIds: [], topicIds: [], kinds: [], exceptChatIds: [] },
    dueAt,
    dueDay: '2026-12-04',
    sendLateUntil: new Date(dueAt.getTime() + 24 * 60 * 60 * 1000),
    late: false,
    ...more,
  };
}

import { randomUUID } from 'node:crypto';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createIdentity } from '../../src/chats/identity.js';
import type { NoticeState } from '../../src/notices/notice-moves.js';
import type { RoleName } from '../../src/roles/roles.js';
import { aHouse, type TestHouse } from './a-house.js';
import { aTelegram, type Telegram } from './a-telegram.js';

/** A community of the sandbox's people, and one of another district's street, where none of them has a role. */
export const OWN = 'chunfeng';
export const FOREIGN = 'xihe';

const FOREIGN_UNITS = `
- id: bieli-district
  kind: district
  name: 别里区
- id: bieli-street
  kind: street
  name: 别里街道
  parent: bieli-district
- id: xihe
  kind: community
  name: 西河社区
  parent: bieli-street
`;

/** The tables whose change needs a right, each as one hash: one query, because it is asked a thousand times. */
const ROWS = [
  ...['Notice', 'Delivery', 'Chat', 'ChatTopic', 'Role', 'Invite', 'Activity', 'BindCode', 'Setting', 'AuditEntry'],
]
  .map((table) => `SELECT md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) AS "rows" FROM "${table}" t`)
  .join(' UNION ALL ');

const KEY = 'a secret for the two streets only';
const NOW = new Date('2026-11-30T02:00:00Z');

/** Everybody by what they may do; `settings` is the administrator by ADMIN_IDS, who has a role everywhere. */
export const PEOPLE = {
  none: '路人老周',
  viewer: '区局小赵',
  adviser: '陈律师',
  staff: '小刘',
  lead: '周所长',
  admin: '孙科长',
  settings: '王主任',
} as const;
export type Part = keyof typeof PEOPLE;

export interface TwoStreets {
  house: TestHouse;
  telegram: Telegram;
  /** What the person is told when they tap made-up data: over the chat, or else in it; empty for nothing. */
  tap(who: string, data: string, chat?: number): Promise<string>;
  keyOf(part: Part): string;
  /** Rows of somebody else's in a unit. @returns the id */
  aRole(unitId: string, name?: RoleName): Promise<number>;
  anInvite(unitId: string): Promise<{ id: number; code: string }>;
  anActivity(unitId: string): Promise<number>;
  aGroup(unitId: string): Promise<number>;
  aBindCode(unitId: string): Promise<number>;
  /** @param author null: an adviser of that unit */
  aNotice(unitId: string, state?: NoticeState, author?: Part | null): Promise<number>;
  /** Puts a question of the bot's before the person. */
  asked(part: Part, kind: string, data: object): Promise<void>;
  /** Everything whose change needs a right, as one text to compare. */
  rows(): Promise<string>;
  /** Takes back roles given and questions asked since the start. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The whole product with two streets that have nothing to do with each other, for the tests of rights. */
export async function twoStreets(): Promise<TwoStreets> {
  const dir = await mkdtemp(path.join(tmpdir(), 'pufa-two-streets-'));
  const contentDir = path.join(dir, 'content');
  await cp(path.resolve('content'), contentDir, { recursive: true });
  await appendFile(path.join(contentDir, 'units.yaml'), FOREIGN_UNITS);
  const house = await aHouse('2026-11-30T10:00', { CONTENT_DIR: contentDir, IDENTITY_KEY: KEY });
  const telegram = aTelegram(house);
  const { prisma } = house.running.database;
  const { world } = house.sandbox;
  const identity = createIdentity(KEY);

  const made = world.addPerson({ name: PEOPLE.admin, languageCode: 'zh-hans', part: '管理员', note: '' });
  if (!made.ok) throw new Error(made.message);
  const keyOf = (part: Part) => identity.keyOf(telegram.person(PEOPLE[part]));
  const grant = { grantedAt: NOW, label: '测试' };
  await prisma.role.create({ data: { ...grant, name: 'admin', unitId: 'shili-district', personKey: keyOf('admin') } });
  for (const who of Object.values(PEOPLE)) await telegram.act(world.startBot(telegram.person(who)));
  const lastRoleId = (await prisma.role.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  let counter = 0;
  const next = () => {
    counter += 1;
    return counter;
  };

  const firstMessages = new Map<number, number>();
  /** Any message of the bot will do for made-up data; looked up once, because the chats grow long. */
  const firstMessageIn = (chat: number) => {
    const known = firstMessages.get(chat) ?? telegram.fromBot(chat)[0]?.message_id ?? 0;
    firstMessages.set(chat, known);
    return known;
  };
  const tap = async (who: string, data: string, chat = telegram.person(who)) => {
    const seen = house.sandbox.calls.list().at(-1)?.n ?? 0;
    await telegram.act(world.pressButton(telegram.person(who), chat, firstMessageIn(chat), { rawData: data }));
    const calls = house.sandbox.calls.list(seen);
    const toast = calls.find(({ method }) => method === 'answerCallbackQuery')?.params.text;
    const written = calls.find(({ method }) => method === 'editMessageText' || method === 'sendMessage')?.params.text;
    return String(toast ?? written ?? '');
  };

  const aGroup = async (unitId: string) => {
    const telegramId = -1_009_000_000_000 - next();
    const row = { kind: 'supergroup', title: '测试群', state: 'active', stateAt: NOW, createdAt: NOW } as const;
    const place = { unitId, key: identity.keyOf(telegramId), address: String(telegramId) };
    return (await prisma.chat.create({ data: { ...row, ...place } })).id;
  };

  return {
    house,
    telegram,
    tap,
    keyOf,
    aRole: async (unitId, name = 'viewer') =>
      (await prisma.role.create({ data: { ...grant, name, unitId, personKey: `somebody-${next()}` } })).id,
    anInvite: async (unitId) => {
      const code = randomUUID().replaceAll('-', '');
      const made = await prisma.invite.create({
        data: {
          ...{ codeHash: identity.hashOf(code), name: 'viewer', unitId, label: '测试' },
          // By the administrator of the settings, so that it is good in both streets.
          ...{ createdByKey: keyOf('settings'), createdAt: NOW, expiresAt: new Date(NOW.getTime() + 3_600_000) },
        },
      });
      return { id: made.id, code };
    },
    anActivity: async (unitId) => {
      const activity = { kind: 'lecture', day: '2026-11-20', count: 40, howCounted: '签到表' } as const;
      return (await prisma.activity.create({ data: { ...activity, unitId, enteredByKey: 'somebody', enteredAt: NOW } }))
        .id;
    },
    aGroup,
    aBindCode: async (unitId) => {
      const code = { codeHash: `code-${next()}`, unitId, createdByKey: 'somebody', createdAt: NOW };
      return (await prisma.bindCode.create({ data: { ...code, expiresAt: new Date(NOW.getTime() + 86_400_000) } })).id;
    },
    aNotice: async (unitId, state = 'draft', author = null) => {
      const authorKey = author === null ? `author-${next()}` : keyOf(author);
      if (author === null) {
        await prisma.role.create({ data: { ...grant, name: 'adviser', unitId, personKey: authorKey } });
      }
      // Far ahead, so that nothing is sent while everything is compared.
      const dueAt = new Date(NOW.getTime() + 20 * 86_400_000);
      const released = ['released', 'sending', 'paused'].includes(state);
      const notice = await prisma.notice.create({
        data: {
          ...{ source: 'adviser', title: '测试', body: { kind: 'text', html: '测试' }, contentVersion: 'v1' },
          ...{ audience: { unitIds: [unitId], topicIds: [], kinds: [], exceptChatIds: [] }, state },
          ...{ authorKey, stateAt: NOW, createdAt: NOW, sendAt: dueAt },
          ...(released ? { dueAt, dueDay: '2026-12-20', sendLateUntil: dueAt } : {}),
        },
      });
      if (released) {
        // With a row still to be sent: a minute's tick would close a notice that has none.
        const chatId = await aGroup(unitId);
        const planned = { kind: 'supergroup', unitId, contentVersion: 'v1' } as const;
        await prisma.delivery.create({ data: { ...planned, noticeId: notice.id, chatId } });
      }
      return notice.id;
    },
    asked: async (part, kind, data) => {
      const row = { kind, data, at: house.sandbox.clock.now() };
      const personKey = keyOf(part);
      await prisma.dialogue.upsert({ where: { personKey }, create: { personKey, ...row }, update: row });
    },
    rows: async () => {
      const found = await prisma.$queryRawUnsafe<{ rows: string }[]>(ROWS);
      return JSON.stringify(found);
    },
    reset: async () => {
      await prisma.role.deleteMany({ where: { id: { gt: lastRoleId } } });
      await prisma.dialogue.deleteMany();
    },
    close: async () => {
      await house.close();
      await rm(dir, { recursive: true });
    },
  };
}

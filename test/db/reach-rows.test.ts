import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReachRows } from '../../src/db/reach-rows.js';
import type { ReachFacts, ReachUnits } from '../../src/reach/reach-facts.js';
import { aDatabase, aNotice } from '../support/a-database.js';
import { instantOf } from '../support/instant-of.js';
import { seededRandom } from '../support/random.js';

const NOW = instantOf('2026-12-31T12:00');
const SEEDS = [1, 2, 3];
const UNITS = [null, 'spring', 'autumn', 'winter'];
const DAYS = Array.from(
  { length: 60 },
  (_day, i) => `2026-${i < 30 ? '10' : '11'}-${String((i % 30) + 1).padStart(2, '0')}`,
);

describe('the facts behind the figures', () => {
  let db: Awaited<ReturnType<typeof aDatabase>>;

  beforeAll(async () => {
    db = await aDatabase();
    for (const id of ['autumn', 'winter']) {
      await db.prisma.unit.create({ data: { id, kind: 'community', name: id, parentId: null } });
    }
  });
  afterAll(() => db.close());

  /** A random world: chats that move between kinds and units, deliveries with every outcome, people and activities. */
  async function fill(seed: number): Promise<void> {
    const random = seededRandom(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const { prisma } = db;
    for (const table of ['Subscription', 'Delivery', 'Notice', 'Chat', 'Interaction', 'Question', 'Activity', 'Role']) {
      await prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    }
    const chats = await prisma.chat.createManyAndReturn({
      data: Array.from({ length: 12 }, (_chat, i) => ({
        kind: pick(['private', 'group', 'supergroup', 'channel'] as const),
        ...{ key: `chat-${i}`, address: '', stateAt: NOW, createdAt: NOW, unitId: pick(UNITS) },
      })),
    });
    for (let i = 0; i < 15; i += 1) {
      const slot = `notice-${i}`;
      const noticeId = (await db.notices.release(aNotice(NOW, { slot }), [], NOW)) ?? 0;
      await prisma.delivery.createMany({
        data: chats
          .filter(() => random() < 0.7)
          .map((chat) => {
            const state = pick(['planned', 'sent', 'sent', 'sent', 'refused', 'unknown', 'cancelled'] as const);
            const reason = { refused: pick(['blocked', 'no-rights']), unknown: 'no-answer', cancelled: 'too-late' };
            const group = chat.kind !== 'private';
            return {
              ...{ noticeId, chatId: chat.id, state, contentVersion: 'v1' },
              kind: group ? pick(['group', 'supergroup'] as const) : chat.kind,
              unitId: random() < 0.8 ? chat.unitId : pick(UNITS),
              reason: state in reason ? reason[state as keyof typeof reason] : null,
              day: state === 'planned' ? null : pick(DAYS),
              seats: state === 'sent' && group && random() < 0.9 ? Math.floor(random() * 300) : null,
            };
          }),
      });
    }
    await prisma.interaction.createMany({
      skipDuplicates: true,
      data: Array.from({ length: 200 }, () => ({
        ...{ day: pick(DAYS), personKey: `person-${Math.floor(random() * 30)}`, unitId: pick(UNITS) ?? '' },
      })),
    });
    const role = { personKey: 'person-3', name: 'adviser' as const, unitId: 'spring', grantedAt: NOW, revokedAt: NOW };
    await prisma.role.create({ data: role });
    await prisma.question.createMany({
      data: Array.from({ length: 100 }, () => ({
        ...{ at: NOW, day: pick(DAYS), inGroup: false, unitId: pick(UNITS) },
        outcome: pick(['answered', 'choices', 'none'] as const),
      })),
    });
    await prisma.subscription.createMany({
      data: Array.from({ length: 40 }, () => ({
        ...{ chatId: pick(chats).id, change: pick(['subscribed', 'left', 'lost'] as const), at: NOW, day: pick(DAYS) },
      })),
    });
    await prisma.activity.createMany({
      data: Array.from({ length: 30 }, () => ({
        kind: pick(['lecture', 'leaflets', 'wechat_forward'] as const),
        ...{ day: pick(DAYS), unitId: pick(UNITS) ?? 'spring', count: Math.floor(random() * 2_000_000_000) },
        ...{ howCounted: '签到', enteredByKey: 'a', enteredAt: NOW, deletedAt: random() < 0.2 ? NOW : null },
      })),
    });
  }

  /** The same, counted one row after the other. */
  async function recounted(from: string, to: string, units: ReachUnits): Promise<ReachFacts> {
    const { prisma } = db;
    const meant = (row: { day: string | null; unitId: string | null }) =>
      row.day !== null && row.day >= from && row.day <= to && (units === null || units.includes(row.unitId ?? '-'));
    const deliveries = (await prisma.delivery.findMany()).filter(meant);
    const sent = deliveries.filter((row) => row.state === 'sent');
    const toGroups = sent.filter((row) => row.kind !== 'private');
    const seats = new Map<number, number | null>();
    for (const { chatId, seats: now } of toGroups) {
      const before = seats.get(chatId) ?? null;
      seats.set(chatId, before === null || (now !== null && now > before) ? now : before);
    }
    const countBy = <T>(rows: T[], key: (row: T) => string) => {
      const counts: Record<string, number> = {};
      for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
      return counts;
    };
    const settled = deliveries.filter((row) => ['sent', 'refused', 'unknown'].includes(row.state));
    const byOutcome = countBy(settled, ({ state, kind, reason }) =>
      JSON.stringify([state, kind !== 'private', state === 'refused' ? reason : null]),
    );
    const people = (await prisma.interaction.findMany()).filter((row) => meant(row) && row.personKey !== 'person-3');
    const questions = (await prisma.question.findMany()).filter(meant);
    const changes = (await prisma.subscription.findMany({ include: { chat: true } })).filter((row) =>
      meant({ day: row.day, unitId: row.chat.unitId }),
    );
    const activities = (await prisma.activity.findMany({ where: { deletedAt: null } })).filter(meant);
    return {
      notices: new Set(sent.map((row) => row.noticeId)).size,
      deliveries: Object.entries(byOutcome).map(([key, count]) => {
        const [state, toGroup, reason] = JSON.parse(key);
        return { state, toGroup, reason, count };
      }),
      groups: {
        count: seats.size,
        seats: [...seats.values()].reduce<number>((sum, value) => sum + (value ?? 0), 0),
        withoutSeats: [...seats.values()].filter((value) => value === null).length,
      },
      privateChats: new Set(sent.filter((row) => row.kind === 'private').map((row) => row.chatId)).size,
      peopleKept: new Set(people.map((row) => row.personKey)).size,
      peopleOfAMonth: 0,
      questions: { ...{ answered: 0, choices: 0, none: 0 }, ...countBy(questions, (row) => row.outcome) },
      subscriptions: { ...{ subscribed: 0, left: 0, lost: 0 }, ...countBy(changes, (row) => row.change) },
      activities: Object.entries(countBy(activities, (row) => row.kind)).map(([kind, times]) => ({
        kind: kind as ReachFacts['activities'][number]['kind'],
        times,
        count: activities.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0),
      })),
    };
  }

  const sorted = (facts: ReachFacts) => ({
    ...facts,
    deliveries: facts.deliveries.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    activities: facts.activities.map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
  });

  it.each(SEEDS)('equal a recount row by row, in a random world (seed %d)', async (seed) => {
    await fill(seed);
    const rows = createReachRows(db.prisma);
    for (const [from, to] of [
      ['2026-10-01', '2026-11-30'],
      ['2026-10-20', '2026-11-05'],
      ['2026-11-03', '2026-11-03'],
      ['2025-01-01', '2025-12-31'],
    ] as const) {
      for (const units of [null, ['spring'], ['spring', 'autumn'], ['gone']]) {
        const counted = await rows.facts(from, to, units);
        expect(sorted(counted), `${from} to ${to} in ${units}`).toEqual(sorted(await recounted(from, to, units)));
      }
    }
  });

  it('give the days of the chart, which add up to the same', async () => {
    const rows = createReachRows(db.prisma);
    for (const units of [null, ['autumn']]) {
      const days = await rows.days('2026-10-01', '2026-11-30', units);
      const facts = await rows.facts('2026-10-01', '2026-11-30', units);
      const delivered = (toGroup: boolean) =>
        facts.deliveries.filter((row) => row.state === 'sent' && row.toGroup === toGroup).map((row) => row.count);
      const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
      expect(total(days.map((day) => day.toGroups))).toBe(total(delivered(true)));
      expect(total(days.map((day) => day.toPeople))).toBe(total(delivered(false)));
      expect(total(days.map((day) => day.questions))).toBe(total(Object.values(facts.questions)));
      expect(days.map((day) => day.day)).toEqual([...new Set(days.map((day) => day.day))].sort());
    }
  });

  it('take the best of the whole months within the days, of the units that are meant', async () => {
    const rows = createReachRows(db.prisma);
    await db.prisma.monthlyPeople.createMany({
      data: [
        { month: '2026-01', unitId: '', people: 90 },
        { month: '2026-02', unitId: '', people: 80 },
        { month: '2026-02', unitId: 'spring', people: 7 },
      ],
    });
    const best = async (from: string, to: string, units: ReachUnits) =>
      (await rows.facts(from, to, units)).peopleOfAMonth;
    expect(await best('2026-01-01', '2026-12-31', null)).toBe(90);
    expect(await best('2026-01-02', '2026-12-31', null)).toBe(80);
    expect(await best('2026-02-01', '2026-02-28', null)).toBe(80);
    expect(await best('2026-02-01', '2026-02-27', null)).toBe(0);
    expect(await best('2026-01-01', '2026-12-31', ['spring', 'autumn'])).toBe(7);
    expect(await best('2026-01-01', '2026-12-31', ['autumn'])).toBe(0);
  });
});

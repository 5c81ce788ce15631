import { Prisma } from '../generated/prisma/client.js';
import type { ActivityKind, DayFacts, ReachFacts, ReachRows, ReachUnits } from '../reach/reach-facts.js';
import type { PrismaClient } from './open-database.js';

/**
 * Counts for the figures: a query per table, none of which grows with the number of figures. The deliveries are read
 * from their index on the day alone (prisma/schema.prisma), which holds every column that is asked for here.
 */
export function createReachRows(prisma: PrismaClient): ReachRows {
  return {
    facts: async (from, to, units) => {
      const days = Prisma.sql`"day" BETWEEN ${from} AND ${to}`;
      const here = Prisma.sql`${days} ${inUnits(units)}`;
      const [deliveries, notices, chats, people, ofAMonth, questions, subscriptions, activities] = await Promise.all([
        prisma.$queryRaw<ReachFacts['deliveries']>`
          SELECT "state", "kind" <> 'private' AS "toGroup", CASE WHEN "state" = 'refused' THEN "reason" END AS "reason",
                 count(*)::int AS "count"
          FROM "Delivery" WHERE "state" IN ('sent', 'refused', 'unknown') AND ${here} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
        prisma.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS "count"
          FROM (SELECT "noticeId" FROM "Delivery" WHERE "state" = 'sent' AND ${here} GROUP BY 1) AS "sent"`,
        prisma.$queryRaw<{ toGroup: boolean; count: number; seats: number; withoutSeats: number }[]>`
          SELECT "toGroup", count(*)::int AS "count", coalesce(sum("seats"), 0)::int AS "seats",
                 (count(*) - count("seats"))::int AS "withoutSeats"
          FROM (
            SELECT "chatId", "kind" <> 'private' AS "toGroup", max("seats") AS "seats"
            FROM "Delivery" WHERE "state" = 'sent' AND ${here} GROUP BY 1, 2
          ) AS "reached" GROUP BY 1`,
        prisma.$queryRaw<{ count: number }[]>`
          SELECT count(DISTINCT "personKey")::int AS "count"
          FROM "Interaction" WHERE ${here} AND "personKey" NOT IN (SELECT "personKey" FROM "Role")`,
        prisma.$queryRaw<{ count: number }[]>`
          SELECT coalesce(max("people"), 0)::int AS "count" FROM "MonthlyPeople"
          WHERE "month" || '-01' >= ${from} AND ("month" || '-01')::date + interval '1 month' <= ${to}::date + 1
            AND ${units === null ? Prisma.sql`"unitId" = ''` : Prisma.sql`"unitId" = ANY(${units})`}`,
        prisma.$queryRaw<{ outcome: keyof ReachFacts['questions']; count: number }[]>`
          SELECT "outcome", count(*)::int AS "count" FROM "Question" WHERE ${here} GROUP BY 1`,
        prisma.$queryRaw<{ change: keyof ReachFacts['subscriptions']; count: number }[]>`
          SELECT "change", count(*)::int AS "count"
          FROM "Subscription" JOIN "Chat" ON "Chat"."id" = "chatId" WHERE ${here} GROUP BY 1`,
        prisma.$queryRaw<{ kind: ActivityKind; times: number; count: number }[]>`
          SELECT "kind", count(*)::int AS "times", sum("count")::float8 AS "count"
          FROM "Activity" WHERE "deletedAt" IS NULL AND ${here} GROUP BY 1 ORDER BY 1`,
      ]);
      const groups = chats.find((row) => row.toGroup);
      return {
        notices: notices[0]?.count ?? 0,
        deliveries,
        groups: { count: groups?.count ?? 0, seats: groups?.seats ?? 0, withoutSeats: groups?.withoutSeats ?? 0 },
        privateChats: chats.find((row) => !row.toGroup)?.count ?? 0,
        peopleKept: people[0]?.count ?? 0,
        peopleOfAMonth: ofAMonth[0]?.count ?? 0,
        questions: {
          ...{ answered: 0, choices: 0, none: 0 },
          ...Object.fromEntries(questions.map(({ outcome, count }) => [outcome, count])),
        },
        subscriptions: {
          ...{ subscribed: 0, left: 0, lost: 0 },
          ...Object.fromEntries(subscriptions.map(({ change, count }) => [change, count])),
        },
        activities,
      };
    },

    days: async (from, to, units) => {
      const here = Prisma.sql`"day" BETWEEN ${from} AND ${to} ${inUnits(units)}`;
      return prisma.$queryRaw<DayFacts[]>`
        SELECT "day", sum("toGroups")::int AS "toGroups", sum("toPeople")::int AS "toPeople",
               sum("questions")::int AS "questions"
        FROM (
          SELECT "day", count(*) FILTER (WHERE "kind" <> 'private') AS "toGroups",
                 count(*) FILTER (WHERE "kind" = 'private') AS "toPeople", 0 AS "questions"
          FROM "Delivery" WHERE "state" = 'sent' AND ${here} GROUP BY 1
          UNION ALL
          SELECT "day", 0, 0, count(*) FROM "Question" WHERE ${here} GROUP BY 1
        ) AS "each" GROUP BY 1 ORDER BY 1`;
    },
  };
}

function inUnits(units: ReachUnits): Prisma.Sql {
  return units === null ? Prisma.empty : Prisma.sql`AND "unitId" = ANY(${units})`;
}

import type { ActivityKind } from '../activities/activity-kinds.js';
import { Prisma } from '../generated/prisma/client.js';
import type { DayFacts, ReachFacts, ReachRows, ReachUnits } from '../reach/reach-facts.js';
import type { PrismaClient } from './open-database.js';

/**
 * Counts for the figures, a few queries for all of them. Of the deliveries only two indexes are read, never the rows:
 * one pass in the order of the first for everything that is counted by outcome (equal entries are stored once, so it is
 * a tenth of the table), and a look into the second for each chat, to count it once.
 */
export function createReachRows(prisma: PrismaClient): ReachRows {
  return {
    facts: async (from, to, units) => {
      const here = Prisma.sql`"day" BETWEEN ${from} AND ${to} ${inUnits(units)}`;
      const [deliveries, groups, privateChats, people, ofAMonth, questions, subscriptions, activities] =
        await Promise.all([
          prisma.$queryRaw<DeliveryRow[]>`
          SELECT "state", "toGroup", "reason", sum("times")::int AS "count", count(DISTINCT "noticeId")::int AS "notices"
          FROM (
            SELECT "noticeId", "state", "kind" <> 'private' AS "toGroup",
                   CASE WHEN "state" = 'refused' THEN "reason" END AS "reason", count(*) AS "times"
            FROM "Delivery" WHERE "state" IN ('sent', 'refused', 'unknown') AND ${here}
            GROUP BY "day", "noticeId", "state", "kind", "unitId", "Delivery"."reason"
          ) AS "settled" GROUP BY GROUPING SETS (("state", "toGroup", "reason"), ("state")) ORDER BY 1, 2, 3`,
          prisma.$queryRaw<{ count: number; seats: number; withoutSeats: number }[]>`
          SELECT count(*)::int AS "count", coalesce(sum("most"), 0)::int AS "seats",
                 (count(*) - count("most"))::int AS "withoutSeats"
          FROM "Chat", LATERAL (
            SELECT count(*) AS "times", max("seats") AS "most"
            FROM "Delivery" WHERE "chatId" = "Chat"."id" AND "state" = 'sent' AND ${here}
          ) AS "reached" WHERE "Chat"."kind" <> 'private' AND "times" > 0`,
          prisma.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS "count" FROM "Chat" WHERE "kind" = 'private' AND EXISTS (
            SELECT FROM "Delivery" WHERE "chatId" = "Chat"."id" AND "state" = 'sent' AND ${here}
          )`,
          prisma.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS "count" FROM (
            SELECT FROM "Interaction"
            WHERE ${here} AND "personKey" NOT IN (SELECT "personKey" FROM "Role") GROUP BY "personKey"
          ) AS "people"`,
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
      return {
        notices: deliveries.find((row) => row.state === 'sent' && row.toGroup === null)?.notices ?? 0,
        deliveries: deliveries.flatMap(({ state, toGroup, reason, count }) =>
          toGroup === null ? [] : [{ state, toGroup, reason, count }],
        ),
        groups: groups[0] ?? { count: 0, seats: 0, withoutSeats: 0 },
        privateChats: privateChats[0]?.count ?? 0,
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

interface DeliveryRow {
  state: ReachFacts['deliveries'][number]['state'];
  /** null in the row that sums up the state */
  toGroup: boolean | null;
  reason: string | null;
  count: number;
  notices: number;
}

function inUnits(units: ReachUnits): Prisma.Sql {
  return units === null ? Prisma.empty : Prisma.sql`AND "unitId" = ANY(${units})`;
}

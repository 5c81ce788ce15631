import type { InteractionBook } from '../reach/interaction-book.js';
import { civilDateAt } from '../time/zone.js';
import type { PrismaClient } from './open-database.js';

/** The interactions in the database. @param timeZone the programme's zone, for their civil day */
export function createInteractionBook(prisma: PrismaClient, timeZone: string): InteractionBook {
  const dayOf = (instant: Date) => civilDateAt(instant, timeZone).toString();
  return {
    record: async (personKey, unitId, now) => {
      await prisma.$executeRaw`
        INSERT INTO "Interaction" ("day", "personKey", "unitId") VALUES (${dayOf(now)}, ${personKey}, ${unitId ?? ''})
        ON CONFLICT ("day", "personKey", "unitId") DO UPDATE SET "times" = "Interaction"."times" + 1`;
    },
    purgeBefore: async (instant) => {
      await writeMonthlyPeople(prisma);
      const purged = await prisma.interaction.deleteMany({ where: { day: { lt: dayOf(instant) } } });
      return purged.count;
    },
  };
}

/**
 * Counts the different people of each month for which rows are left, for every unit with everything below it and for
 * everywhere. A count never falls: rows of a month that is being purged, or of a person who was erased, do not take
 * back what was seen. People who hold or held a role serve and are no residents.
 */
async function writeMonthlyPeople(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    WITH RECURSIVE "below" AS (
      SELECT "id" AS "scope", "id" AS "unitId" FROM "Unit"
      UNION
      SELECT "below"."scope", child."id" FROM "below" JOIN "Unit" AS child ON child."parentId" = "below"."unitId"
    ), "seen" AS (
      SELECT DISTINCT left("day", 7) AS "month", "personKey", "unitId" FROM "Interaction"
      WHERE "personKey" NOT IN (SELECT "personKey" FROM "Role")
    )
    INSERT INTO "MonthlyPeople" ("month", "unitId", "people")
    SELECT "month", "scope", count(DISTINCT "personKey") FROM "seen" JOIN "below" USING ("unitId") GROUP BY 1, 2
    UNION ALL
    SELECT "month", '', count(DISTINCT "personKey") FROM "seen" GROUP BY 1
    ON CONFLICT ("month", "unitId") DO UPDATE SET "people" = GREATEST("MonthlyPeople"."people", EXCLUDED."people")`;
}

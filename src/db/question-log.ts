import type { QuestionLog } from '../faq/question-log.js';
import { civilDateAt } from '../time/zone.js';
import type { PrismaClient } from './open-database.js';

/** The questions in the database. @param timeZone the programme's zone, for the civil day of each question */
export function createQuestionLog(prisma: PrismaClient, timeZone: string): QuestionLog {
  return {
    record: async (question, now) => {
      await prisma.question.create({
        data: { ...question, at: now, day: civilDateAt(now, timeZone).toString() },
      });
    },
    purgeBefore: async (instant) => {
      const purged = await prisma.question.updateMany({
        where: { at: { lt: instant }, OR: [{ askerKey: { not: null } }, { maskedText: { not: null } }] },
        data: { askerKey: null, maskedText: null },
      });
      return purged.count;
    },
  };
}

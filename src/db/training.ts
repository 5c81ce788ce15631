import type { Training } from '../notices/training.js';
import { civilDateAt } from '../time/zone.js';
import { audit } from './audit.js';
import type { PrismaClient } from './open-database.js';

const KEY = 'training';

/** The training switch in the database; off until somebody turns it on. @param timeZone for the civil day of audit rows */
export function createTraining(prisma: PrismaClient, timeZone: string): Training {
  return {
    isOn: async () => (await prisma.setting.findUnique({ where: { key: KEY } }))?.value === 'on',
    toggle: async (byKey, now) =>
      prisma.$transaction(async (tx) => {
        const before = (await tx.setting.findUnique({ where: { key: KEY } }))?.value ?? 'off';
        const value = before === 'on' ? 'off' : 'on';
        await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
        const fact = { actorKey: byKey, action: 'training.switch', subject: 'setting/training', before, after: value };
        await audit(tx, fact, now, civilDateAt(now, timeZone).toString());
        return value === 'on';
      }),
  };
}

import type { Unit } from '../content/pack.js';
import type { PrismaClient } from './open-database.js';

/**
 * Brings the table of units in line with content/units.yaml, parents first. A unit that is gone from the pack stays in
 * the table, because chats and figures belong to it.
 */
export async function syncUnits(prisma: PrismaClient, units: Unit[]): Promise<void> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const depth = (unit: Unit): number => {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent ? depth(parent) + 1 : 0;
  };
  for (const unit of [...units].sort((a, b) => depth(a) - depth(b))) {
    const { id, ...columns } = unit;
    await prisma.unit.upsert({ where: { id }, create: unit, update: columns });
  }
}

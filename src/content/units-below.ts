import type { Unit } from './pack.js';

/** These units and everything below them in the tree. */
export function unitsBelow(unitIds: string[], units: Unit[]): Set<string> {
  const reached = new Set(unitIds);
  let grew = true;
  while (grew) {
    grew = false;
    for (const unit of units) {
      if (unit.parentId && reached.has(unit.parentId) && !reached.has(unit.id)) {
        reached.add(unit.id);
        grew = true;
      }
    }
  }
  return reached;
}

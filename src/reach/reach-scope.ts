import type { Unit } from '../content/pack.js';
import { unitsBelow } from '../content/units-below.js';
import type { ReachUnits } from './reach-facts.js';

/** Units that figures are asked for. */
export interface ReachScope {
  /** for the rows; the whole tree is everywhere, with what belongs to no unit */
  units: ReachUnits;
  /** the uppermost of them, which stand for all below */
  roots: Unit[];
}

/** The scope of these units with everything below each. */
export function reachScope(unitIds: Iterable<string>, tree: Unit[]): ReachScope {
  const reached = unitsBelow([...unitIds], tree);
  const inTree = tree.filter((unit) => reached.has(unit.id));
  return {
    units: inTree.length === tree.length ? null : [...reached],
    roots: inTree.filter((unit) => unit.parentId === null || !reached.has(unit.parentId)),
  };
}

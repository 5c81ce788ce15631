import type { Unit } from '../content/pack.js';
import { unitsBelow } from '../content/units-below.js';
import { unitsFor } from '../roles/rights.js';
import type { RoleGrant } from '../roles/roles.js';
import type { Audience } from './audience.js';

/** Everybody a person may write to: where a new draft begins, and what "all" means on its list of units. */
export function widestAudience(grants: RoleGrant[], units: Unit[]): Audience {
  return { unitIds: topUnits(grants, units), topicIds: [], kinds: [], exceptChatIds: [] };
}

/** The highest units in which a person may write; empty means the whole tree, with those who named no community. */
function topUnits(grants: RoleGrant[], units: Unit[]): string[] {
  const own = unitsFor(grants, 'notice.write', units);
  if (units.every((unit) => own.has(unit.id))) return [];
  return [...own].filter((id) => {
    const parent = units.find((unit) => unit.id === id)?.parentId;
    return !parent || !own.has(parent);
  });
}

/** The communities a person may choose one by one. */
export function communitiesToChoose(grants: RoleGrant[], units: Unit[]): Unit[] {
  const own = unitsFor(grants, 'notice.write', units);
  return units.filter((unit) => unit.kind === 'community' && own.has(unit.id));
}

/** True when the audience means everybody the person may write to. */
export function isWidest(audience: Audience, grants: RoleGrant[], units: Unit[]): boolean {
  const widest = unitsBelow(topUnits(grants, units), units);
  const chosen = unitsBelow(audience.unitIds, units);
  return widest.size === chosen.size && [...widest].every((id) => chosen.has(id));
}

import type { Unit } from '../content/pack.js';
import { unitsBelow } from '../content/units-below.js';
import type { RoleGrant, RoleName } from './roles.js';

/**
 * What a role allows, each in its unit and everything below it. Writing and releasing a notice are two rights:
 * advisers push notices, the office releases them, and nobody releases what they wrote (design, decision 4).
 */
export const RIGHTS = {
  /** invite and remove people; whom exactly: `mayGive` */
  'role.manage': ['admin', 'lead'],
  'notice.write': ['admin', 'lead', 'staff', 'adviser'],
  'notice.release': ['admin', 'lead', 'staff'],
  /** make binding codes, pause, resume and unbind groups; be told when one is lost */
  'group.manage': ['admin', 'lead', 'staff'],
  'stats.read': ['admin', 'lead', 'staff', 'adviser', 'viewer'],
  'activity.enter': ['admin', 'lead', 'staff', 'adviser'],
  /** change and delete what others entered */
  'activity.correct': ['admin', 'lead', 'staff'],
} as const satisfies Record<string, readonly RoleName[]>;

export type Right = keyof typeof RIGHTS;

/** Roles that each role may give and take; nobody makes their equal, except administrators. */
const GIVES: Record<RoleName, readonly RoleName[]> = {
  admin: ['admin', 'lead', 'staff', 'adviser', 'viewer'],
  lead: ['staff', 'adviser', 'viewer'],
  staff: [],
  adviser: [],
  viewer: [],
};

/** The units in which a person has the right, each with everything below it; empty: nowhere. */
export function unitsFor(grants: RoleGrant[], right: Right, units: Unit[]): Set<string> {
  const roles: readonly RoleName[] = RIGHTS[right];
  const own = grants.filter((grant) => roles.includes(grant.name)).map((grant) => grant.unitId);
  return unitsBelow(own, units);
}

/**
 * True when the person has the right in every one of the units.
 * @param unitIds empty means everywhere: then every unit of the tree is asked for; so it is for a unit that the pack
 *                does not have any more, or nobody could end what was begun there
 */
export function mayIn(grants: RoleGrant[], right: Right, unitIds: string[], units: Unit[]): boolean {
  const own = unitsFor(grants, right, units);
  const all = units.map((unit) => unit.id);
  const asked = unitIds.length === 0 || unitIds.some((id) => !all.includes(id)) ? all : unitIds;
  return own.size > 0 && asked.every((id) => own.has(id));
}

/** Roles the person may give (and take) in a unit. */
export function rolesToGive(grants: RoleGrant[], unitId: string, units: Unit[]): RoleName[] {
  const here = grants.filter((grant) => unitsBelow([grant.unitId], units).has(unitId));
  const given = new Set(here.flatMap((grant) => GIVES[grant.name]));
  return GIVES.admin.filter((name) => given.has(name));
}

/**
 * True when the person may take this role away. A role in a unit that the pack does not have any more can be taken by
 * an administrator of the whole tree, or nobody could.
 */
export function mayTake(grants: RoleGrant[], role: RoleGrant, units: Unit[]): boolean {
  if (rolesToGive(grants, role.unitId, units).includes(role.name)) return true;
  const gone = !units.some((unit) => unit.id === role.unitId);
  const administers = grants.filter((grant) => grant.name === 'admin');
  return gone && mayIn(administers, 'role.manage', [], units);
}

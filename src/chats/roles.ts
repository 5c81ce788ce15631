export type RoleName = 'admin' | 'lead' | 'staff' | 'adviser' | 'viewer';

/** A role a person holds for a unit and everything below it. */
export interface RoleGrant {
  name: RoleName;
  unitId: string;
}

/** Who holds which role; `db/role-book.ts` keeps it. Asked on every update: a role that is taken away is gone at once. */
export interface RoleBook {
  rolesOf(telegramId: number): Promise<RoleGrant[]>;
}

/** Roles whose holders speak for the office towards groups. */
const OFFICE: readonly RoleName[] = ['admin', 'lead', 'staff'];

/**
 * The units for which a person may make binding codes: those of an office role, with everything below.
 * @param unitsBelow the given units and everything below them in the tree
 */
export function unitsOfOffice(grants: RoleGrant[], unitsBelow: (unitIds: string[]) => Set<string>): Set<string> {
  return unitsBelow(grants.filter((grant) => OFFICE.includes(grant.name)).map((grant) => grant.unitId));
}

export const ROLE_NAMES = ['admin', 'lead', 'staff', 'adviser', 'viewer'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** A role a person holds for a unit and everything below it. */
export interface RoleGrant {
  name: RoleName;
  unitId: string;
}

/** Somebody who holds a role now. */
export interface Holder extends RoleGrant {
  /** null: an administrator by the settings (`ADMIN_IDS`), whom only the settings remove */
  roleId: number | null;
  personKey: string;
  /** sealed private chat, see chats/identity.ts; null for a role from before addresses were kept */
  address: string | null;
  /** what colleagues call them; empty for an administrator by the settings */
  label: string;
}

/** A role that an installation begins with: the sandbox's people. */
export interface FirstRole extends RoleGrant {
  telegramId: number;
  label: string;
}

/** Who holds which role; `db/role-book.ts` keeps it. Asked on every update: a role that is taken away is gone at once. */
export interface RoleBook {
  rolesOf(telegramId: number): Promise<RoleGrant[]>;
  /** The same by the keyed hash of the person's id. */
  rolesOfKey(personKey: string): Promise<RoleGrant[]>;
  /** Everybody who holds a role now, a row per role. */
  holders(): Promise<Holder[]>;
  /**
   * Takes a role away, with an audit row, and closes what the bot was asking its holder. What they wrote stays.
   * @returns false when nobody holds it any more
   */
  revoke(roleId: number, byKey: string, reason: string, now: Date): Promise<boolean>;
}

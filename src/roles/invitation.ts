import type { Unit } from '../content/pack.js';
import { rolesToGive } from './rights.js';
import type { RoleGrant } from './roles.js';

/** How long a link may be used. */
export const INVITE_VALID_HOURS = 24;

/** A role offered to whoever opens the link first. */
export interface Invitation extends RoleGrant {
  id: number;
  /** what colleagues will call the person */
  label: string;
  createdByKey: string;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
}

/** The invitations; `db/invitations.ts` keeps them. Every change leaves an audit row in the same transaction. */
export interface Invitations {
  /** @returns the code, which is kept nowhere else */
  invite(offer: RoleGrant & { label: string }, byKey: string, now: Date): Promise<Invitation & { code: string }>;
  find(code: string): Promise<Invitation | null>;
  /** Those that may still be taken, newest first. */
  open(now: Date): Promise<Invitation[]>;
  /** @returns false when it was used or withdrawn before */
  withdraw(id: number, byKey: string, now: Date): Promise<boolean>;
  /** Gives the role, once. @returns false when somebody was quicker, or it was withdrawn */
  accept(id: number, telegramId: number, now: Date): Promise<boolean>;
}

export type WhyVoid = 'already' | 'used' | 'withdrawn' | 'expired' | 'own' | 'unit-gone' | 'inviter-lost';

/**
 * Why this person cannot take the invitation; null when they can. Asked when the link is opened and again when it is
 * accepted: in between the inviter may have lost the right to give the role.
 * @param inviter roles that the inviter holds now
 */
export function whyVoid(
  invitation: Invitation,
  inviter: RoleGrant[],
  person: { key: string; grants: RoleGrant[] },
  units: Unit[],
  now: Date,
): WhyVoid | null {
  const { name, unitId } = invitation;
  // First, because who taps twice has the role and should hear that rather than that the link is used up.
  if (person.grants.some((grant) => grant.name === name && grant.unitId === unitId)) return 'already';
  if (invitation.usedAt) return 'used';
  if (invitation.withdrawnAt) return 'withdrawn';
  if (invitation.expiresAt < now) return 'expired';
  if (invitation.createdByKey === person.key) return 'own';
  if (!units.some((unit) => unit.id === unitId)) return 'unit-gone';
  return rolesToGive(inviter, unitId, units).includes(name) ? null : 'inviter-lost';
}

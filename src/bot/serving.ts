import { mayIn, type Right, unitsFor } from '../roles/rights.js';
import type { RoleGrant } from '../roles/roles.js';
import type { BotParts, PufaContext } from './parts.js';

/** The person who wrote or pressed, with the roles they hold at this moment. */
export interface Serving {
  telegramId: number;
  key: string;
  grants: RoleGrant[];
  /** units in which they have the right, with everything below; empty: nowhere */
  unitsFor(right: Right): Set<string>;
  /** @param unitIds empty means everywhere */
  mayIn(right: Right, unitIds: string[]): boolean;
}

/**
 * Looks up who acts, on every update anew: a role that was taken away is gone at once.
 * @returns null in groups and for people without any role
 */
export async function serving(ctx: PufaContext, parts: BotParts): Promise<Serving | null> {
  if (!ctx.from || ctx.chat?.type !== 'private') return null;
  const grants = await parts.roles.rolesOf(ctx.from.id);
  if (grants.length === 0) return null;
  const { units } = parts.pack;
  return {
    telegramId: ctx.from.id,
    key: parts.identity.keyOf(ctx.from.id),
    grants,
    unitsFor: (right) => unitsFor(grants, right, units),
    mayIn: (right, unitIds) => mayIn(grants, right, unitIds, units),
  };
}

/** The same, null also for people who have the right nowhere. */
export async function servingWith(ctx: PufaContext, parts: BotParts, right: Right): Promise<Serving | null> {
  const person = await serving(ctx, parts);
  return person && person.unitsFor(right).size > 0 ? person : null;
}

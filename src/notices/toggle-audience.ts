import type { Audience } from './audience.js';

const GROUP_KINDS: Audience['kinds'] = ['group', 'supergroup', 'channel'];

/**
 * A tap on a community. From "all" the first tap means only this one; taking the last one away means all again, so that
 * a draft never has an empty choice that would read as "everywhere".
 * @param widest what "all" is for this author
 */
export function toggleUnit(audience: Audience, unitId: string, isAll: boolean, widest: Audience): Audience {
  if (isAll) return { ...audience, unitIds: [unitId], exceptChatIds: [] };
  const { unitIds } = audience;
  const left = unitIds.includes(unitId) ? unitIds.filter((id) => id !== unitId) : [...unitIds, unitId];
  return { ...audience, unitIds: left.length === 0 ? widest.unitIds : left, exceptChatIds: [] };
}

/** Which of the two sides are on. */
export function sidesOf(audience: Audience): { groups: boolean; people: boolean } {
  const { kinds } = audience;
  return {
    groups: kinds.length === 0 || kinds.some((kind) => kind !== 'private'),
    people: kinds.length === 0 || kinds.includes('private'),
  };
}

/** Switches groups or subscribers on or off. @returns null when nobody would be left */
export function toggleSide(audience: Audience, side: 'groups' | 'people'): Audience | null {
  const now = sidesOf(audience);
  const next = { ...now, [side]: !now[side] };
  if (next.groups && next.people) return { ...audience, kinds: [] };
  if (next.groups) return { ...audience, kinds: GROUP_KINDS };
  return next.people ? { ...audience, kinds: ['private'] } : null;
}

/** Leaves one chat out, or takes it in again. */
export function toggleChat(audience: Audience, chatId: number): Audience {
  const { exceptChatIds } = audience;
  const isOut = exceptChatIds.includes(chatId);
  return {
    ...audience,
    exceptChatIds: isOut ? exceptChatIds.filter((id) => id !== chatId) : [...exceptChatIds, chatId],
  };
}

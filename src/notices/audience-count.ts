import type { AudienceChat } from './audience.js';

/** Whom an audience reaches at this moment: shown before a release, never added up into one number. */
export interface AudienceCount {
  groups: number;
  /** seats of these groups together; people may sit in several */
  seats: number;
  /** groups whose seats were never counted */
  uncountedGroups: number;
  /** people who subscribed in private; they may sit in the groups as well */
  subscribers: number;
}

export function countAudience(chats: Pick<AudienceChat, 'kind' | 'seats'>[]): AudienceCount {
  const groups = chats.filter((chat) => chat.kind !== 'private');
  return {
    groups: groups.length,
    seats: groups.reduce((sum, group) => sum + (group.seats ?? 0), 0),
    uncountedGroups: groups.filter((group) => group.seats === null).length,
    subscribers: chats.length - groups.length,
  };
}

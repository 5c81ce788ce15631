import type { Unit } from '../content/pack.js';
import { unitsBelow } from '../content/units-below.js';

/** The rule that picks chats; an empty list means "all". */
export interface Audience {
  /** units whose chats are meant, each with everything below it */
  unitIds: string[];
  topicIds: string[];
  kinds: ('private' | 'group' | 'supergroup' | 'channel')[];
  /** rows of chats that are left out although they fit; empty: nobody is */
  exceptChatIds: number[];
}

/** A chat that may be written to, as audiences see it. */
export interface AudienceChat {
  id: number;
  kind: Audience['kinds'][number];
  /** null: a resident who has not named a community; reached by audiences without units only */
  unitId: string | null;
  /** chosen topics, or the default ones of a chat that has not chosen; empty: it wants nothing */
  topicIds: string[];
  /** seats of a group at the last count; null for people, and for groups that were never counted */
  seats: number | null;
  /** of groups and channels */
  title: string | null;
}

/** The chats an audience picks, in the order given. A chat that has switched every topic off gets nothing. */
export function chatsInAudience(audience: Audience, chats: AudienceChat[], units: Unit[]): AudienceChat[] {
  const reached = audience.unitIds.length === 0 ? null : unitsBelow(audience.unitIds, units);
  return chats.filter(
    (chat) =>
      (reached === null || (chat.unitId !== null && reached.has(chat.unitId))) &&
      chat.topicIds.length > 0 &&
      (audience.topicIds.length === 0 || audience.topicIds.some((topic) => chat.topicIds.includes(topic))) &&
      (audience.kinds.length === 0 || audience.kinds.includes(chat.kind)) &&
      !audience.exceptChatIds.includes(chat.id),
  );
}

import { describe, expect, it } from 'vitest';
import { UNITS } from '../../test/support/a-unit-tree.js';
import { type Audience, type AudienceChat, chatsInAudience } from './audience.js';

const person = { seats: null, title: null };
const chats: AudienceChat[] = [
  { id: 1, kind: 'supergroup', unitId: 'spring', topicIds: ['anti-fraud'], seats: 120, title: '群' },
  { id: 2, kind: 'private', unitId: 'other', topicIds: ['anti-fraud', 'labour'], ...person },
  { id: 3, kind: 'private', unitId: null, topicIds: ['labour'], ...person },
  { id: 4, kind: 'private', unitId: 'spring', topicIds: [], ...person },
];

const rows: [name: string, audience: Audience, ids: number[]][] = [
  [
    'empty lists mean everybody who wants anything',
    { unitIds: [], topicIds: [], kinds: [], exceptChatIds: [] },
    [1, 2, 3],
  ],
  [
    'a district includes everything below it',
    { unitIds: ['district'], topicIds: [], kinds: [], exceptChatIds: [] },
    [1, 2],
  ],
  ['a street leaves out the other street', { unitIds: ['street'], topicIds: [], kinds: [], exceptChatIds: [] }, [1]],
  [
    'who named no community is reached only without units',
    { unitIds: ['spring'], topicIds: ['labour'], kinds: [], exceptChatIds: [] },
    [],
  ],
  ['one common topic is enough', { unitIds: [], topicIds: ['labour', 'family'], kinds: [], exceptChatIds: [] }, [2, 3]],
  ['kinds narrow it down', { unitIds: [], topicIds: [], kinds: ['private'], exceptChatIds: [] }, [2, 3]],
  ['a chat left out by name', { unitIds: [], topicIds: [], kinds: [], exceptChatIds: [2] }, [1, 3]],
  ['an unknown unit reaches nobody', { unitIds: ['nowhere'], topicIds: [], kinds: [], exceptChatIds: [] }, []],
];

describe('an audience', () => {
  it.each(rows)('%s', (_name, audience, ids) => {
    expect(chatsInAudience(audience, chats, UNITS).map((chat) => chat.id)).toEqual(ids);
  });
});

import type { ChatRecord } from '../chats/chat-book.js';
import type { Prisma } from '../generated/prisma/client.js';

/** What a query must bring along to become a ChatRecord. */
export const withTopics = { topics: { select: { topicId: true } } } as const;
export type ChatRow = Prisma.ChatGetPayload<{ include: typeof withTopics }>;

/** The row of a chat in the words of the rules. */
export function recordOf(row: ChatRow): ChatRecord {
  const { id, kind, key, state, stateReason, unitId, topicsChosen, consentVersion, consentAt } = row;
  const topicIds = row.topics.map((topic) => topic.topicId);
  return { id, kind, key, state, stateReason, unitId, topicIds, topicsChosen, consentVersion, consentAt };
}

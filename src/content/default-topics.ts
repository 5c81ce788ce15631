import type { Topic } from './pack.js';

/** Ids of the topics of a chat that has not chosen yet. */
export function defaultTopics(topics: Topic[]): string[] {
  return topics.filter((topic) => topic.byDefault).map((topic) => topic.id);
}

/** Ids of the topics a chat gets: what it chose (also nothing), or the default ones. */
export function topicsOf(chat: { topicsChosen: boolean; topicIds: string[] }, topics: Topic[]): string[] {
  return chat.topicsChosen ? chat.topicIds : defaultTopics(topics);
}

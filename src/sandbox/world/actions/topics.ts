import { type Core, chatOf } from '../core.js';
import { postMessage } from '../post-message.js';
import { Refusal } from '../refusal.js';
import type { TopicState } from '../world-state.js';
import { requireAdmin } from './groups.js';

/** The General topic's number; its messages carry no thread id. */
export const GENERAL_TOPIC = 1;

/** Turns a supergroup into a forum, with the General topic. */
export function enableTopics(core: Core, byId: number, chatId: number): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  if (chat.type !== 'supergroup') throw new Refusal('只有超级群能设话题；请先把群升级为超级群。');
  chat.isForum = true;
  if (chat.topics.length === 0) chat.topics.push({ id: GENERAL_TOPIC, name: 'General', closed: false });
  core.emit({ kind: 'change', what: 'state' });
  return {};
}

/** @returns the topic's `message_thread_id`: the id of the service message that opened it */
export function createTopic(core: Core, byId: number, chatId: number, name: string): { topic: number } {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  if (!chat.isForum) throw new Refusal(`“${chat.title}”没有开话题。`);
  const id = Math.max(chat.lastMessageId + 1, GENERAL_TOPIC + 1);
  chat.lastMessageId = id - 1;
  postMessage(core, chat, {
    sender: { kind: 'user', id: byId },
    content: { forum_topic_created: { name, icon_color: 7_322_096 } },
    threadId: id,
  });
  chat.topics.push({ id, name, closed: false });
  return { topic: id };
}

/** Closes a topic or opens it again; in a closed one only administrators write. */
export function setTopicClosed(core: Core, byId: number, chatId: number, topicId: number, closed: boolean): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  const topic = chat.topics.find(({ id }) => id === topicId);
  if (!topic) throw new Refusal('没有这个话题。');
  if (topic.closed === closed) throw new Refusal(closed ? '这个话题已经关闭了。' : '这个话题本来就开着。');
  topic.closed = closed;
  postMessage(core, chat, {
    sender: { kind: 'user', id: byId },
    content: closed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} },
    threadId: threadOf(topic),
  });
  return {};
}

/** Deletes a topic with its messages; Telegram sends no update for it. */
export function deleteTopic(core: Core, byId: number, chatId: number, topicId: number): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  if (topicId === GENERAL_TOPIC) throw new Refusal('General 话题不能删除。');
  if (!chat.topics.some(({ id }) => id === topicId)) throw new Refusal('没有这个话题。');
  chat.topics = chat.topics.filter(({ id }) => id !== topicId);
  for (const message of chat.messages) if (message.threadId === topicId) message.deleted = true;
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  return {};
}

function threadOf(topic: TopicState): number | null {
  return topic.id === GENERAL_TOPIC ? null : topic.id;
}

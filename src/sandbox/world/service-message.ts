import type { MessageContent } from './world-state.js';

const SERVICE_FIELDS = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'group_chat_created',
  'supergroup_chat_created',
  'channel_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'general_forum_topic_hidden',
  'general_forum_topic_unhidden',
] as const satisfies (keyof MessageContent)[];

/** True for messages that tell of an event instead of carrying what someone wrote. */
export function isServiceMessage(content: MessageContent): boolean {
  return SERVICE_FIELDS.some((field) => content[field] !== undefined);
}

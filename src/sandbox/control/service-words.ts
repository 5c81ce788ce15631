import type { MessageContent } from '../world/world-state.js';

/**
 * What a service message says, in Chinese, as a client shows it.
 * @param who the name of the one it came from
 * @returns null for an ordinary message
 */
export function serviceWords(content: MessageContent, who: string): string | null {
  const { new_chat_members: joined, left_chat_member: left } = content;
  if (joined) {
    const names = joined.map(({ first_name }) => first_name).join('、');
    return names === who ? `${who} 加入了群` : `${who} 把 ${names} 拉进了群`;
  }
  if (left) return left.first_name === who ? `${who} 退出了群` : `${who} 把 ${left.first_name} 移出了群`;
  if (content.group_chat_created || content.supergroup_chat_created) return `${who} 建了这个群`;
  if (content.channel_chat_created) return '频道建好了';
  if (content.migrate_to_chat_id !== undefined) return '这个群升级为超级群了';
  if (content.migrate_from_chat_id !== undefined) return '这个超级群由普通群升级而来';
  if (content.new_chat_title !== undefined) return `群名改成了“${content.new_chat_title}”`;
  if (content.forum_topic_created) return `${who} 开了话题“${content.forum_topic_created.name}”`;
  if (content.forum_topic_closed) return `${who} 关闭了话题`;
  if (content.forum_topic_reopened) return `${who} 重新打开了话题`;
  return null;
}

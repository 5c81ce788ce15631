import { type Core, isAdmin, memberOf, unixNow } from './core.js';
import { meet } from './post-message.js';
import { renderChat } from './render-chat.js';
import { renderMember } from './render-member.js';
import { renderUser } from './render-user.js';
import type { ChatState, MemberState } from './world-state.js';

/**
 * Makes someone something else in a chat, and tells the bot: of itself as my_chat_member, of others as chat_member,
 * which only administrators get (Bot API: Update).
 * @param byId who did it
 */
export function changeMember(core: Core, chat: ChatState, userId: number, to: MemberState, byId: number): void {
  const from = memberOf(chat, userId);
  const isBot = userId === core.state.bot.id;
  const botWasAdmin = isAdmin(memberOf(chat, core.state.bot.id));
  chat.members[String(userId)] = to;
  core.emit({ kind: 'change', what: 'state' });
  if (!isBot && !botWasAdmin) return;
  meet(core, chat, byId);
  core.updates.push(
    isBot ? 'my_chat_member' : 'chat_member',
    {
      chat: renderChat(core, chat),
      from: renderUser(core, byId),
      date: unixNow(core),
      old_chat_member: renderMember(core, chat, userId, from),
      new_chat_member: renderMember(core, chat, userId, to),
    },
    isBot ? `my_chat_member:${chat.id}` : `chat_member:${userId}`,
  );
}

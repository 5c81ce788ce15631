import type { ReactionType } from 'grammy/types';
import { type Core, chatOf, isAdmin, isInside, memberOf, messageOf, personOf, unixNow } from '../core.js';
import { meet } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { renderChat } from '../render-chat.js';
import { renderPerson } from '../render-user.js';

/**
 * Reacts with one emoji, or takes the reaction back. The bot hears of it as an administrator, and only if it asked for
 * these updates by name; in channels as totals only (Bot API: MessageReactionUpdated, MessageReactionCountUpdated).
 * @param emoji null for none
 */
export function react(core: Core, personId: number, chatId: number, messageId: number, emoji: string | null): object {
  const person = personOf(core, personId);
  const chat = chatOf(core, chatId);
  const message = messageOf(chat, messageId);
  const mayRead = chat.type === 'private' ? chat.id === personId : isInside(memberOf(chat, personId));
  if (!mayRead) throw new Refusal(`${person.name}不在“${chat.title}”里。`);
  const before = message.reactions[String(personId)] ?? [];
  const after = emoji === null ? [] : [{ type: 'emoji', emoji } as ReactionType];
  if (after.length > 0) message.reactions[String(personId)] = after;
  else delete message.reactions[String(personId)];
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  if (!isAdmin(memberOf(chat, core.state.bot.id))) return {};

  const where = { chat: renderChat(core, chat), message_id: message.id, date: unixNow(core) };
  const queue = `message_reaction:${chat.id}`;
  if (chat.type === 'channel') {
    const counts = new Map<string, { type: ReactionType; total_count: number }>();
    for (const type of Object.values(message.reactions).flat()) {
      const key = JSON.stringify(type);
      counts.set(key, { type, total_count: (counts.get(key)?.total_count ?? 0) + 1 });
    }
    core.updates.push('message_reaction_count', { ...where, reactions: [...counts.values()] }, queue);
    return {};
  }
  meet(core, chat, personId);
  const body = { ...where, user: renderPerson(person), old_reaction: before, new_reaction: after };
  core.updates.push('message_reaction', body, queue);
  return {};
}

import type { Chat, ChatFullInfo } from 'grammy/types';
import { type Core, findPerson, isInside } from './core.js';
import type { ChatState } from './world-state.js';

/** The short form of a chat, as messages carry it (Bot API: Chat). */
export function renderChat(core: Core, chat: ChatState): Chat {
  const { id, type } = chat;
  if (type === 'private') {
    const person = findPerson(core, id);
    return {
      id,
      type,
      first_name: person && !person.deleted ? person.name : '',
      ...(person?.username && !person.deleted ? { username: person.username } : {}),
    };
  }
  const username = chat.username ? { username: chat.username } : {};
  if (type === 'group') return { id, type, title: chat.title };
  if (type === 'channel') return { id, type, title: chat.title, ...username };
  return { id, type, title: chat.title, ...username, ...(chat.isForum ? { is_forum: true as const } : {}) };
}

/** The long form (Bot API: getChat). */
export function renderFullChat(core: Core, chat: ChatState): ChatFullInfo {
  const full = {
    ...renderChat(core, chat),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(chat.type === 'private' || chat.type === 'channel' ? {} : { permissions: chat.permissions }),
  };
  return full as ChatFullInfo;
}

/** How many are in the chat, the bot included; 2 in a private chat. */
export function memberCount(chat: ChatState): number {
  return chat.type === 'private' ? 2 : Object.values(chat.members).filter(isInside).length;
}

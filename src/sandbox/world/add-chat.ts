import { type Core, findChat, newMember, nextId, personOf } from './core.js';
import { usualPermissions } from './rights.js';
import type { ChatState, ChatType } from './world-state.js';

/** @returns an id as Telegram deals them: small and negative for basic groups, below -100… for the others */
function newChatId(core: Core, type: ChatType): number {
  return type === 'group'
    ? -nextId(core, 'group', 5_000_000)
    : -1_000_000_000_000 - nextId(core, 'channel', 2_100_000_000);
}

/** Puts an empty chat into the world, without anyone in it. */
export function addChat(core: Core, type: ChatType, title: string, id = newChatId(core, type)): ChatState {
  const chat: ChatState = {
    id,
    type,
    title,
    username: null,
    members: {},
    permissions: usualPermissions(),
    lastMessageId: 0,
    messages: [],
    upgradedTo: null,
    upgradedFrom: null,
    isForum: false,
    topics: [],
    privacyMode: core.state.bot.privacyMode,
    botJoinedAtMessage: 0,
    knownToBot: false,
  };
  core.state.chats.push(chat);
  core.emit({ kind: 'change', what: 'state' });
  return chat;
}

/** The private chat of a person with the bot, made when it is first needed. */
export function privateChat(core: Core, personId: number): ChatState {
  const known = findChat(core, personId);
  if (known) return known;
  const chat = addChat(core, 'private', personOf(core, personId).name, personId);
  chat.members[String(personId)] = newMember('member');
  return chat;
}

import { privateChat } from '../world/add-chat.js';
import { type Core, findChat, findPerson, isAdmin, memberOf } from '../world/core.js';
import { SEND_KIND_WORDS, SEND_PERMISSION, type SendKind } from '../world/rights.js';
import type { ChatState } from '../world/world-state.js';
import { ApiError, badRequest, forbidden } from './api-error.js';
import type { Call } from './call.js';

/**
 * What the call wants of the chat: to look at it, at its members, or to write. Only the last two hear of an upgrade
 * (tdlib/telegram-bot-api: Client::check_chat_access).
 */
export type Access = 'read' | 'members' | 'write';

/**
 * The chat a parameter names.
 * @throws ApiError as Telegram words it: chat not found, bot was kicked …, group chat was upgraded …
 */
export function addressedChat(call: Call, access: Access, parameter = 'chat_id'): ChatState {
  const { core, params } = call;
  const given = params.text(parameter).trim();
  if (given === '') throw badRequest(`${parameter} is empty`);
  if (given.startsWith('@')) return checkedGroup(core, groupNamed(core, given.slice(1)), access);
  const id = /^-?\d+$/.test(given) ? Number(given) : 0;
  if (id === core.state.bot.id) {
    throw access === 'write' ? forbidden("the bot can't send messages to the bot") : badRequest('chat not found');
  }
  if (id > 0) return checkedPrivate(core, id, access);
  const chat = findChat(core, id);
  if (!chat?.knownToBot) throw badRequest('chat not found');
  return checkedGroup(core, chat, access);
}

function groupNamed(core: Core, username: string): ChatState {
  const chat = core.state.chats.find((one) => one.username?.toLowerCase() === username.toLowerCase());
  if (!chat) throw badRequest('chat not found');
  return chat;
}

function checkedPrivate(core: Core, personId: number, access: Access): ChatState {
  const person = findPerson(core, personId);
  if (!person || !core.state.bot.knownPeople.includes(personId)) throw badRequest('chat not found');
  if (person.deleted) {
    const chat = findChat(core, personId);
    if (access === 'write' || !chat) throw forbidden('user is deactivated');
    return chat;
  }
  const chat = privateChat(core, personId);
  if (access !== 'write') return chat;
  const { status } = memberOf(chat, core.state.bot.id);
  if (status === 'kicked') throw forbidden('bot was blocked by the user');
  if (status === 'left') throw forbidden("bot can't initiate conversation with a user");
  return chat;
}

function checkedGroup(core: Core, chat: ChatState, access: Access): ChatState {
  if (chat.upgradedTo !== null && access !== 'read') {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.upgradedTo,
    });
  }
  const { status } = memberOf(chat, core.state.bot.id);
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  const isPublic = chat.username !== null;
  if (status === 'left' && !(isPublic && access !== 'write')) {
    throw forbidden(`bot is not a member of the ${chat.type} chat`);
  }
  return chat;
}

/** @throws ApiError when the bot may not send this kind of content here */
export function checkMaySend(core: Core, chat: ChatState, kind: SendKind): void {
  const member = memberOf(chat, core.state.bot.id);
  if (chat.type === 'private' || member.status === 'creator') return;
  if (chat.type === 'channel') {
    if (!member.rights?.can_post_messages) throw badRequest('need administrator rights in the channel chat');
    return;
  }
  if (isAdmin(member)) return;
  const permission = SEND_PERMISSION[kind];
  if (!chat.permissions[permission] || (member.permissions && !member.permissions[permission])) {
    throw badRequest(`not enough rights to send ${SEND_KIND_WORDS[kind]} to the chat`);
  }
}

/**
 * The topic to send to: null for General and outside forums, where a thread id is ignored.
 * @throws ApiError for an unknown topic (General's own number counts as one) and a closed one
 */
export function addressedThread(call: Call, chat: ChatState): number | null {
  if (!chat.isForum) return null;
  const thread = call.params.int('message_thread_id', 0);
  const topic = chat.topics.find(({ id }) => id === (thread || 1));
  if (thread === 1 || !topic) throw badRequest('message thread not found');
  const { rights } = memberOf(chat, call.core.state.bot.id);
  if (topic.closed && !rights?.can_manage_topics) throw badRequest('TOPIC_CLOSED');
  return thread || null;
}

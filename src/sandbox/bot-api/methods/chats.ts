import type { ReactionType } from 'grammy/types';
import { changeMember } from '../../world/change-member.js';
import { findMessage, findPerson, isAdmin, memberOf, newMember } from '../../world/core.js';
import { postMessage } from '../../world/post-message.js';
import { memberCount, renderFullChat } from '../../world/render-chat.js';
import { renderMember } from '../../world/render-member.js';
import { renderBot } from '../../world/render-user.js';
import { addressedChat } from '../address.js';
import { badRequest } from '../api-error.js';
import type { Method } from '../call.js';

/** Bot API: getChat. */
export const getChat: Method = (call) => renderFullChat(call.core, addressedChat(call, 'read'));

/** Bot API: getChatMemberCount. */
export const getChatMemberCount: Method = (call) => memberCount(addressedChat(call, 'members'));

/** Bot API: getChatMember. */
export const getChatMember: Method = (call) => {
  const { core, params } = call;
  const userId = params.int('user_id', 0);
  const isBot = userId === core.state.bot.id;
  const chat = addressedChat(call, isBot ? 'read' : 'members');
  if (userId <= 0) throw badRequest('invalid user_id specified');
  if (!isBot && !findPerson(core, userId)) throw badRequest('user not found');
  return renderMember(core, chat, userId, memberOf(chat, userId));
};

/** Bot API: getChatAdministrators; other bots are left out, there are none. */
export const getChatAdministrators: Method = (call) => {
  const chat = addressedChat(call, 'members');
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return Object.entries(chat.members)
    .filter(([, member]) => isAdmin(member))
    .map(([id, member]) => renderMember(call.core, chat, Number(id), member));
};

/** Bot API: leaveChat. */
export const leaveChat: Method = (call) => {
  const { core } = call;
  const chat = addressedChat(call, 'write');
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  const { bot } = core.state;
  if (chat.type !== 'channel') {
    const sender = { kind: 'user', id: bot.id } as const;
    postMessage(core, chat, { sender, byBot: true, content: { left_chat_member: renderBot(bot) } });
  }
  changeMember(core, chat, bot.id, newMember('left'), bot.id);
  return true;
};

/** Bot API: setMessageReaction; a bot sets one reaction at most. */
export const setMessageReaction: Method = (call) => {
  const { core, params } = call;
  const chat = addressedChat(call, 'write');
  const message = findMessage(chat, params.int('message_id', 0));
  if (!message) throw badRequest('message to react not found');
  const given = params.json('reaction', 'reaction types');
  const reactions = Array.isArray(given) ? (given as ReactionType[]) : [];
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  if (reactions.some((reaction) => reaction.type !== 'emoji' || !reaction.emoji)) throw badRequest('REACTION_INVALID');
  if (reactions.length > 0) message.reactions.bot = reactions;
  else delete message.reactions.bot;
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  return true;
};

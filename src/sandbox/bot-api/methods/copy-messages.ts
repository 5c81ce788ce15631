import { randomInt } from 'node:crypto';
import type { MessageOrigin } from 'grammy/types';
import { type Core, findChat, findMessage, findPoll } from '../../world/core.js';
import { renderChat } from '../../world/render-chat.js';
import { renderUser } from '../../world/render-user.js';
import type { SendKind } from '../../world/rights.js';
import { isServiceMessage } from '../../world/service-message.js';
import type { MessageContent, StoredMessage } from '../../world/world-state.js';
import { addressedChat } from '../address.js';
import { badRequest } from '../api-error.js';
import type { Call, Method } from '../call.js';
import { CAPTION, readText } from '../read-text.js';
import { readPlace, sendAsBot } from '../send-as-bot.js';

/** Bot API: forwardMessage. A poll stays the same poll (tdlib/td: dup_message_content). */
export const forwardMessage: Method = (call) => {
  const original = originalMessage(call, 'forward');
  const place = readPlace(call, kindOf(original));
  const content = { ...original.content, forward_origin: originOf(call.core, original) };
  return sendAsBot(call, { ...place, replyTo: null }, content, original.pollId ?? undefined);
};

/** Bot API: copyMessage. A poll becomes a new poll without votes. */
export const copyMessage: Method = (call) => {
  const original = originalMessage(call, 'copy');
  const place = readPlace(call, kindOf(original));
  const { forward_origin: _origin, ...content } = original.content;
  const poll = original.pollId === null ? undefined : findPoll(call.core, original.pollId);
  if (!poll) return { message_id: sendAsBot(call, place, withCaption(call, content)).message_id };
  const copy = { ...structuredClone(poll), id: `${5_000_000_000_000_000 + randomInt(1_000_000_000_000)}`, votes: {} };
  call.core.state.polls.push(copy);
  const message = sendAsBot(call, place, content, copy.id);
  Object.assign(copy, { chatId: place.chat.id, messageId: message.message_id, stoppable: !place.markup.isOther });
  return { message_id: message.message_id };
};

function originalMessage(call: Call, verb: 'copy' | 'forward'): StoredMessage {
  const from = addressedChat(call, 'read', 'from_chat_id');
  const message = findMessage(from, call.params.int('message_id', 0));
  if (!message) throw badRequest(`message to ${verb} not found`);
  if (isServiceMessage(message.content)) {
    throw badRequest(verb === 'copy' ? "message can't be copied" : "the message can't be forwarded");
  }
  return message;
}

/** A new caption, where one is given and the content can have one. */
function withCaption(call: Call, content: MessageContent): MessageContent {
  if (!call.params.has('caption') || content.text !== undefined) return content;
  const { text, entities } = readText(call, CAPTION);
  const { caption: _caption, caption_entities: _entities, ...rest } = content;
  return { ...rest, caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

function kindOf(message: StoredMessage): SendKind {
  if (message.pollId !== null) return 'poll';
  const kinds = ['photo', 'voice', 'audio', 'video', 'animation', 'sticker', 'document'] as const;
  return kinds.find((kind) => message.content[kind] !== undefined) ?? 'text';
}

function originOf(core: Core, message: StoredMessage): MessageOrigin {
  if (message.content.forward_origin) return message.content.forward_origin;
  const { sender, date } = message;
  if (sender.kind === 'user') return { type: 'user', date, sender_user: renderUser(core, sender.id) };
  const speaker = findChat(core, sender.chatId);
  if (!speaker) throw new Error(`sandbox: no chat has the id ${sender.chatId}`);
  const chat = renderChat(core, speaker);
  return chat.type === 'channel'
    ? { type: 'channel', date, chat, message_id: message.id }
    : ({ type: 'chat', date, sender_chat: chat } as MessageOrigin);
}

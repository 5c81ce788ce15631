import { findMessage, isAdmin, memberOf, unixNow } from '../../world/core.js';
import { noteEdit } from '../../world/post-message.js';
import { renderMessage } from '../../world/render-message.js';
import { isServiceMessage } from '../../world/service-message.js';
import type { ChatState, StoredMessage } from '../../world/world-state.js';
import { addressedChat } from '../address.js';
import { badRequest } from '../api-error.js';
import type { Call, Method } from '../call.js';
import { readInlineMarkup } from '../read-markup.js';
import { CAPTION, readMessageText, readText } from '../read-text.js';

const DELETE_WITHIN_SECONDS = 48 * 3600;

/** Bot API: editMessageText. Without reply_markup the buttons go. */
export const editMessageText: Method = (call) => {
  const { text, entities } = readMessageText(call);
  const { chat, message } = ownMessage(call);
  if (message.content.text === undefined) throw badRequest('there is no text in the message to edit');
  const { entities: _old, ...rest } = message.content;
  return change(call, chat, message, { ...rest, text, ...(entities.length > 0 ? { entities } : {}) });
};

/** Bot API: editMessageCaption. */
export const editMessageCaption: Method = (call) => {
  const { text, entities } = readText(call, CAPTION);
  const { chat, message } = ownMessage(call);
  if (!['photo', 'voice', 'document', 'audio', 'video', 'animation'].some((kind) => kind in message.content)) {
    throw badRequest('there is no caption in the message to edit');
  }
  const { caption: _caption, caption_entities: _old, ...rest } = message.content;
  return change(call, chat, message, {
    ...rest,
    ...(text ? { caption: text } : {}),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  });
};

/** Bot API: editMessageReplyMarkup. */
export const editMessageReplyMarkup: Method = (call) => {
  const { chat, message } = ownMessage(call);
  return change(call, chat, message, message.content);
};

function ownMessage(call: Call): { chat: ChatState; message: StoredMessage } {
  const { params } = call;
  if (!params.has('chat_id') && params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const chat = addressedChat(call, 'write');
  const message = findMessage(chat, params.int('message_id', 0));
  if (!message) throw badRequest('message to edit not found');
  if (!message.byBot || isServiceMessage(message.content) || message.keyboard) {
    throw badRequest("message can't be edited");
  }
  return { chat, message };
}

function change(call: Call, chat: ChatState, message: StoredMessage, content: StoredMessage['content']): unknown {
  const buttons = readInlineMarkup(call);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const { text, entities, caption, caption_entities } = message.content;
  const before = { text, entities, caption, caption_entities };
  const after = {
    text: content.text,
    entities: content.entities,
    caption: content.caption,
    caption_entities: content.caption_entities,
  };
  if (same(before, after) && same(message.buttons, buttons)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  message.content = content;
  message.buttons = buttons;
  noteEdit(call.core, chat, message);
  return renderMessage(call.core, chat, message);
}

/**
 * Bot API: deleteMessage. Its own messages for 48 hours, in a private chat the person's too, and as an administrator
 * with the right to do so anyone's.
 */
export const deleteMessage: Method = (call) => {
  const { core, params } = call;
  const chat = addressedChat(call, 'write');
  const message = findMessage(chat, params.int('message_id', 0));
  if (!message) throw badRequest('message to delete not found');
  const member = memberOf(chat, core.state.bot.id);
  const mayDeleteAll = isAdmin(member) && (member.status === 'creator' || member.rights?.can_delete_messages === true);
  if (!mayDeleteAll) {
    if (!message.byBot && chat.type !== 'private') throw badRequest("message can't be deleted");
    if (unixNow(core) - message.date > DELETE_WITHIN_SECONDS) {
      throw badRequest("message can't be deleted for everyone");
    }
  }
  message.deleted = true;
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  return true;
};

import type { Message } from 'grammy/types';
import { findMessage, nextId } from '../world/core.js';
import { postMessage } from '../world/post-message.js';
import { renderMessage } from '../world/render-message.js';
import type { SendKind } from '../world/rights.js';
import type { ChatState, MessageContent, StoredMessage } from '../world/world-state.js';
import { addressedChat, addressedThread, checkMaySend } from './address.js';
import { badRequest } from './api-error.js';
import type { Call } from './call.js';
import { type Markup, readMarkup } from './read-markup.js';

/** Where a message goes and what hangs on it: checked before its content is made. */
export interface Place {
  chat: ChatState;
  threadId: number | null;
  replyTo: number | null;
  markup: Markup;
}

/** @throws ApiError when the bot may not send this kind of content there */
export function readPlace(call: Call, kind: SendKind): Place {
  const chat = addressedChat(call, 'write');
  checkMaySend(call.core, chat, kind);
  const threadId = addressedThread(call, chat);
  const repliedTo = readReplyTo(call, chat);
  return {
    chat,
    threadId: threadId ?? repliedTo?.threadId ?? null,
    replyTo: repliedTo?.id ?? null,
    markup: readMarkup(call),
  };
}

/** @throws ApiError when the message to answer is gone and sending without a reply was not allowed */
function readReplyTo(call: Call, chat: ChatState): StoredMessage | null {
  const { params } = call;
  const given = params.json('reply_parameters', 'reply parameters') as
    | { message_id?: unknown; allow_sending_without_reply?: unknown }
    | undefined;
  const messageId = given ? Number(given.message_id) : params.int('reply_to_message_id', 0);
  if (!messageId) return null;
  const message = findMessage(chat, messageId);
  if (message) return message;
  if (given ? given.allow_sending_without_reply === true : params.bool('allow_sending_without_reply')) return null;
  throw badRequest('message to be replied not found');
}

/** Puts the message into the chat and into the ledger of what was truly delivered. */
export function sendAsBot(call: Call, place: Place, content: MessageContent, pollId?: string): Message {
  const { core } = call;
  const { chat, markup } = place;
  const stored = postMessage(core, chat, {
    sender: chat.type === 'channel' ? { kind: 'chat', chatId: chat.id } : { kind: 'user', id: core.state.bot.id },
    byBot: true,
    content,
    replyTo: place.replyTo,
    threadId: place.threadId,
    buttons: markup.buttons,
    // Channels have no input box to put a keyboard over.
    keyboard: chat.type === 'channel' ? null : markup.keyboard,
    ...(pollId === undefined ? {} : { pollId }),
  });
  noteDelivery(call, chat, stored);
  return renderMessage(core, chat, stored);
}

function noteDelivery(call: Call, chat: ChatState, message: StoredMessage): void {
  call.core.state.deliveries.push({
    n: nextId(call.core, 'delivery'),
    at: call.core.clock.now().toISOString(),
    method: call.method,
    chatId: chat.id,
    messageId: message.id,
    text: message.content.text ?? message.content.caption ?? '',
  });
}

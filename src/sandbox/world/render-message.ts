import type { Message } from 'grammy/types';
import { type Core, findChat, findMessage, findPoll } from './core.js';
import { renderChat } from './render-chat.js';
import { renderPoll } from './render-poll.js';
import { GROUP_ANONYMOUS_BOT, renderUser } from './render-user.js';
import type { ChatState, StoredMessage } from './world-state.js';

/** A message as the Bot API shows it. A message that is itself a reply is shown one level deep (Bot API: Message). */
export function renderMessage(core: Core, chat: ChatState, message: StoredMessage, withReply = true): Message {
  const poll = message.pollId === null ? undefined : findPoll(core, message.pollId);
  // A message in a topic that answers nothing else answers the topic's first one.
  const replyTo = message.replyTo ?? (message.content.forum_topic_created ? null : message.threadId);
  const repliedTo = withReply && replyTo !== null ? findMessage(chat, replyTo) : undefined;
  const thread = renderThread(chat, message);
  return {
    message_id: message.id,
    ...renderSender(core, message),
    chat: renderChat(core, chat),
    date: message.date,
    ...thread,
    ...message.content,
    ...(poll ? { poll: renderPoll(poll) } : {}),
    ...(repliedTo ? { reply_to_message: renderMessage(core, chat, repliedTo, false) } : {}),
    ...(message.buttons ? { reply_markup: message.buttons } : {}),
    ...(message.editDate === null ? {} : { edit_date: message.editDate }),
  } as Message;
}

function renderSender(core: Core, message: StoredMessage): Pick<Message, 'from' | 'sender_chat'> {
  const { sender } = message;
  if (sender.kind === 'user') return { from: renderUser(core, sender.id) };
  const speaker = findChat(core, sender.chatId);
  if (!speaker) throw new Error(`sandbox: no chat has the id ${sender.chatId}`);
  const senderChat = renderChat(core, speaker);
  // A channel post has no `from`; an anonymous administrator is covered by Telegram's stand-in.
  return speaker.type === 'channel'
    ? { sender_chat: senderChat }
    : { from: GROUP_ANONYMOUS_BOT, sender_chat: senderChat };
}

/** Topics carry their thread id, General does not; outside forums there is none here (tdlib/telegram-bot-api: JsonMessage). */
function renderThread(chat: ChatState, message: StoredMessage): Partial<Message> {
  if (!chat.isForum || message.threadId === null) return {};
  return { message_thread_id: message.threadId, is_topic_message: true };
}

import { type Core, unixNow } from './core.js';
import { botSees } from './privacy-filter.js';
import { renderMessage } from './render-message.js';
import type { ChatState, MessageContent, SenderState, StoredMessage } from './world-state.js';

export interface NewMessage {
  sender: SenderState;
  byBot?: boolean;
  content: MessageContent;
  pollId?: string;
  replyTo?: number | null;
  threadId?: number | null;
  buttons?: StoredMessage['buttons'];
  keyboard?: StoredMessage['keyboard'];
}

/** Puts a message into a chat; the bot is told of it if it may see it. Its own messages bring it no update. */
export function postMessage(core: Core, chat: ChatState, message: NewMessage): StoredMessage {
  chat.lastMessageId += 1;
  const stored: StoredMessage = {
    id: chat.lastMessageId,
    date: unixNow(core),
    sender: message.sender,
    byBot: message.byBot ?? false,
    content: message.content,
    pollId: message.pollId ?? null,
    replyTo: message.replyTo ?? null,
    threadId: message.threadId ?? null,
    buttons: message.buttons ?? null,
    keyboard: message.keyboard ?? null,
    editDate: null,
    deleted: false,
    reactions: {},
  };
  chat.messages.push(stored);
  tellBot(core, chat, stored, false);
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  core.emit({ kind: 'change', what: 'state' });
  return stored;
}

/** Notes an edit that has been made, and tells the bot if a person made it. */
export function noteEdit(core: Core, chat: ChatState, message: StoredMessage): void {
  message.editDate = unixNow(core);
  tellBot(core, chat, message, true);
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
}

/** The bot now knows the chat and the person: it may name their ids. */
export function meet(core: Core, chat: ChatState, personId: number): void {
  chat.knownToBot = true;
  const { knownPeople } = core.state.bot;
  if (personId !== core.state.bot.id && !knownPeople.includes(personId)) knownPeople.push(personId);
}

function tellBot(core: Core, chat: ChatState, message: StoredMessage, edited: boolean): void {
  const { sender } = message;
  if (message.byBot) return;
  if (!botSees(core, chat, message)) return;
  if (sender.kind === 'user') meet(core, chat, sender.id);
  chat.knownToBot = true;
  const kind = chat.type === 'channel' ? 'channel_post' : 'message';
  core.updates.push(edited ? `edited_${kind}` : kind, renderMessage(core, chat, message), `message:${chat.id}`);
}

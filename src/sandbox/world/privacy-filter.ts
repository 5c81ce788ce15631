import { type Core, findMessage, isAdmin, isInside, memberOf } from './core.js';
import { isServiceMessage } from './service-message.js';
import type { ChatState, StoredMessage } from './world-state.js';

/**
 * Whether a message someone else wrote reaches the bot. In groups under privacy mode these do: service messages,
 * commands for this bot by name, bare commands while it was the last bot to post, and replies to its messages; a plain
 * mention does not. Administrators and bots without privacy mode see everything (Telegram bot FAQ: What messages will my
 * bot get?).
 */
export function botSees(core: Core, chat: ChatState, message: StoredMessage): boolean {
  const { bot } = core.state;
  const member = memberOf(chat, bot.id);
  if (chat.type === 'private') return member.status !== 'left' && member.status !== 'kicked';
  if (!isInside(member)) return false;
  if (chat.type === 'supergroup' && message.id < chat.botJoinedAtMessage) return false;
  if (chat.type === 'channel' || isAdmin(member) || !chat.privacyMode) return true;
  if (isServiceMessage(message.content)) return true;
  if (message.replyTo !== null) {
    const repliedTo = findMessage(chat, message.replyTo);
    if (repliedTo?.byBot) return true;
  }
  return isCommandForBot(core, chat, message);
}

function isCommandForBot(core: Core, chat: ChatState, message: StoredMessage): boolean {
  const { text = '', entities = [] } = message.content;
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!command) return false;
  const [, addressee] = text.slice(0, command.length).split('@');
  if (addressee) return addressee.toLowerCase() === core.state.bot.username.toLowerCase();
  // There is no other bot in the sandbox: the last to post is ours or nobody.
  return chat.messages.some(({ byBot, content }) => byBot && !isServiceMessage(content));
}

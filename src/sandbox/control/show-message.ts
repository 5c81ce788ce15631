import type { InlineKeyboardButton } from 'grammy/types';
import { showAsHtml } from '../text/show-as-html.js';
import { type Core, findChat, findMessage, findPerson, findPoll } from '../world/core.js';
import { voteCounts } from '../world/render-poll.js';
import type { ChatState, PollState, StoredMessage } from '../world/world-state.js';
import { serviceWords } from './service-words.js';

/** A message as the page shows it. */
export function showMessage(core: Core, chat: ChatState, message: StoredMessage) {
  const { content } = message;
  const from = showSender(core, message);
  const text = textOf(core, message);
  const repliedTo = message.replyTo === null ? undefined : findMessage(chat, message.replyTo);
  const poll = message.pollId === null ? undefined : findPoll(core, message.pollId);
  return {
    id: message.id,
    date: new Date(message.date * 1000).toISOString(),
    from,
    text: message.deleted ? '' : text,
    html: message.deleted ? '' : showAsHtml(content.text ?? content.caption ?? '', entitiesOf(message)),
    service: serviceWords(content, from?.name ?? ''),
    replyTo: repliedTo ? { id: repliedTo.id, text: textOf(core, repliedTo) } : null,
    topic: message.threadId,
    buttons: message.buttons?.inline_keyboard.map((row) => row.map(showButton)) ?? [],
    replyKeyboard:
      message.keyboard === 'remove' ? [] : (message.keyboard?.map((row) => row.map((key) => key.text)) ?? null),
    poll: poll ? showPoll(poll) : null,
    media: showMedia(core, message),
    reactions: Object.values(message.reactions).flatMap((types) =>
      types.map((type) => (type.type === 'emoji' ? type.emoji : '❔')),
    ),
    edited: message.editDate !== null,
    deleted: message.deleted,
  };
}

/** The name people see over a message; null where there is none. */
export function showSender(core: Core, message: StoredMessage): { id: number; name: string; isBot: boolean } | null {
  const { sender } = message;
  const { bot } = core.state;
  if (sender.kind === 'chat') {
    const speaker = findChat(core, sender.chatId);
    return speaker ? { id: speaker.id, name: speaker.title, isBot: message.byBot } : null;
  }
  if (sender.id === bot.id) return { id: bot.id, name: bot.names[''] ?? bot.firstName, isBot: true };
  const person = findPerson(core, sender.id);
  return person ? { id: person.id, name: person.deleted ? '已注销的账号' : person.name, isBot: false } : null;
}

/** A message in a line of text: its words, or what it is. */
export function textOf(core: Core, message: StoredMessage): string {
  const { content } = message;
  const poll = message.pollId === null ? undefined : findPoll(core, message.pollId);
  const words = content.text ?? content.caption ?? poll?.question;
  return words ?? serviceWords(content, showSender(core, message)?.name ?? '') ?? '';
}

function entitiesOf(message: StoredMessage) {
  return message.content.entities ?? message.content.caption_entities ?? [];
}

function showButton(button: InlineKeyboardButton) {
  const style = 'style' in button && button.style ? { style: button.style } : {};
  const base = { text: button.text, ...style };
  if ('url' in button) return { ...base, kind: 'url', url: button.url };
  if ('callback_data' in button) return { ...base, kind: 'callback' };
  if ('copy_text' in button) return { ...base, kind: 'copy', copyText: button.copy_text.text };
  return { ...base, kind: 'disabled' };
}

function showPoll(poll: PollState) {
  const counts = voteCounts(poll);
  return {
    question: poll.question,
    options: poll.options.map(({ text }, index) => ({ text, votes: counts[index] ?? 0 })),
    total: Object.keys(poll.votes).length,
    closed: poll.closed,
    correct: poll.type === 'quiz' ? poll.correctOptionIds : null,
    explanation: poll.explanation || null,
    multiple: poll.allowsMultipleAnswers,
    anonymous: poll.isAnonymous,
    myVotes: poll.votes,
  };
}

function showMedia(core: Core, message: StoredMessage) {
  const { content } = message;
  const part =
    content.photo?.at(-1) ??
    content.voice ??
    content.animation ??
    content.document ??
    content.audio ??
    content.video ??
    content.sticker;
  const file = part && core.state.files.find(({ fileId }) => fileId === part.file_id);
  if (!file || message.deleted) return null;
  return { kind: file.kind, fileName: file.fileName, url: `/sandbox/files/${file.path}` };
}

import type { MessageEntity } from 'grammy/types';
import { cutEntities } from '../../text/cut-entities.js';
import { findEntities } from '../../text/find-entities.js';
import type { MarkedText } from '../../text/parse-html.js';
import { codePoints, tidyText } from '../../text/tidy-text.js';
import { privateChat } from '../add-chat.js';
import { type Core, chatOf, isAdmin, isInside, memberOf, messageOf, personOf } from '../core.js';
import { addFile, type MediaKind, mediaContent } from '../files.js';
import { noteEdit, postMessage } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { SEND_PERMISSION, type SendKind } from '../rights.js';
import { isServiceMessage } from '../service-message.js';
import type { ChatState, MessageContent, SenderState } from '../world-state.js';

export interface Attachment {
  bytes: Uint8Array;
  fileName?: string;
  /** `file_size` as Telegram would give it, in bytes, so that a test needs no 60 MB; unset: what the bytes are */
  claimedSize?: number;
}

/** Kinds of files a person can send. */
export const PERSON_MEDIA = ['photo', 'voice', 'document', 'video', 'sticker'] as const;

/** What a person sends: a text, or one file with or without a caption. */
export interface Outgoing extends Partial<Record<(typeof PERSON_MEDIA)[number], Attachment>> {
  text?: string;
  caption?: string;
  /** how the text or the caption is marked (Bot API: MessageEntity); links and commands are found without */
  entities?: MessageEntity[];
  /** `media_group_id`: files sent one after another under the same id are an album */
  album?: string;
  /** takes texts and captions over the usual limits, as Telegram does from Premium accounts */
  overLimits?: boolean;
  replyTo?: number;
  /** In the chat's name: as an anonymous administrator. Channel posts always are. */
  asChat?: boolean;
  /** `message_thread_id` of the topic; none for General. */
  topic?: number;
}

const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

export function sendText(
  core: Core,
  personId: number,
  chatId: number,
  text: string,
): { chat: number; message: number } {
  return send(core, personId, chatId, { text });
}

/** Sends as a person, where Telegram's clients would let them. */
export function send(core: Core, personId: number, chatId: number, out: Outgoing): { chat: number; message: number } {
  personOf(core, personId);
  const chat = chatId === personId ? privateChat(core, personId) : chatOf(core, chatId);
  const media = mediaOf(out);
  checkMayWrite(core, personId, chat, media?.kind ?? 'text', out.topic);
  const repliedTo = out.replyTo === undefined ? null : messageOf(chat, out.replyTo);
  const content = media ? fileContent(core, media.kind, media.file, out) : textContent(out.text ?? '', out);
  const message = postMessage(core, chat, {
    sender: senderOf(core, personId, chat, out.asChat ?? false),
    content,
    replyTo: out.replyTo ?? null,
    // A client answers where the message stands.
    threadId: chat.isForum ? (out.topic ?? repliedTo?.threadId ?? null) : null,
  });
  return { chat: chat.id, message: message.id };
}

/** Changes one's own text or caption. */
export function editOwn(core: Core, personId: number, chatId: number, messageId: number, text: string): object {
  const chat = chatOf(core, chatId);
  const message = messageOf(chat, messageId);
  const person = personOf(core, personId);
  if (!isOwn(message.sender, personId) || isServiceMessage(message.content)) {
    throw new Refusal(`${person.name}只能修改自己发的消息。`);
  }
  checkMayWrite(core, personId, chat, 'text', undefined);
  const { text: _text, entities: _entities, caption, caption_entities: _captionEntities, ...rest } = message.content;
  const isText = message.content.text !== undefined;
  const changed = isText ? textContent(text, {}) : captionContent(text, {});
  if ((changed.text ?? changed.caption) === (message.content.text ?? caption)) return {};
  message.content = { ...rest, ...changed };
  noteEdit(core, chat, message);
  return {};
}

/** Deletes one's own message, or as an administrator anyone's. The Bot API tells bots nothing of it. */
export function deleteMessage(core: Core, personId: number, chatId: number, messageId: number): object {
  const chat = chatOf(core, chatId);
  const message = messageOf(chat, messageId);
  const person = personOf(core, personId);
  const member = memberOf(chat, personId);
  if (!isInside(member)) throw new Refusal(`${person.name}不在“${chat.title}”里。`);
  if (chat.type !== 'private' && !isAdmin(member) && !isOwn(message.sender, personId)) {
    throw new Refusal(`${person.name}不是管理员，只能删自己发的消息。`);
  }
  message.deleted = true;
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
  return {};
}

/** @throws Refusal where the person's client would show no input box */
export function checkMayWrite(
  core: Core,
  personId: number,
  chat: ChatState,
  kind: SendKind,
  topic: number | undefined,
): void {
  const person = personOf(core, personId);
  const member = memberOf(chat, personId);
  if (chat.type === 'private') {
    if (chat.id !== personId) throw new Refusal(`这是别人和机器人的私聊，${person.name}看不到。`);
    const { status } = memberOf(chat, core.state.bot.id);
    if (status === 'kicked') throw new Refusal('机器人已经被停用，要先解除停用才能再发消息。');
    if (status === 'left') throw new Refusal(`${person.name}还没有开始和机器人对话，请先按“开始”。`);
    return;
  }
  if (!isInside(member)) throw new Refusal(`${person.name}不在“${chat.title}”里，不能在里面发消息。`);
  if (isAdmin(member)) return;
  if (chat.type === 'channel') throw new Refusal('频道里只有管理员能发消息。');
  const permission = SEND_PERMISSION[kind];
  if (!(member.permissions ?? chat.permissions)[permission] || !chat.permissions[permission]) {
    throw new Refusal(`“${chat.title}”不让${person.name}发这种消息。`);
  }
  if (chat.isForum && chat.topics.find(({ id }) => id === (topic ?? 1))?.closed) {
    throw new Refusal('这个话题已经关闭，只有管理员能发。');
  }
}

function mediaOf(out: Outgoing): { kind: (typeof PERSON_MEDIA)[number]; file: Attachment } | null {
  for (const kind of PERSON_MEDIA) {
    const file = out[kind];
    if (file) return { kind, file };
  }
  return null;
}

function fileContent(core: Core, kind: MediaKind, file: Attachment, out: Outgoing): MessageContent {
  const added = addFile(core, kind, file.bytes, file.fileName ?? '', { size: file.claimedSize });
  return {
    ...mediaContent(core, added),
    ...captionContent(out.caption ?? '', out),
    ...(out.album === undefined ? {} : { media_group_id: out.album }),
  };
}

type Marks = Pick<Outgoing, 'entities' | 'overLimits'>;

function textContent(typed: string, marks: Marks): MessageContent {
  const { text, entities } = marked(typed, marks);
  if (text === '') throw new Refusal('请先写点什么再发送。');
  if (!marks.overLimits && codePoints(text) > TEXT_LIMIT) {
    throw new Refusal(`一条消息最长 ${TEXT_LIMIT} 个字，请分几条发。`);
  }
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

function captionContent(typed: string, marks: Marks): MessageContent {
  const { text: caption, entities } = marked(typed, marks);
  if (!marks.overLimits && codePoints(caption) > CAPTION_LIMIT) {
    throw new Refusal(`文件的说明最长 ${CAPTION_LIMIT} 个字。`);
  }
  if (caption === '') return {};
  return { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

function marked(typed: string, { entities = [] }: Marks): MarkedText {
  const tidy = tidyText({ text: typed, entities: cutEntities(typed, entities) });
  return { text: tidy.text, entities: findEntities(tidy.text, tidy.entities) };
}

function senderOf(core: Core, personId: number, chat: ChatState, asChat: boolean): SenderState {
  const member = memberOf(chat, personId);
  if (chat.type === 'channel') return { kind: 'chat', chatId: chat.id };
  if (!asChat && !member.anonymous) return { kind: 'user', id: personId };
  if (chat.type !== 'supergroup' || !isAdmin(member)) {
    throw new Refusal(`${personOf(core, personId).name}不能匿名发言：只有超级群的管理员可以。`);
  }
  return { kind: 'chat', chatId: chat.id };
}

function isOwn(sender: SenderState, personId: number): boolean {
  return sender.kind === 'user' && sender.id === personId;
}

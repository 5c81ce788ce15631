import type { BotCommand, InlineKeyboardMarkup, Message, MessageEntity, ReactionType, Update } from 'grammy/types';
import type { AdminRights, Permissions } from './rights.js';

/**
 * Everything the sandbox's Telegram knows, as plain JSON: what the state file holds. Ids follow Telegram's habits
 * (Bot API: Chat): a private chat has the person's id, a basic group a small negative one, supergroups and channels
 * one below -100…
 */
export interface WorldState {
  bot: BotState;
  people: PersonState[];
  chats: ChatState[];
  polls: PollState[];
  files: FileState[];
  callbacks: CallbackState[];
  inlineQueries: InlineQueryState[];
  updates: UpdatesState;
  deliveries: Delivery[];
  /** The last number handed out, by what it counts. */
  lastIds: Record<string, number>;
}

export interface BotState {
  id: number;
  username: string;
  firstName: string;
  token: string;
  /** BotFather's setting; a chat takes it over when the bot is added to it. */
  privacyMode: boolean;
  /** BotFather's /setinline. */
  inlineMode: boolean;
  commands: CommandList[];
  /** By language code; '' is for everyone else. */
  names: Record<string, string>;
  descriptions: Record<string, string>;
  shortDescriptions: Record<string, string>;
  /** By private chat id; 'default' is for every other. */
  menuButtons: Record<string, unknown>;
  /** People the bot has met (an update named them): it may address them, though they may not have started it. */
  knownPeople: number[];
  webhook: WebhookState | null;
}

export interface WebhookState {
  url: string;
  secretToken: string | null;
  maxConnections: number;
  lastErrorAtMs: number | null;
  lastErrorMessage: string | null;
}

export interface CommandScope {
  type: string;
  chat_id?: number;
  user_id?: number;
}

export interface CommandList {
  scope: CommandScope;
  /** '' for every language without a list of its own. */
  languageCode: string;
  commands: BotCommand[];
}

export interface PersonState {
  id: number;
  name: string;
  username: string | null;
  languageCode: string;
  /** The part played, in Chinese: 居民, 群主, 办公室. */
  part: string;
  /** One line on what can be tried as this person. */
  note: string;
  /** The account was deleted. */
  deleted: boolean;
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';
export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface MemberState {
  status: MemberStatus;
  /** Of an administrator; the creator has them all. */
  rights: AdminRights | null;
  /** Of a restricted member. */
  permissions: Permissions | null;
  /** Writes in the group's name. */
  anonymous: boolean;
}

export interface TopicState {
  /** `message_thread_id`; the General topic is 1 and has no thread id in messages. */
  id: number;
  name: string;
  closed: boolean;
}

export interface ChatState {
  id: number;
  type: ChatType;
  title: string;
  username: string | null;
  /** By user id, the bot's too. In a private chat the bot is 'member' once started, 'kicked' when blocked. */
  members: Record<string, MemberState>;
  permissions: Permissions;
  lastMessageId: number;
  messages: StoredMessage[];
  /** The supergroup this group became. */
  upgradedTo: number | null;
  upgradedFrom: number | null;
  isForum: boolean;
  topics: TopicState[];
  /** Privacy mode as it was when the bot was added. */
  privacyMode: boolean;
  /** The message with which the bot came in; a supergroup's earlier ones do not exist for it. */
  botJoinedAtMessage: number;
  /** The bot was told of this chat at least once; before, its id is "chat not found". */
  knownToBot: boolean;
}

/** Who a message is from. An anonymous administrator and a channel post speak as the chat. */
export type SenderState = { kind: 'user'; id: number } | { kind: 'chat'; chatId: number };

/** The parts of a Bot API Message that say what is in it, service fields included; a poll is kept by its id. */
export type MessageContent = Omit<
  Partial<Message>,
  'message_id' | 'date' | 'chat' | 'from' | 'sender_chat' | 'poll' | 'reply_to_message' | 'reply_markup' | 'edit_date'
>;

/** The keyboard a message brings to the people in the chat: rows of labels; 'remove' takes it away. */
export type ReplyKeyboard = { text: string }[][] | 'remove';

export interface StoredMessage {
  id: number;
  /** Unix time in seconds. */
  date: number;
  sender: SenderState;
  /** Sent by the bot, also where it speaks as the channel. */
  byBot: boolean;
  content: MessageContent;
  pollId: string | null;
  replyTo: number | null;
  threadId: number | null;
  buttons: InlineKeyboardMarkup | null;
  keyboard: ReplyKeyboard | null;
  /** Unix time in seconds. */
  editDate: number | null;
  deleted: boolean;
  /** By user id, and 'bot' for the bot's own. */
  reactions: Record<string, ReactionType[]>;
}

export interface PollState {
  id: string;
  chatId: number;
  messageId: number;
  question: string;
  questionEntities: MessageEntity[];
  options: { text: string; persistentId: string }[];
  isAnonymous: boolean;
  type: 'regular' | 'quiz';
  allowsMultipleAnswers: boolean;
  allowsRevoting: boolean;
  /** Empty unless it is a quiz. */
  correctOptionIds: number[];
  explanation: string;
  explanationEntities: MessageEntity[];
  openPeriodSeconds: number | null;
  closesAtMs: number | null;
  /** False when its message carries a reply keyboard: such a message cannot be edited. */
  stoppable: boolean;
  closed: boolean;
  /** Chosen options by user id. */
  votes: Record<string, number[]>;
}

export interface FileState {
  fileId: string;
  fileUniqueId: string;
  kind: 'photo' | 'voice' | 'document' | 'audio' | 'video' | 'animation' | 'sticker';
  fileName: string;
  mimeType: string;
  size: number;
  /** `file_path` of getFile. */
  path: string;
}

export interface CallbackState {
  id: string;
  personId: number;
  chatId: number;
  messageId: number;
  askedAtMs: number;
  answered: boolean;
}

export interface InlineQueryState {
  id: string;
  personId: number;
  askedAtMs: number;
  answered: boolean;
  results: unknown[];
}

export type UpdateType = Exclude<keyof Update, 'update_id'>;

export interface QueuedUpdate {
  id: number;
  type: UpdateType;
  /** The update's own field, without the id; frozen at the moment it happened. */
  body: unknown;
  /** Updates of one queue reach a webhook in order, one at a time (tdlib/telegram-bot-api WebhookActor). */
  queue: string;
  expiresAtMs: number;
}

export interface UpdatesState {
  queue: QueuedUpdate[];
  nextId: number;
  lastAtMs: number | null;
  /** null is Telegram's default set. */
  allowed: UpdateType[] | null;
}

/** One message that truly reached a chat, whatever the caller was told. */
export interface Delivery {
  n: number;
  at: string;
  method: string;
  chatId: number;
  messageId: number;
  /** Text or caption; empty for neither. */
  text: string;
}

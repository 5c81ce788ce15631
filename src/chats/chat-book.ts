/** Which chat we know, in the words of the database. */
export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';
export type ChatState = 'pending' | 'active' | 'paused' | 'left' | 'lost';

export interface ChatRecord {
  id: number;
  kind: ChatKind;
  key: string;
  state: ChatState;
  stateReason: string | null;
  unitId: string | null;
  /** chosen topics; empty with `topicsChosen` false means the default ones */
  topicIds: string[];
  topicsChosen: boolean;
  consentVersion: string | null;
  consentAt: Date | null;
}

/** A group, supergroup or channel as Telegram names it. */
export interface GroupSeen {
  telegramId: number;
  kind: Exclude<ChatKind, 'private'>;
  title: string;
}

export type BindResult =
  | { kind: 'bound'; chat: ChatRecord; unitId: string }
  | { kind: 'already-bound'; chat: ChatRecord }
  | { kind: 'refused'; reason: 'unknown' | 'expired' | 'used' | 'unit-gone' };

export interface PersonalData {
  chat: ChatRecord | null;
  /** questions kept with the person's key */
  questions: number;
  /** of those, how many with masked words */
  questionsWithWords: number;
  /** days on which the person used the bot, as far as they are kept */
  daysSeen: number;
  messagesReceived: number;
}

/**
 * The chats and what they have chosen; `db/chat-book.ts` keeps them. Every change that a person causes leaves an audit
 * row in the same transaction. `byKey` is the keyed hash of the person who acted, null for an anonymous administrator.
 */
export interface ChatBook {
  find(telegramId: number): Promise<ChatRecord | null>;

  /** The bot was added: the group is known and stays silent until it is bound. A group that was lost comes back as it was: bound, and paused if somebody had paused it. */
  groupJoined(group: GroupSeen, byKey: string | null, now: Date): Promise<ChatRecord>;
  /** Groups this person added the bot to that still wait for a code, newest first. */
  pendingGroupsAddedBy(byKey: string): Promise<{ chatId: number; telegramId: number; title: string | null }[]>;
  createBindCode(unitId: string, byKey: string, now: Date): Promise<string>;
  /** Binds a group by a code, once. */
  bind(group: GroupSeen, code: string, byKey: string | null, now: Date): Promise<BindResult>;
  /** A basic group became a supergroup: everything kept goes on under the new id. Called any number of times. */
  groupMoved(fromTelegramId: number, to: GroupSeen, now: Date): Promise<void>;
  /** How many seats the group has, the bot left out. */
  countSeats(telegramId: number, seats: number): Promise<void>;

  /** A person agreed to the consent text: messages may come. */
  consent(telegramId: number, version: string, language: string, now: Date): Promise<ChatRecord>;
  chooseUnit(telegramId: number, unitId: string | null): Promise<ChatRecord | null>;
  /** Turns a topic on or off; the first touch starts from the default ones. */
  toggleTopic(
    telegramId: number,
    topicId: string,
    defaults: string[],
    byKey: string | null,
    now: Date,
  ): Promise<ChatRecord | null>;

  /** Sets the state; leaving `active` cancels the chat's deliveries that are not out yet. @returns how many, null when unknown */
  setState(
    telegramId: number,
    state: ChatState,
    reason: string | null,
    byKey: string | null,
    now: Date,
  ): Promise<{ cancelled: number; before: ChatState } | null>;

  personalData(telegramId: number): Promise<PersonalData>;
  /** Forgets the person: what remains are counts without identity. @returns false when nothing was kept */
  erase(telegramId: number, now: Date): Promise<boolean>;
}

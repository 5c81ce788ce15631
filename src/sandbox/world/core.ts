import type { Clock } from '../../time/clock.js';
import type { FileStore } from './file-store.js';
import { Refusal } from './refusal.js';
import type { UpdateQueue } from './update-queue.js';
import type { ChatState, MemberState, PersonState, PollState, StoredMessage, WorldState } from './world-state.js';

/** What the page is told about: something changed, or a button was answered with a text. */
export type WorldEvent =
  | { kind: 'change'; what: 'state' | 'chat' | 'calls'; chat?: number }
  | { kind: 'toast'; person: number; text: string; alert: boolean };

/** The state with what it needs to move: every rule and action of the sandbox's world works on this. */
export interface Core {
  state: WorldState;
  clock: Clock;
  updates: UpdateQueue;
  files: FileStore;
  /** Tells the page and the state file. */
  emit(event: WorldEvent): void;
}

/** The clock in Unix seconds, as the Bot API dates messages. */
export function unixNow(core: Core): number {
  return Math.floor(core.clock.now().getTime() / 1000);
}

/** The next number of a kind, starting above `from`. */
export function nextId(core: Core, kind: string, from = 0): number {
  const id = (core.state.lastIds[kind] ?? from) + 1;
  core.state.lastIds[kind] = id;
  return id;
}

export function findChat(core: Core, chatId: number): ChatState | undefined {
  return core.state.chats.find((chat) => chat.id === chatId);
}

/** @throws Refusal when there is no such chat */
export function chatOf(core: Core, chatId: number): ChatState {
  const chat = findChat(core, chatId);
  if (!chat) throw new Refusal('没有这个会话。');
  if (chat.upgradedTo !== null) throw new Refusal(`“${chat.title}”已经升级为超级群，请到新群里操作。`);
  return chat;
}

export function findPerson(core: Core, personId: number): PersonState | undefined {
  return core.state.people.find((person) => person.id === personId);
}

/** @throws Refusal when there is no such person, or the account was deleted */
export function personOf(core: Core, personId: number): PersonState {
  const person = findPerson(core, personId);
  if (!person) throw new Refusal('沙盒里没有这个人。');
  if (person.deleted) throw new Refusal(`${person.name}的账号已经注销，不能再操作。`);
  return person;
}

/** A message that is still there. @throws Refusal when it is not */
export function messageOf(chat: ChatState, messageId: number): StoredMessage {
  const message = findMessage(chat, messageId);
  if (!message) throw new Refusal('这条消息不在了。');
  return message;
}

/** Undefined for a message that never was or was deleted. */
export function findMessage(chat: ChatState, messageId: number): StoredMessage | undefined {
  return chat.messages.find((message) => message.id === messageId && !message.deleted);
}

export function findPoll(core: Core, pollId: string): PollState | undefined {
  return core.state.polls.find((poll) => poll.id === pollId);
}

const NOBODY: MemberState = { status: 'left', rights: null, permissions: null, anonymous: false };

/** What someone is in a chat; 'left' for those who never were in it. */
export function memberOf(chat: ChatState, userId: number): MemberState {
  return chat.members[String(userId)] ?? NOBODY;
}

/** True for everyone who can read the chat. */
export function isInside(member: MemberState): boolean {
  return member.status !== 'left' && member.status !== 'kicked';
}

export function isAdmin(member: MemberState): boolean {
  return member.status === 'creator' || member.status === 'administrator';
}

export function newMember(status: MemberState['status'], changes: Partial<MemberState> = {}): MemberState {
  return { status, rights: null, permissions: null, anonymous: false, ...changes };
}

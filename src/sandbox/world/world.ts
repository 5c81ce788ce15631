import type { Message } from 'grammy/types';
import { addBot, demoteBot, promoteBot, removeBot, restrictBot, setPrivacyMode } from './actions/bot-membership.js';
import { createChat, joinGroup, leaveGroup, setPersonAdmin, upgradeToSupergroup } from './actions/groups.js';
import { askInline } from './actions/inline.js';
import { addPerson, type NewPerson } from './actions/people.js';
import { type PressTarget, pressButton } from './actions/press.js';
import { blockBot, deleteAccount, startBot, unblockBot } from './actions/private-chat.js';
import { react } from './actions/react.js';
import { deleteMessage, editOwn, type Outgoing, send } from './actions/send.js';
import { createTopic, deleteTopic, enableTopics, setTopicClosed } from './actions/topics.js';
import { closePoll, retractVote, vote } from './actions/vote.js';
import { type Core, chatOf, findChat, findPoll, memberOf, messageOf } from './core.js';
import { attempt, type Done } from './refusal.js';
import { renderMessage } from './render-message.js';
import type { AdminRights, Permissions } from './rights.js';
import type { ChatState, Delivery, MemberStatus, PersonState } from './world-state.js';

/**
 * What can be done as a person, and what can be looked at. Ids are Telegram's: a private chat has its person's id.
 * What Telegram's clients would not let the person do comes back as `{ ok: false, message }` with a Chinese sentence.
 */
export interface World {
  createGroup(title: string, owner: number): Done<{ chat: number }>;
  createSupergroup(title: string, owner: number): Done<{ chat: number }>;
  createChannel(title: string, owner: number): Done<{ chat: number }>;
  joinGroup(person: number, chat: number): Done;
  leaveGroup(person: number, chat: number): Done;
  /** Makes a person an administrator or takes it back; an anonymous one speaks as the group. */
  setPersonAdmin(by: number, chat: number, person: number, as: { admin: boolean; anonymous?: boolean }): Done;
  /** @param startPayload as after a `?startgroup=` link @param rights makes the bot an administrator at once */
  addBot(chat: number, by: number, startPayload?: string, options?: { rights?: Partial<AdminRights> }): Done;
  removeBot(chat: number, by: number): Done;
  promoteBot(chat: number, by: number, rights?: Partial<AdminRights>): Done;
  demoteBot(chat: number, by: number): Done;
  restrictBot(chat: number, by: number, rights: Partial<Permissions>): Done;
  /** Takes effect in a chat when the bot is added to it again. */
  setPrivacyMode(on: boolean): Done;
  /** @returns the new chat's id */
  upgradeToSupergroup(chat: number, by: number): Done<{ chat: number }>;
  startBot(person: number, payload?: string): Done<{ chat: number; message: number }>;
  blockBot(person: number): Done;
  unblockBot(person: number): Done;
  deleteAccount(person: number): Done;
  addPerson(person: NewPerson): Done<{ person: number }>;
  send(person: number, chat: number, out: Outgoing): Done<{ chat: number; message: number }>;
  edit(person: number, chat: number, message: number, text: string): Done;
  deleteMessageByAdmin(person: number, chat: number, message: number): Done;
  pressButton(
    person: number,
    chat: number,
    message: number,
    target: PressTarget,
  ): Done<{ callbackQueryId?: string; url?: string; copied?: string }>;
  vote(person: number, chat: number, message: number, optionIds: number[]): Done;
  retract(person: number, chat: number, message: number): Done;
  /** Closes the poll as its time running out would. */
  closePoll(chat: number, message: number): Done;
  /** @param emoji null takes the reaction back */
  react(person: number, chat: number, message: number, emoji: string | null): Done;
  /** Types "@bot …" into the box; the answer is kept under the query's id. */
  askInline(person: number, query: string): Done<{ inlineQueryId: string }>;
  enableTopics(chat: number, by: number): Done;
  createTopic(chat: number, by: number, name: string): Done<{ topic: number }>;
  closeTopic(chat: number, by: number, topic: number): Done;
  reopenTopic(chat: number, by: number, topic: number): Done;
  deleteTopic(chat: number, by: number, topic: number): Done;

  people(): readonly PersonState[];
  /** @throws Error when nobody has this name */
  person(name: string): PersonState;
  chats(): readonly ChatState[];
  /** The chat in use under this title. @throws Error when there is none */
  chat(title: string): ChatState;
  /** The messages that are still there, oldest first, as the Bot API shows them; none for an unknown chat. */
  messages(chat: number): Message[];
  botStatus(chat: number): MemberStatus;
  /** Updates the bot has not confirmed yet; 0 when it has dealt with everything. */
  pendingUpdates(): number;
  /** Every message of the bot that truly reached a chat, whatever its caller was told: proof against duplicates. */
  deliveries(): readonly Delivery[];
}

export function createWorld(core: Core): World {
  return {
    createGroup: (title, owner) => attempt(() => createChat(core, owner, title, 'group')),
    createSupergroup: (title, owner) => attempt(() => createChat(core, owner, title, 'supergroup')),
    createChannel: (title, owner) => attempt(() => createChat(core, owner, title, 'channel')),
    joinGroup: (person, chat) => attempt(() => joinGroup(core, person, chat)),
    leaveGroup: (person, chat) => attempt(() => leaveGroup(core, person, chat)),
    setPersonAdmin: (by, chat, person, as) => attempt(() => setPersonAdmin(core, by, chat, person, as)),
    addBot: (chat, by, startPayload, options = {}) =>
      attempt(() => addBot(core, by, chat, { ...options, ...(startPayload ? { startPayload } : {}) })),
    removeBot: (chat, by) => attempt(() => removeBot(core, by, chat)),
    promoteBot: (chat, by, rights) => attempt(() => promoteBot(core, by, chat, rights)),
    demoteBot: (chat, by) => attempt(() => demoteBot(core, by, chat)),
    restrictBot: (chat, by, rights) => attempt(() => restrictBot(core, by, chat, rights)),
    setPrivacyMode: (on) => attempt(() => setPrivacyMode(core, on)),
    upgradeToSupergroup: (chat, by) => attempt(() => upgradeToSupergroup(core, by, chat)),
    startBot: (person, payload) => attempt(() => startBot(core, person, payload)),
    blockBot: (person) => attempt(() => blockBot(core, person)),
    unblockBot: (person) => attempt(() => unblockBot(core, person)),
    deleteAccount: (person) => attempt(() => deleteAccount(core, person)),
    addPerson: (person) => attempt(() => addPerson(core, person)),
    send: (person, chat, out) => attempt(() => send(core, person, chat, out)),
    edit: (person, chat, message, text) => attempt(() => editOwn(core, person, chat, message, text)),
    deleteMessageByAdmin: (person, chat, message) => attempt(() => deleteMessage(core, person, chat, message)),
    pressButton: (person, chat, message, target) => attempt(() => pressButton(core, person, chat, message, target)),
    vote: (person, chat, message, options) => attempt(() => vote(core, person, chat, message, options)),
    retract: (person, chat, message) => attempt(() => retractVote(core, person, chat, message)),
    closePoll: (chat, message) =>
      attempt(() => {
        const poll = findPoll(core, messageOf(chatOf(core, chat), message).pollId ?? '');
        if (poll) closePoll(core, poll);
        return {};
      }),
    react: (person, chat, message, emoji) => attempt(() => react(core, person, chat, message, emoji)),
    askInline: (person, query) => attempt(() => askInline(core, person, query)),
    enableTopics: (chat, by) => attempt(() => enableTopics(core, by, chat)),
    createTopic: (chat, by, name) => attempt(() => createTopic(core, by, chat, name)),
    closeTopic: (chat, by, topic) => attempt(() => setTopicClosed(core, by, chat, topic, true)),
    reopenTopic: (chat, by, topic) => attempt(() => setTopicClosed(core, by, chat, topic, false)),
    deleteTopic: (chat, by, topic) => attempt(() => deleteTopic(core, by, chat, topic)),

    people: () => core.state.people,
    person: (name) => {
      const person = core.state.people.find((one) => one.name === name);
      if (!person) throw new Error(`sandbox: nobody is called ${name}`);
      return person;
    },
    chats: () => core.state.chats,
    chat: (title) => {
      const chat = core.state.chats.find(
        (one) => one.title === title && one.type !== 'private' && one.upgradedTo === null,
      );
      if (!chat) throw new Error(`sandbox: no chat is called ${title}`);
      return chat;
    },
    messages: (chatId) => {
      const chat = findChat(core, chatId);
      if (!chat) return [];
      return chat.messages.filter(({ deleted }) => !deleted).map((message) => renderMessage(core, chat, message));
    },
    botStatus: (chatId) => {
      const chat = findChat(core, chatId);
      return chat ? memberOf(chat, core.state.bot.id).status : 'left';
    },
    pendingUpdates: () => core.updates.pending().length,
    deliveries: () => core.state.deliveries,
  };
}

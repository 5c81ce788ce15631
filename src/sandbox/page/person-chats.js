// @ts-check
/** Which chats a person sees, and what they may do there. */

/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').SandboxState} SandboxState */
/** @typedef {import('./types.js').MemberStatus} MemberStatus */

const INSIDE = new Set(['creator', 'administrator', 'member', 'restricted']);

/** @param {MemberStatus} status */
export const isInside = (status) => INSIDE.has(status);

/**
 * @param {Chat} chat
 * @param {number} personId
 * @returns {MemberStatus} `left` for someone who never was in the chat
 */
export function statusIn(chat, personId) {
  return chat.members.find((member) => member.userId === personId)?.status ?? 'left';
}

/**
 * @param {Chat} chat
 * @param {number} personId
 */
export function isAdminOf(chat, personId) {
  const status = statusIn(chat, personId);
  return status === 'creator' || status === 'administrator';
}

/**
 * The private chat with the bot; one that has not been started yet is made up, so that it can be.
 * @param {SandboxState} state
 * @param {number} personId
 * @returns {Chat}
 */
function privateChatOf(state, personId) {
  const known = state.chats.find((chat) => chat.id === personId);
  if (known) return { ...known, title: state.bot.name };
  return {
    id: personId,
    type: 'private',
    title: state.bot.name,
    members: [],
    memberCount: 2,
    lastMessage: null,
    upgradedTo: null,
    botStatus: 'left',
  };
}

/** @param {Chat} chat */
const lastSpokenMs = (chat) => (chat.lastMessage ? Date.parse(chat.lastMessage.date) : 0);

/**
 * @param {SandboxState} state
 * @param {number} personId
 * @returns {{ mine: Chat[], others: Chat[] }} `mine` starts with the private chat, then the latest first; `others` can be joined
 */
export function chatsOf(state, personId) {
  const groups = state.chats.filter((chat) => chat.type !== 'private' && chat.upgradedTo === null);
  const mine = groups.filter((chat) => isInside(statusIn(chat, personId)));
  mine.sort((one, other) => lastSpokenMs(other) - lastSpokenMs(one));
  return {
    mine: [privateChatOf(state, personId), ...mine],
    others: groups.filter((chat) => !isInside(statusIn(chat, personId))),
  };
}

/** The chats' kinds as people say them. */
export const KIND_NAMES = { private: '私聊', group: '普通群', supergroup: '超级群', channel: '频道' };

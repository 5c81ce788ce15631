// @ts-check
/** What each person has already seen, kept in this browser. */

/** @typedef {import('./types.js').Chat} Chat */

const STORAGE_KEY = 'pufa-sandbox-read';

/** @typedef {Record<string, string>} ReadMarks last seen message by "person/chat" */

/** @returns {ReadMarks} empty on the first visit: everything is unread */
export function loadReadMarks() {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {ReadMarks} marks */
export function saveReadMarks(marks) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(marks));
  } catch {
    // A browser that keeps nothing only loses the dots.
  }
}

/** @param {Chat} chat */
const lastMark = (chat) => chat.lastMessage?.date ?? '';

/**
 * @param {ReadMarks} marks
 * @param {number} personId
 * @param {Chat} chat
 * @param {string} personName what they said themselves is never unread
 */
export function isUnread(marks, personId, chat, personName) {
  if (!chat.lastMessage || chat.lastMessage.from === personName) return false;
  return marks[`${personId}/${chat.id}`] !== lastMark(chat);
}

/**
 * @param {ReadMarks} marks
 * @param {number} personId
 * @param {Chat} chat
 * @returns {ReadMarks} the same object when nothing changed
 */
export function markRead(marks, personId, chat) {
  const key = `${personId}/${chat.id}`;
  return marks[key] === lastMark(chat) ? marks : { ...marks, [key]: lastMark(chat) };
}

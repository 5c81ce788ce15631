// @ts-check
import { html } from '/vendor/htm-preact.js';
import { AlertDialog } from './dialog.js';
import { AddBotDialog, NewGroupDialog, StartLinkDialog } from './group-questions.js';
import { isInside } from './person-chats.js';

/**
 * The dialog that is open; null for none. `chatId` null lets the person choose among their groups without the bot.
 * @typedef {{ kind: 'new-group' }
 *   | { kind: 'start-link' }
 *   | { kind: 'add-bot', payload: string, chatId: number | null }
 *   | { kind: 'alert', text: string }
 *   | null} Question
 */

/**
 * Asks the question and does what was answered.
 * @param {{
 *   question: Question,
 *   person: import('./types.js').Person,
 *   groups: import('./types.js').Chat[],
 *   act: import('./types.js').Act,
 *   onGo: (chatId: number) => void,
 *   onClose: () => void,
 * }} props
 */
export function OpenQuestion({ question, person, groups, act, onGo, onClose }) {
  /** @param {string} title @param {string} kind */
  async function createGroup(title, kind) {
    onClose();
    const made = await act('create-group', { title, kind });
    if (typeof made?.chat === 'number') onGo(made.chat);
  }

  /** @param {number} chatId @param {string} payload */
  async function addBot(chatId, payload) {
    onClose();
    const added = await act('add-bot', { chat: chatId, ...(payload && { payload }) });
    if (added) onGo(chatId);
  }

  /** @param {string} payload */
  function start(payload) {
    onClose();
    act('start', payload ? { payload } : {});
  }

  switch (question?.kind) {
    case 'new-group':
      return html`<${NewGroupDialog} who=${person.name} onCreate=${createGroup} onClose=${onClose} />`;
    case 'add-bot': {
      const choices = groups.filter((chat) =>
        question.chatId === null ? chat.type !== 'private' && !isInside(chat.botStatus) : chat.id === question.chatId,
      );
      return html`<${AddBotDialog} payload=${question.payload} groups=${choices} onAdd=${addBot} onClose=${onClose} />`;
    }
    case 'start-link':
      return html`<${StartLinkDialog} onStart=${start} onClose=${onClose} />`;
    case 'alert':
      return html`<${AlertDialog} text=${question.text} onClose=${onClose} />`;
    default:
      return null;
  }
}

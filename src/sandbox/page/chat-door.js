// @ts-check
import { html } from '/vendor/htm-preact.js';
import { isInside } from './person-chats.js';

/** @typedef {import('./types.js').Chat} Chat */

/**
 * What stands in place of the input box where this person cannot write yet.
 * @param {{ chat: Chat, inside: boolean, act: import('./types.js').Act }} props
 */
export function ChatDoor({ chat, inside, act }) {
  if (chat.type === 'private' && chat.botStatus === 'kicked') {
    return html`<div class="door"><p>机器人已停用，双方都发不了消息。</p><button type="button" class="door-button" data-testid="unblock-button" onClick=${() => act('unblock')}>解除停用</button></div>`;
  }
  if (chat.type === 'private') {
    return html`<div class="door"><button type="button" class="door-button" data-testid="start-button" onClick=${() => act('start')}>开始</button></div>`;
  }
  if (inside) return html`<div class="door"><p>频道里只有管理员能发消息。</p></div>`;
  return html`<div class="door"><button type="button" class="door-button" data-testid="join-button" onClick=${() => act('join', { chat: chat.id })}>加入</button></div>`;
}

/**
 * What an empty chat says.
 * @param {string} who
 * @param {Chat} chat
 * @param {boolean} inside
 */
export function emptyHint(who, chat, inside) {
  if (!inside) return `${who}不在“${chat.title}”里，看不到里面的消息。`;
  if (chat.type !== 'private') return '群里还没有人说话。';
  return isInside(chat.botStatus)
    ? '说句话试试，比如“楼上扔东西”。'
    : '机器人不能先找人说话。按下面的“开始”，它才能回你。';
}

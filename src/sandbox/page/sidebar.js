// @ts-check
import { html } from '/vendor/htm-preact.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { timeOfDay, wallMinute } from './zone-time.js';

/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Person} Person */

/**
 * Who the player is, and that person's chats.
 * @param {{
 *   people: Person[],
 *   personId: number,
 *   chats: { mine: Chat[], others: Chat[] },
 *   openChatId: number,
 *   zone: string,
 *   now: Date,
 *   hasUnread: (person: Person) => boolean,
 *   isUnread: (chat: Chat) => boolean,
 *   onPerson: (id: number) => void,
 *   onChat: (id: number) => void,
 *   onNewGroup: () => void,
 * }} props
 */
export function Sidebar({
  people,
  personId,
  chats,
  openChatId,
  zone,
  now,
  hasUnread,
  isUnread,
  onPerson,
  onChat,
  onNewGroup,
}) {
  /** @param {Chat} chat */
  const row = (chat) =>
    html`<${ChatRow} key=${chat.id} chat=${chat} open=${chat.id === openChatId} unread=${isUnread(chat)} zone=${zone} now=${now} onOpen=${() => onChat(chat.id)} />`;
  return html`<nav class="sidebar" aria-label="人物和会话">
    <h2 class="sidebar-title" id="people-title">我现在是</h2>
    <ul class="people" aria-labelledby="people-title">
      ${people.map(
        (person) => html`<li key=${person.id}>
          <button type="button" class=${`person ${person.id === personId ? 'selected' : ''}`} aria-pressed=${person.id === personId} title=${person.note} data-testid=${`person-${person.id}`} onClick=${() => onPerson(person.id)}>
            <${Avatar} id=${person.id} name=${person.name} />
            <span class="person-words">
              <span class="person-name"><strong>${person.name}</strong><span class="part">${person.part}</span></span>
              <span class="note">${person.note}</span>
            </span>
            ${person.id !== personId && hasUnread(person) && html`<span class="dot" data-testid="unread"><span class="hidden-label">有新消息</span></span>`}
          </button>
        </li>`,
      )}
    </ul>
    <h2 class="sidebar-title with-button" id="chats-title">
      会话
      <button type="button" class="text-button" data-testid="new-group" onClick=${onNewGroup}><${Icon} name="plus" />新建群</button>
    </h2>
    <ul class="chats" aria-labelledby="chats-title">${chats.mine.map(row)}</ul>
    ${
      chats.others.length > 0 &&
      html`<h2 class="sidebar-title" id="others-title">还没有加入</h2>
        <ul class="chats others" aria-labelledby="others-title">${chats.others.map(row)}</ul>`
    }
  </nav>`;
}

/**
 * @param {{ chat: Chat, open: boolean, unread: boolean, zone: string, now: Date, onOpen: () => void }} props
 */
function ChatRow({ chat, open, unread, zone, now, onOpen }) {
  const isPrivate = chat.type === 'private';
  const last = chat.lastMessage;
  return html`<li>
    <button type="button" class=${`chat-row ${open ? 'selected' : ''}`} aria-current=${open ? 'true' : undefined} data-testid=${`chat-${chat.id}`} onClick=${onOpen}>
      <${Avatar} id=${chat.id} name=${chat.title} kind=${isPrivate ? 'bot' : 'group'} />
      <span class="chat-words">
        <span class="chat-line">
          <strong>${isPrivate ? '与机器人私聊' : chat.title}</strong>
          ${last && html`<time datetime=${last.date}>${shortTime(new Date(last.date), now, zone)}</time>`}
        </span>
        <span class="chat-line">
          <span class="preview">${last ? `${last.from && !isPrivate ? `${last.from}:` : ''}${last.text}` : isPrivate ? '还没有开始' : '还没有消息'}</span>
          ${unread && !open && html`<span class="dot" data-testid="unread"><span class="hidden-label">有新消息</span></span>`}
        </span>
      </span>
    </button>
  </li>`;
}

/**
 * Today's messages by time, older ones by day.
 * @param {Date} instant
 * @param {Date} now
 * @param {string} zone
 */
function shortTime(instant, now, zone) {
  const day = wallMinute(instant, zone).slice(0, 10);
  if (day === wallMinute(now, zone).slice(0, 10)) return timeOfDay(instant, zone);
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

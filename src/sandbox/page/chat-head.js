// @ts-check
import { html } from '/vendor/htm-preact.js';
import { Avatar } from './avatar.js';
import { Icon } from './icon.js';
import { Menu } from './menu.js';
import { isAdminOf, isInside, KIND_NAMES, statusIn } from './person-chats.js';

/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Act} Act */
/** @typedef {import('./menu.js').MenuItem} MenuItem */

/**
 * The chat's name, what the bot is in it, and the menu of what this person can do with it.
 * @param {{
 *   chat: Chat,
 *   personId: number,
 *   act: Act,
 *   onBack: () => void,
 *   onAddBot: () => void,
 *   onStartLink: () => void,
 * }} props
 */
export function ChatHead({ chat, personId, act, onBack, onAddBot, onStartLink }) {
  const isPrivate = chat.type === 'private';
  const inside = isPrivate || isInside(statusIn(chat, personId));
  const items = isPrivate ? privateItems(chat, act, onStartLink) : groupItems(chat, personId, act, onAddBot);

  return html`<header class="chat-head" data-testid="chat-head">
    <button type="button" class="icon-button only-narrow" aria-label="回到会话列表" data-testid="back-button" onClick=${onBack}><${Icon} name="back" /></button>
    <${Avatar} id=${chat.id} name=${chat.title} kind=${isPrivate ? 'bot' : 'group'} />
    <div class="chat-title">
      <h2>${chat.title}</h2>
      <p>${isPrivate ? privateLine(chat) : groupLine(chat)}</p>
    </div>
    ${
      !isPrivate &&
      inside &&
      !isInside(chat.botStatus) &&
      html`<button type="button" class="button button-primary" data-testid="add-bot" onClick=${onAddBot}><${Icon} name="plus" /><span>把机器人拉进群</span></button>`
    }
    <${Menu} label=${isPrivate ? '私聊菜单' : '群菜单'} testid=${isPrivate ? 'private-menu' : 'group-menu'} items=${items} />
  </header>`;
}

/** @param {Chat} chat */
function privateLine(chat) {
  if (chat.botStatus === 'kicked') return '机器人 · 已停用';
  return isInside(chat.botStatus) ? '机器人 · 私聊' : '机器人 · 还没有开始';
}

/** @param {Chat} chat */
function groupLine(chat) {
  const bot = {
    creator: '机器人在群里',
    administrator: '机器人是管理员',
    member: '机器人在群里',
    restricted: '机器人被禁言',
    left: '机器人不在群里',
    kicked: '机器人被移出了',
  }[chat.botStatus];
  return `${KIND_NAMES[chat.type]} · ${chat.memberCount} 人 · ${bot}`;
}

/**
 * @param {Chat} chat
 * @param {Act} act
 * @param {() => void} onStartLink
 * @returns {MenuItem[]}
 */
function privateItems(chat, act, onStartLink) {
  if (chat.botStatus === 'kicked') {
    return [{ label: '解除停用', testid: 'unblock-bot', onSelect: () => act('unblock') }];
  }
  return [
    { label: '用链接打开（带码）', testid: 'start-link', onSelect: onStartLink },
    { label: '停用机器人', testid: 'block-bot', danger: true, onSelect: () => act('block') },
  ];
}

/**
 * What is offered here the server may still refuse, as Telegram would; the refusal says why.
 * @param {Chat} chat
 * @param {number} personId
 * @param {Act} act
 * @param {() => void} onAddBot
 * @returns {MenuItem[]}
 */
function groupItems(chat, personId, act, onAddBot) {
  const here = { chat: chat.id };
  if (!isInside(statusIn(chat, personId))) {
    return [{ label: '加入这个群', testid: 'join-chat', onSelect: () => act('join', here) }];
  }
  /** @type {MenuItem[]} */
  const items = [];
  if (!isInside(chat.botStatus)) {
    items.push({ label: '把机器人拉进群', testid: 'menu-add-bot', onSelect: onAddBot });
  } else if (isAdminOf(chat, personId)) {
    items.push(
      chat.botStatus === 'administrator'
        ? { label: '取消机器人的管理员', testid: 'demote-bot', onSelect: () => act('demote-bot', here) }
        : { label: '设机器人为管理员', testid: 'promote-bot', onSelect: () => act('promote-bot', here) },
      chat.botStatus === 'restricted'
        ? {
            label: '解除机器人的禁言',
            testid: 'unrestrict-bot',
            onSelect: () => act('restrict-bot', { ...here, rights: { can_send_messages: true } }),
          }
        : {
            label: '禁言机器人',
            testid: 'restrict-bot',
            onSelect: () => act('restrict-bot', { ...here, rights: { can_send_messages: false } }),
          },
      { label: '移出机器人', testid: 'remove-bot', danger: true, onSelect: () => act('remove-bot', here) },
    );
  }
  if (chat.type === 'group' && statusIn(chat, personId) === 'creator') {
    items.push({ label: '升级为超级群', testid: 'upgrade-chat', onSelect: () => act('upgrade', here) });
  }
  items.push({ label: '退出这个群', testid: 'leave-chat', danger: true, onSelect: () => act('leave', here) });
  return items;
}

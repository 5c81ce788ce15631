// @ts-check
import { html, useState } from '/vendor/htm-preact.js';
import { Dialog } from './dialog.js';

/** @typedef {import('./types.js').Chat} Chat */

/**
 * Asks for the title and kind of a new group.
 * @param {{ who: string, onCreate: (title: string, kind: 'group' | 'supergroup' | 'channel') => void, onClose: () => void }} props
 */
export function NewGroupDialog({ who, onCreate, onClose }) {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState(/** @type {'group' | 'supergroup' | 'channel'} */ ('group'));
  return html`<${Dialog} title="新建群" confirm="新建" testid="new-group-dialog" onClose=${onClose} onConfirm=${() => title.trim() && onCreate(title.trim(), kind)}>
    <p>${who}是群主。建好以后，再把机器人拉进来。</p>
    <label class="field">群名
      <input type="text" required maxlength="128" value=${title} data-testid="new-group-title" placeholder="例如：秋月里业主群" onInput=${(/** @type {any} */ event) => setTitle(event.currentTarget.value)} />
    </label>
    <label class="field">种类
      <select value=${kind} data-testid="new-group-kind" onChange=${(/** @type {any} */ event) => setKind(event.currentTarget.value)}>
        <option value="group">普通群（人少，刚建好都是这种）</option>
        <option value="supergroup">超级群（人多，能设话题）</option>
        <option value="channel">频道（只有管理员能发）</option>
      </select>
    </label>
  <//>`;
}

/**
 * Asks which group the bot is to join, and with which binding link.
 * @param {{ groups: Chat[], payload: string, onAdd: (chatId: number, payload: string) => void, onClose: () => void }} props
 */
export function AddBotDialog({ groups, payload, onAdd, onClose }) {
  const [code, setCode] = useState(payload);
  const [chatId, setChatId] = useState(groups[0]?.id ?? 0);
  const [first] = groups;
  return html`<${Dialog} title="把机器人拉进群" confirm="拉进群" testid="add-bot-dialog" onClose=${onClose} onConfirm=${() => first && onAdd(chatId, code.trim())}>
    ${
      groups.length === 0
        ? html`<p>你还不在任何没有机器人的群里。先新建一个群，或者换一个人试试。</p>`
        : groups.length === 1 && first
          ? html`<p>群：<strong>${first.title}</strong></p>`
          : html`<label class="field">群
              <select value=${String(chatId)} data-testid="add-bot-chat" onChange=${(/** @type {any} */ event) => setChatId(Number(event.currentTarget.value))}>
                ${groups.map((group) => html`<option key=${group.id} value=${String(group.id)}>${group.title}</option>`)}
              </select>
            </label>`
    }
    <label class="field">绑定链接里的码（没有就空着）
      <input type="text" value=${code} data-testid="add-bot-payload" autocomplete="off" onInput=${(/** @type {any} */ event) => setCode(event.currentTarget.value)} />
      <small>相当于点了 t.me/…?startgroup=码 这样的链接进群。</small>
    </label>
  <//>`;
}

/**
 * Asks for the payload of a private start link.
 * @param {{ onStart: (payload: string) => void, onClose: () => void }} props
 */
export function StartLinkDialog({ onStart, onClose }) {
  const [payload, setPayload] = useState('');
  return html`<${Dialog} title="用链接打开机器人" confirm="打开" testid="start-link-dialog" onClose=${onClose} onConfirm=${() => onStart(payload.trim())}>
    <label class="field">链接里 ?start= 后面的码
      <input type="text" value=${payload} data-testid="start-payload" autocomplete="off" onInput=${(/** @type {any} */ event) => setPayload(event.currentTarget.value)} />
    </label>
  <//>`;
}

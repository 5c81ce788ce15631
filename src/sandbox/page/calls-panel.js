// @ts-check
import { html, useState } from '/vendor/htm-preact.js';
import { FaultsPanel } from './faults-panel.js';
import { Icon } from './icon.js';
import { timeOfDayWithSeconds } from './zone-time.js';

/** @typedef {import('./types.js').ApiCall} ApiCall */
/** @typedef {import('./types.js').SandboxState} SandboxState */

/**
 * Every Bot API call, newest first, and below it the faults that can be ordered.
 * @param {{ state: SandboxState, calls: ApiCall[], onChanged: () => void, onRefused: (sentence: string) => void, onClose: () => void }} props
 */
export function CallsPanel({ state, calls, onChanged, onRefused, onClose }) {
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [withPolling, setWithPolling] = useState(false);
  const shown = calls.filter(
    (call) => (withPolling || !isPolling(call) || failed(call)) && (!onlyErrors || failed(call)),
  );
  shown.reverse();

  return html`<aside class="panel calls" aria-label="机器人调用记录" data-testid="calls-panel">
    <header class="panel-head">
      <h2>机器人调用记录</h2>
      <button type="button" class="icon-button" aria-label="关上" data-testid="calls-close" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    <${FaultsPanel} state=${state} onChanged=${onChanged} onRefused=${onRefused} />
    <div class="calls-filter">
      <label><input type="checkbox" checked=${onlyErrors} data-testid="calls-only-errors" onChange=${() => setOnlyErrors(!onlyErrors)} />只看出错的</label>
      <label><input type="checkbox" checked=${withPolling} data-testid="calls-with-polling" onChange=${() => setWithPolling(!withPolling)} />也看取更新</label>
    </div>
    <ol class="call-list" data-testid="call-list">
      ${shown.map((call) => html`<${CallRow} key=${call.n} call=${call} state=${state} />`)}
      ${shown.length === 0 && html`<li class="panel-empty">还没有调用。跟机器人说句话，这里就有了。</li>`}
    </ol>
  </aside>`;
}

/** @param {ApiCall} call */
const failed = (call) => call.status < 200 || call.status >= 300;
/** Long polling comes every few seconds and says little. @param {ApiCall} call */
const isPolling = (call) => call.method.toLowerCase() === 'getupdates';

/** @param {{ call: ApiCall, state: SandboxState }} props */
function CallRow({ call, state }) {
  return html`<li class=${failed(call) ? 'failed' : ''} data-testid=${`call-${call.n}`}>
    <details>
      <summary>
        <span class="call-line">
          <strong>${call.method}</strong>
          <span class="call-status">${failed(call) ? (call.status > 0 ? `出错 ${call.status}` : '断了') : '成功'}</span>
        </span>
        <span class="call-line">
          <span class="call-chat">${chatName(state, call.chat)}</span>
          <span>${Math.round(call.durationMs)} 毫秒 · ${timeOfDayWithSeconds(new Date(call.at), state.zone)}</span>
        </span>
        ${call.description && failed(call) && html`<span class="call-description">${call.description}</span>`}
      </summary>
      <pre tabindex="0">${JSON.stringify(call.params, null, 2)}</pre>
    </details>
  </li>`;
}

/**
 * @param {SandboxState} state
 * @param {number | undefined} chatId
 */
function chatName(state, chatId) {
  if (chatId === undefined || chatId === null) return '';
  const person = state.people.find((one) => one.id === Number(chatId));
  if (person) return `${person.name}的私聊`;
  return state.chats.find((chat) => chat.id === Number(chatId))?.title ?? String(chatId);
}

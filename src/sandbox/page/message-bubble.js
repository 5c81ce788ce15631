// @ts-check
import { html } from '/vendor/htm-preact.js';
import { Avatar, nameColour } from './avatar.js';
import { Icon } from './icon.js';
import { MessageButtons } from './message-buttons.js';
import { MessageMedia } from './message-media.js';
import { MessagePoll } from './message-poll.js';
import { timeOfDay } from './zone-time.js';

/** @typedef {import('./types.js').Message} Message */

/**
 * What can be done with a message; the same object for all messages of a chat.
 * @typedef {{
 *   reply: (message: Message) => void,
 *   edit: (message: Message) => void,
 *   remove: (message: Message) => void,
 *   press: (message: Message, row: number, col: number) => Promise<unknown>,
 *   vote: (message: Message, options: number[]) => void,
 *   retract: (message: Message) => void,
 *   link: (url: string) => void,
 *   copy: (text: string) => void,
 *   jump: (messageId: number) => void,
 * }} MessageActions
 */

/**
 * One message. `startsRun`: the sender changed, so name and avatar are shown.
 * @param {{
 *   message: Message,
 *   personId: number,
 *   zone: string,
 *   inGroup: boolean,
 *   startsRun: boolean,
 *   canWrite: boolean,
 *   canDelete: boolean,
 *   actions: MessageActions,
 * }} props
 */
export function MessageBubble({ message, personId, zone, inGroup, startsRun, canWrite, canDelete, actions }) {
  const own = message.from?.id === personId;
  const sender = message.from;
  const showsName = inGroup && !own && startsRun && sender !== null;
  const time = timeOfDay(new Date(message.date), zone);

  return html`<li
    class=${`message ${own ? 'own' : ''} ${startsRun ? 'starts-run' : ''} ${message.deleted ? 'deleted' : ''}`}
    id=${`message-${message.id}`}
    data-testid=${`message-${message.id}`}
    data-from=${sender?.isBot ? 'bot' : (sender?.id ?? '')}
  >
    ${
      inGroup &&
      !own &&
      html`<span class="message-avatar">${startsRun && sender && html`<${Avatar} id=${sender.id} name=${sender.name} kind=${sender.isBot ? 'bot' : 'person'} />`}</span>`
    }
    <div class="message-column">
      <div class="bubble-line">
        <article class=${`bubble ${message.media?.kind === 'photo' ? 'has-photo' : ''}`} aria-label=${`${own ? '我' : (sender?.name ?? '')} ${time}`}>
          ${showsName && html`<p class=${`sender ${nameColour(sender.id, sender.isBot)}`}>${sender.name}${sender.isBot && html`<span class="bot-tag">机器人</span>`}</p>`}
          ${
            message.replyTo &&
            html`<button type="button" class="quote" onClick=${() => message.replyTo && actions.jump(message.replyTo.id)}>
              <span class="hidden-label">回复：</span>${message.replyTo.text || '一条消息'}
            </button>`
          }
          ${message.media && html`<${MessageMedia} media=${message.media} />`}
          ${
            message.poll &&
            html`<${MessagePoll}
              poll=${message.poll}
              personId=${personId}
              onVote=${(/** @type {number[]} */ options) => actions.vote(message, options)}
              onRetract=${() => actions.retract(message)}
            />`
          }
          <div class="bubble-end">
          ${message.html && html`<div class="message-text" onClick=${(/** @type {MouseEvent} */ event) => followInside(event, actions)} dangerouslySetInnerHTML=${{ __html: message.html }}></div>`}
          <p class="stamp">
            ${message.deleted && html`<span class="mark" data-testid="deleted-mark">已删除</span>`}
            ${message.edited && !message.deleted && html`<span class="mark" data-testid="edited-mark">已编辑</span>`}
            <time datetime=${message.date}>${time}</time>
          </p>
          </div>
        </article>
        ${
          !message.deleted &&
          html`<span class="message-actions">
            ${canWrite && html`<button type="button" class="mini-button" title="回复" aria-label="回复" data-testid="reply-button" onClick=${() => actions.reply(message)}><${Icon} name="reply" /></button>`}
            ${canWrite && own && message.text && !message.media && html`<button type="button" class="mini-button" title="修改" aria-label="修改" data-testid="edit-button" onClick=${() => actions.edit(message)}><${Icon} name="edit" /></button>`}
            ${canDelete && html`<button type="button" class="mini-button" title="删除" aria-label="删除" data-testid="delete-button" onClick=${() => actions.remove(message)}><${Icon} name="delete" /></button>`}
          </span>`
        }
      </div>
      ${
        message.buttons.length > 0 &&
        !message.deleted &&
        html`<${MessageButtons}
          rows=${message.buttons}
          onPress=${(/** @type {number} */ row, /** @type {number} */ col) => actions.press(message, row, col)}
          onLink=${actions.link}
          onCopy=${actions.copy}
        />`
      }
    </div>
  </li>`;
}

/**
 * Links lead where Telegram would take them, code is copied, a spoiler is uncovered.
 * @param {MouseEvent} event
 * @param {MessageActions} actions
 */
function followInside(event, actions) {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest('a[href]');
  if (link) {
    event.preventDefault();
    return actions.link(link.getAttribute('href') ?? '');
  }
  const code = event.target.closest('code, pre');
  if (code) return actions.copy(code.textContent ?? '');
  event.target.closest('.spoiler, .tg-spoiler, tg-spoiler')?.classList.add('shown');
}

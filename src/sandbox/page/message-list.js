// @ts-check
import { html, useLayoutEffect, useRef } from '/vendor/htm-preact.js';
import { MessageBubble } from './message-bubble.js';
import { shortDay } from './zone-time.js';

/** @typedef {import('./types.js').Message} Message */

const RUN_GAP_MS = 5 * 60_000;

/**
 * The messages of a chat, the newest at the lower edge and in view.
 * @param {{
 *   messages: Message[],
 *   personId: number,
 *   zone: string,
 *   inGroup: boolean,
 *   canWrite: boolean,
 *   canDelete: boolean,
 *   emptyHint: string,
 *   actions: import('./message-bubble.js').MessageActions,
 * }} props
 */
export function MessageList({ messages, personId, zone, inGroup, canWrite, canDelete, emptyHint, actions }) {
  const scroller = useRef(/** @type {HTMLElement | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const newest = messages.at(-1);

  // A new message always comes into view; an edit of an old one leaves the reader where they are.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [newest?.id, messages.length === 0]);

  // Pictures and a growing input box change heights after the fact: who was at the end stays there.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !list.current) return;
    let atEnd = true;
    const noteEnd = () => {
      atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    };
    const sizes = new ResizeObserver(() => {
      if (atEnd) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', noteEnd, { passive: true });
    sizes.observe(element);
    sizes.observe(list.current);
    return () => {
      element.removeEventListener('scroll', noteEnd);
      sizes.disconnect();
    };
  }, []);

  let lastDay = '';
  /** @type {Message | null} */
  let previous = null;
  const rows = messages.map((message) => {
    const day = shortDay(new Date(message.date), zone);
    const newDay = day !== lastDay;
    const startsRun = newDay || !continues(previous, message);
    lastDay = day;
    previous = message;
    return [
      newDay && html`<li class="day" key=${`day-${message.id}`}><span>${day}</span></li>`,
      message.service !== null
        ? html`<li class="service" key=${message.id} id=${`message-${message.id}`} data-testid=${`message-${message.id}`}><span>${message.service}</span></li>`
        : html`<${MessageBubble}
            key=${message.id}
            message=${message}
            personId=${personId}
            zone=${zone}
            inGroup=${inGroup}
            startsRun=${startsRun}
            canWrite=${canWrite}
            canDelete=${canDelete}
            actions=${actions}
          />`,
    ];
  });

  return html`<div class="messages" ref=${scroller} tabindex="0" role="log" aria-label="聊天记录" data-testid="messages">
    <ul ref=${list}>
      ${rows}
      ${messages.length === 0 && emptyHint && html`<li class="empty-chat"><span>${emptyHint}</span></li>`}
    </ul>
  </div>`;
}

/**
 * @param {Message | null} previous
 * @param {Message} message
 */
function continues(previous, message) {
  return (
    previous !== null &&
    previous.service === null &&
    previous.from?.id === message.from?.id &&
    Date.parse(message.date) - Date.parse(previous.date) < RUN_GAP_MS
  );
}

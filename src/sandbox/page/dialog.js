// @ts-check
import { html, useEffect, useRef } from '/vendor/htm-preact.js';

/**
 * A modal question with one or more fields. The browser keeps the focus inside and closes it on Escape.
 * @param {{ title: string, confirm: string, testid: string, children?: unknown, onConfirm: () => void, onClose: () => void }} props
 */
export function Dialog({ title, confirm, testid, children, onConfirm, onClose }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => element.current?.showModal(), []);

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    onConfirm();
  }

  return html`<dialog ref=${element} class="dialog" aria-label=${title} data-testid=${testid} onClose=${onClose}>
    <form onSubmit=${submit}>
      <h2>${title}</h2>
      ${children}
      <div class="dialog-buttons">
        <button type="button" class="button" data-testid="dialog-cancel" onClick=${() => element.current?.close()}>取消</button>
        <button type="submit" class="button button-primary" data-testid="dialog-confirm">${confirm}</button>
      </div>
    </form>
  </dialog>`;
}

/**
 * A sentence that waits until it was read: what a bot's alert is in Telegram.
 * @param {{ text: string, onClose: () => void }} props
 */
export function AlertDialog({ text, onClose }) {
  const element = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => element.current?.showModal(), []);
  return html`<dialog ref=${element} class="dialog" aria-label="机器人的提示" data-testid="alert" onClose=${onClose}>
    <form method="dialog">
      <p class="alert-text">${text}</p>
      <div class="dialog-buttons">
        <button type="submit" class="button button-primary" data-testid="alert-ok">知道了</button>
      </div>
    </form>
  </dialog>`;
}

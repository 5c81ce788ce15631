// @ts-check
import { html, useCallback, useRef, useState } from '/vendor/htm-preact.js';

/** @typedef {import('./types.js').Toast} Toast */

const SHOWN_MS = 5000;

/** Short sentences that come and go at the lower edge. */
export function useToasts() {
  const [toasts, setToasts] = useState(/** @type {Toast[]} */ ([]));
  const nextId = useRef(1);
  const show = useCallback((/** @type {string} */ text, /** @type {Toast['kind']} */ kind = 'info') => {
    const id = nextId.current++;
    setToasts((shown) => [...shown.slice(-2), { id, text, kind }]);
    setTimeout(() => setToasts((shown) => shown.filter((toast) => toast.id !== id)), SHOWN_MS);
  }, []);
  return { toasts, show };
}

/** @param {{ toasts: Toast[] }} props */
export function Toasts({ toasts }) {
  return html`<div class="toasts" role="status" aria-live="polite" data-testid="toasts">
    ${toasts.map((toast) => html`<p key=${toast.id} class=${`toast toast-${toast.kind}`} data-testid="toast">${toast.text}</p>`)}
  </div>`;
}

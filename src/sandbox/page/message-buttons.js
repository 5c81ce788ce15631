// @ts-check
import { html, useState } from '/vendor/htm-preact.js';
import { Icon } from './icon.js';

/** @typedef {import('./types.js').InlineButton} InlineButton */

/**
 * The inline keyboard below a message.
 * @param {{
 *   rows: InlineButton[][],
 *   onPress: (row: number, col: number) => Promise<unknown>,
 *   onLink: (url: string) => void,
 *   onCopy: (text: string) => void,
 * }} props
 */
export function MessageButtons({ rows, onPress, onLink, onCopy }) {
  const [busy, setBusy] = useState(/** @type {string | null} */ (null));

  /** @param {InlineButton} button @param {number} row @param {number} col */
  async function press(button, row, col) {
    if (button.kind === 'url' && button.url) return onLink(button.url);
    if (button.kind === 'copy') return onCopy(button.copyText ?? button.text);
    setBusy(`${row}-${col}`);
    await onPress(row, col);
    setBusy(null);
  }

  return html`<div class="inline-keyboard">
    ${rows.map(
      (row, rowIndex) => html`<div class="inline-row" key=${rowIndex}>
        ${row.map(
          (button, col) => html`<button
            key=${col}
            type="button"
            class=${`inline-button style-${button.style ?? 'plain'} ${busy === `${rowIndex}-${col}` ? 'busy' : ''}`}
            disabled=${button.kind === 'disabled'}
            data-testid=${`button-${rowIndex}-${col}`}
            onClick=${() => press(button, rowIndex, col)}
          >
            <span>${button.text}</span>
            ${button.kind === 'url' && html`<${Icon} name="link" />`}
            ${button.kind === 'copy' && html`<${Icon} name="copy" />`}
          </button>`,
        )}
      </div>`,
    )}
  </div>`;
}

// @ts-check
import { html } from '/vendor/htm-preact.js';

/**
 * The bot's keyboard below the input box: a press sends the words on the key.
 * @param {{ rows: (string | { text: string })[][], onPress: (text: string) => void }} props
 */
export function ReplyKeyboard({ rows, onPress }) {
  return html`<div class="reply-keyboard" role="group" aria-label="机器人给的快捷键" data-testid="reply-keyboard">
    ${rows.map(
      (row, rowIndex) => html`<div class="inline-row" key=${rowIndex}>
        ${row.map((key, col) => {
          const text = typeof key === 'string' ? key : key.text;
          return html`<button key=${col} type="button" class="reply-key" data-testid=${`key-${rowIndex}-${col}`} onClick=${() => onPress(text)}>${text}</button>`;
        })}
      </div>`,
    )}
  </div>`;
}

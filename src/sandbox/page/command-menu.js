// @ts-check
import { html } from '/vendor/htm-preact.js';

/** @typedef {import('./types.js').Command} Command */

/**
 * The commands that begin with what was typed, above the input box.
 * @param {{ commands: Command[], chosen: number, onChoose: (command: Command) => void }} props `chosen` -1: none
 */
export function CommandMenu({ commands, chosen, onChoose }) {
  return html`<ul class="command-menu" role="listbox" aria-label="命令" data-testid="command-menu">
    ${commands.map(
      (command, index) => html`<li
        key=${command.command}
        role="option"
        id=${`command-${index}`}
        aria-selected=${index === chosen}
        data-testid=${`command-${command.command}`}
        onPointerDown=${(/** @type {Event} */ event) => event.preventDefault()}
        onClick=${() => onChoose(command)}
      >
        <strong>/${command.command}</strong><span>${command.description}</span>
      </li>`,
    )}
    ${commands.length === 0 && html`<li class="none">机器人在这里没有登记命令，直接打字也行。</li>`}
  </ul>`;
}

/**
 * @param {Command[]} commands
 * @param {string} text what stands in the input box
 * @returns {Command[] | null} null when the text is not the beginning of a command
 */
export function matchingCommands(commands, text) {
  const typed = /^\/([a-z0-9_]*)$/i.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return null;
  const found = commands.filter((command) => command.command.startsWith(typed));
  return found.length > 0 || typed === '' ? found : null;
}

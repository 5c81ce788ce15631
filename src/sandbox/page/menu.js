// @ts-check
import { html, useEffect, useLayoutEffect, useRef, useState } from '/vendor/htm-preact.js';
import { Icon } from './icon.js';

/** @typedef {{ label: string, testid: string, danger?: boolean, onSelect: () => void }} MenuItem */

/**
 * A button with a list of actions below it; arrow keys move, Escape closes and returns the focus.
 * @param {{ label: string, testid: string, items: MenuItem[] }} props
 */
export function Menu({ label, testid, items }) {
  const [open, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));

  // Before the next key can be pressed, or it would act on the button.
  useLayoutEffect(() => {
    if (open) itemsOf(root.current)[0]?.focus();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    /** @param {Event} event */
    const closeOutside = (event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (!open) return;
    const buttons = itemsOf(root.current);
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      if (event.key === 'Escape') root.current?.querySelector('button')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
  }

  return html`<div class="menu" ref=${root} onKeyDown=${onKeyDown}>
    <button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      aria-expanded=${open}
      aria-label=${label}
      title=${label}
      data-testid=${testid}
      onClick=${() => setOpen(!open)}
    >
      <${Icon} name="more" />
    </button>
    ${
      open &&
      html`<ul class="menu-list" role="menu">
        ${items.map(
          (item) => html`<li key=${item.testid} role="none">
            <button
              type="button"
              role="menuitem"
              class=${item.danger ? 'danger' : ''}
              data-testid=${item.testid}
              onClick=${() => {
                setOpen(false);
                item.onSelect();
              }}
            >
              ${item.label}
            </button>
          </li>`,
        )}
      </ul>`
    }
  </div>`;
}

/**
 * @param {HTMLElement | null} menu
 * @returns {HTMLElement[]}
 */
function itemsOf(menu) {
  return menu ? Array.from(menu.querySelectorAll('li button')).filter((item) => item instanceof HTMLElement) : [];
}

// @ts-check
import { html } from '/vendor/htm-preact.js';

/** Drawn here because a machine may have no emoji font, and nothing is loaded from elsewhere. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  close: 'M6 6l12 12M18 6L6 18',
  delete: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.300 10.500v5.500M13.700 10.500v5.500',
  edit: 'M4 20h4L19.500 8.500l-4-4L4 16zM13.500 6.500l4 4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  attach:
    'M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.500-8.500a3.400 3.400 0 0 1 4.800 4.800l-8.400 8.400a1.700 1.700 0 0 1-2.400-2.400l7.400-7.400',
  keyboard: 'M3 7h18v11H3zM7 10.500h.01M10.300 10.500h.01M13.700 10.500h.01M17 10.500h.01M8 14.500h8',
  link: 'M9 15l6-6M10 6.500l1-1a4.200 4.200 0 0 1 6 6l-1 1M14 17.500l-1 1a4.200 4.200 0 0 1-6-6l1-1',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  list: 'M5 6.500h14M5 12h14M5 17.500h9',
  more: 'M12 5.500h.01M12 12h.01M12 18.500h.01',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 6L4.500 11.500 10 17M5 11.500h8.500a6 6 0 0 1 6 6V19',
  send: 'M4 12l16-8-5.500 16-3-6.500zM11.500 13.500L20 4',
  slash: 'M4 4h16v16H4zM14.500 8l-5 8',
  star: 'M12 3.500l2.500 5.400 5.900.700-4.400 4 1.200 5.800-5.200-2.900-5.200 2.900L8 13.600l-4.400-4 5.900-.700z',
  bolt: 'M13 3L5 13.500h6L10 21l8.500-11H13z',
};

/** @param {{ name: keyof typeof PATHS }} props */
export function Icon({ name }) {
  return html`<svg class=${`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
}

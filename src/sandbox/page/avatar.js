// @ts-check
import { html } from '/vendor/htm-preact.js';

const COLOURS = 8;

/**
 * A round letter in a colour that stays with its owner.
 * @param {{ id: number, name: string, kind?: 'person' | 'bot' | 'group' }} props
 */
export function Avatar({ id, name, kind = 'person' }) {
  const colour = kind === 'bot' ? 'bot' : Math.abs(id) % COLOURS;
  return html`<span class=${`avatar avatar-${kind} colour-${colour}`} aria-hidden="true">${Array.from(name)[0] ?? '?'}</span>`;
}

/** The class that colours a sender's name like their avatar. @param {number} id @param {boolean} isBot */
export const nameColour = (id, isBot) => (isBot ? 'name-bot' : `name-${Math.abs(id) % COLOURS}`);

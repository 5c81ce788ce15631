import { oneLine, saysSomething } from '../content/one-line.js';
import { codePoints } from '../content/telegram-text.js';

/** In characters, as people count them. */
const LABEL_MAX_LENGTH = 20;

/** As many digits as no title has, but every phone number. */
const TOO_MANY_DIGITS = 6;

export type ReadLabel = { kind: 'label'; label: string } | { kind: 'problem'; problem: 'empty' | 'long' | 'number' };

/** What colleagues are to call somebody, as it was typed. */
export function readLabel(text: string): ReadLabel {
  const label = oneLine(text);
  if (!saysSomething(label)) return { kind: 'problem', problem: 'empty' };
  if ((label.match(/\p{Nd}/gu) ?? []).length >= TOO_MANY_DIGITS) return { kind: 'problem', problem: 'number' };
  if (codePoints(label) > LABEL_MAX_LENGTH) return { kind: 'problem', problem: 'long' };
  return { kind: 'label', label };
}

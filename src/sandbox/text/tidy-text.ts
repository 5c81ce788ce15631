import type { MarkedText } from './parse-html.js';

/** Characters Telegram drops or turns into a space (tdlib/td: clean_input_string). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are dropped
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u2028-\u202e]/gu;

/** The limits count Unicode code points, after the markup is taken off (tdlib/td: utf8_length). */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * A text as Telegram keeps it: no carriage returns, no control characters, no white space around it; entities move
 * along and those with nothing left are gone (tdlib/td: fix_formatted_text).
 */
export function tidyText(marked: MarkedText): MarkedText {
  const { text } = marked;
  const keep: boolean[] = Array.from({ length: text.length }, () => true);
  let cleaned = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\r' || (character >= '\u2028' && character <= '\u202e')) keep[index] = false;
    else cleaned += character.replace(CONTROL, ' ').replace('\t', ' ');
  }
  const leading = cleaned.length - cleaned.trimStart().length;
  const body = cleaned.trim();
  const placeOf = (offset: number) => {
    let kept = 0;
    for (let index = 0; index < offset; index += 1) kept += keep[index] ? 1 : 0;
    return Math.min(Math.max(kept - leading, 0), body.length);
  };
  const entities = marked.entities.flatMap((entity) => {
    const offset = placeOf(entity.offset);
    const length = placeOf(entity.offset + entity.length) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  return { text: body, entities };
}

import { decodeCharacterReference } from './character-reference.js';

/** Markup the Bot API refuses; the message is Telegram's own detail, such as `Unclosed start tag at byte offset 3`. */
export class MarkupError extends Error {
  override name = 'MarkupError';
}

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);

/** White space as the server sees it; the end of the text counts too. */
const isGap = (character: string | undefined) => character === undefined || ' \t\r\n\v\0'.includes(character);

/** @returns where the text goes on @throws MarkupError unless it closes the expected tag */
export function readEndTag(
  html: string,
  start: number,
  expected: string,
  bytesBefore: (index: number) => number,
): number {
  let index = start + 2;
  while (!isGap(html[index]) && html[index] !== '>') index += 1;
  const name = html.slice(start + 2, index);
  while (index < html.length && isGap(html[index])) index += 1;
  if (html[index] !== '>') throw new MarkupError(`Unclosed end tag at byte offset ${bytesBefore(start)}`);
  if (name !== '' && name.toLowerCase() !== expected) {
    throw new MarkupError(
      `Unmatched end tag at byte offset ${bytesBefore(start)}, expected "</${expected}>", found "</${name}>"`,
    );
  }
  return index + 1;
}

/** @param bytesBefore the UTF-8 length before an index @throws MarkupError as Telegram words it */
export function readStartTag(
  html: string,
  start: number,
  bytesBefore: (index: number) => number,
): { name: string; argument: string; end: number } {
  const at = ` at byte offset ${bytesBefore(start)}`;
  let index = start + 1;
  while (!isGap(html[index]) && html[index] !== '>') index += 1;
  if (index >= html.length) throw new MarkupError(`Unclosed start tag${at}`);
  const name = html.slice(start + 1, index).toLowerCase();
  if (!TAGS.has(name)) throw new MarkupError(`Unsupported start tag "${name}"${at}`);

  const attributes = new Map<string, string>();
  while (html[index] !== '>') {
    while (index < html.length && isGap(html[index])) index += 1;
    if (html[index] === '>') break;
    const nameStart = index;
    while (!isGap(html[index]) && html[index] !== '=' && html[index] !== '>') index += 1;
    const attribute = html.slice(nameStart, index).toLowerCase();
    if (attribute === '') {
      throw new MarkupError(
        index >= html.length ? `Unclosed start tag "${name}"${at}` : `Empty attribute name in the tag "${name}"${at}`,
      );
    }
    while (index < html.length && isGap(html[index])) index += 1;
    if (html[index] !== '=') {
      if (index >= html.length) throw new MarkupError(`Unclosed start tag "${name}"${at}`);
      attributes.set(attribute, '');
      continue;
    }
    index += 1;
    while (index < html.length && isGap(html[index])) index += 1;
    if (index >= html.length) throw new MarkupError(`Unclosed start tag "${name}"${at}`);
    const value = readAttributeValue(html, index, bytesBefore);
    index = value.end;
    if (index >= html.length) throw new MarkupError(`Unclosed start tag${at}`);
    attributes.set(attribute, value.text);
  }
  const argument = argumentOf(name, attributes);
  if (name === 'span' && argument !== 'spoiler') {
    throw new MarkupError(`Tag "span" must have class "tg-spoiler"${at}`);
  }
  return { name, argument, end: index + 1 };
}

function readAttributeValue(
  html: string,
  start: number,
  bytesBefore: (index: number) => number,
): { text: string; end: number } {
  const quote = html[start];
  if (quote !== '"' && quote !== "'") {
    const token = /^[A-Za-z0-9.-]*/.exec(html.slice(start))?.[0] ?? '';
    const end = start + token.length;
    if (!isGap(html[end]) && html[end] !== '>') {
      throw new MarkupError(`Unexpected end of name token at byte offset ${bytesBefore(start)}`);
    }
    return { text: token.toLowerCase(), end };
  }
  let text = '';
  let index = start + 1;
  while (index < html.length && html[index] !== quote) {
    const reference = html[index] === '&' ? decodeCharacterReference(html, index) : null;
    text += reference ? String.fromCodePoint(reference.codePoint) : html[index];
    index = reference ? reference.end : index + 1;
  }
  return { text, end: index + 1 };
}

/** Of all attributes the one that matters to the tag; others are ignored. */
function argumentOf(tag: string, attributes: Map<string, string>): string {
  switch (tag) {
    case 'a':
      return attributes.get('href') ?? '';
    case 'code':
      return /^language-(.*)$/s.exec(attributes.get('class') ?? '')?.[1] ?? '';
    case 'span':
      return /^tg-(.*)$/s.exec(attributes.get('class') ?? '')?.[1] ?? '';
    case 'tg-emoji':
      return attributes.get('emoji-id') ?? '';
    case 'tg-time':
      return attributes.get('unix') ?? '';
    case 'blockquote':
      return attributes.has('expandable') ? 'expandable' : '';
    default:
      return '';
  }
}

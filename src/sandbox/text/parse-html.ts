import type { MessageEntity } from 'grammy/types';
import { decodeCharacterReference } from './character-reference.js';
import { checkedLink, mentionedUserId } from './checked-link.js';

/** Markup the Bot API refuses; the message is Telegram's own detail, such as `Unclosed start tag at byte offset 3`. */
export class MarkupError extends Error {
  override name = 'MarkupError';
}

/** Text without markup, with entities whose offsets and lengths count UTF-16 units (Bot API: MessageEntity). */
export interface MarkedText {
  text: string;
  entities: MessageEntity[];
}

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);

const PLAIN_ENTITY: Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

interface OpenTag {
  name: string;
  /** The one attribute that counts for this tag: href, language, emoji id …; empty for none. */
  argument: string;
  offset: number;
}

/**
 * Reads the Bot API's HTML (Bot API: HTML style; tdlib/td: parse_html). Offsets in errors are UTF-8 bytes of the input.
 * @throws MarkupError as Telegram words it
 */
export function parseHtml(html: string): MarkedText {
  const bytesBefore = (index: number) => Buffer.byteLength(html.slice(0, index));
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let index = 0;

  while (index < html.length) {
    const character = html[index];
    if (character === '&') {
      const reference = decodeCharacterReference(html, index);
      if (reference) {
        text += String.fromCodePoint(reference.codePoint);
        index = reference.end;
        continue;
      }
    }
    if (character !== '<') {
      text += character;
      index += 1;
      continue;
    }
    if (html[index + 1] === '/') {
      const start = index;
      const tag = open.pop();
      if (!tag) throw new MarkupError(`Unexpected end tag at byte offset ${bytesBefore(start)}`);
      index = readEndTag(html, start, tag.name, bytesBefore);
      if (text.length > tag.offset) addEntity(entities, tag, text);
    } else {
      const tag = readStartTag(html, index, bytesBefore);
      open.push({ ...tag, offset: text.length });
      index = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new MarkupError(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  if (/\p{Surrogate}/u.test(text)) {
    throw new MarkupError(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    );
  }
  return { text, entities };
}

/** White space as the server sees it; the end of the text counts too. */
const isGap = (character: string | undefined) => character === undefined || ' \t\r\n\v\0'.includes(character);

function readEndTag(html: string, start: number, expected: string, bytesBefore: (index: number) => number): number {
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

function readStartTag(
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

function addEntity(entities: MessageEntity[], tag: OpenTag, text: string): void {
  const span = { offset: tag.offset, length: text.length - tag.offset };
  const plain = PLAIN_ENTITY[tag.name];
  if (plain) {
    entities.push({ type: plain, ...span });
    return;
  }
  switch (tag.name) {
    case 'a': {
      const href = tag.argument || text.slice(tag.offset);
      const userId = mentionedUserId(href);
      // The person is filled in by whoever knows the people (formatted-text.ts).
      if (userId !== null) entities.push({ type: 'text_mention', ...span, user: { id: userId } } as MessageEntity);
      else {
        const url = checkedLink(href);
        if (url !== null) entities.push({ type: 'text_link', ...span, url });
      }
      return;
    }
    case 'code':
      entities.push({ type: 'code', ...span, ...(tag.argument ? { language: tag.argument } : {}) } as MessageEntity);
      return;
    case 'pre': {
      const inner = entities.at(-1) as (MessageEntity & { language?: string }) | undefined;
      if (inner?.type === 'code' && inner.offset === span.offset && inner.length === span.length) {
        entities.pop();
        entities.push({ type: 'pre', ...span, ...(inner.language ? { language: inner.language } : {}) });
      } else entities.push({ type: 'pre', ...span });
      return;
    }
    case 'blockquote':
      entities.push({ type: tag.argument ? 'expandable_blockquote' : 'blockquote', ...span });
      return;
    case 'tg-emoji':
      if (!/^[1-9]\d*$/.test(tag.argument)) throw new MarkupError('Invalid custom emoji identifier specified');
      entities.push({ type: 'custom_emoji', ...span, custom_emoji_id: tag.argument });
      return;
    case 'tg-time':
      entities.push({ type: 'date_time', ...span, unix_time: Number(tag.argument) } as unknown as MessageEntity);
  }
}

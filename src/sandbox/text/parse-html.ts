import type { MessageEntity } from 'grammy/types';
import { decodeCharacterReference } from './character-reference.js';
import { checkedLink, mentionedUserId } from './checked-link.js';
import { MarkupError, readEndTag, readStartTag } from './read-html-tag.js';

/** Text without markup, with entities whose offsets and lengths count UTF-16 units (Bot API: MessageEntity). */
export interface MarkedText {
  text: string;
  entities: MessageEntity[];
}

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

import type { MessageEntity } from 'grammy/types';

/** What Telegram finds in plain text by itself (tdlib/td: find_entities), the most telling first. */
const PATTERNS: { type: 'bot_command' | 'url' | 'email' | 'mention' | 'hashtag'; pattern: RegExp }[] = [
  { type: 'email', pattern: /[a-z0-9.+_-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}/giu },
  {
    type: 'url',
    pattern:
      /(?:https?:\/\/[^\s<>"'，。；！？（）《》、]+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|cn|me|gov|edu|io|info)(?:\/[^\s<>"'，。；！？（）《》、]*)?)/giu,
  },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/giu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_])@[a-z0-9_]{3,32}(?![\p{L}\p{N}_])/giu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/giu },
];

const FINAL_PUNCTUATION = /[.,:;!?)\]]+$/;

/**
 * The entities a text gets by itself: commands, mentions, hashtags, links and e-mail addresses, in the text's order.
 * What lies inside a known entity that is a link or code stays as it is.
 */
export function findEntities(text: string, known: readonly MessageEntity[] = []): MessageEntity[] {
  const taken = known
    .filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'].includes(type))
    .map(({ offset, length }) => [offset, offset + length] as const);
  const found: MessageEntity[] = [];
  for (const { type, pattern } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const length = (type === 'url' ? match[0].replace(FINAL_PUNCTUATION, '') : match[0]).length;
      const start = match.index;
      if (taken.some(([from, to]) => start < to && start + length > from)) continue;
      taken.push([start, start + length]);
      found.push({ type, offset: start, length });
    }
  }
  return sortEntities([...known, ...found]);
}

/** By place, the longer first where two begin together (tdlib/td: MessageEntity::operator<). */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
}

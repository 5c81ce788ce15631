import type { MediaKind, TextMark, WrittenBody } from '../delivery/notice-body.js';

/** What a person sent to the bot to be passed on, stripped to what decides. */
export interface Written {
  /** the text, or the caption of media; empty when there is none */
  text: string;
  marks: { type: string; offset: number; length: number; url?: string; language?: string }[];
  /** null for a plain text */
  media: { kind: MediaKind; fileId: string; sizeBytes: number | null } | null;
  /** part of an album: Telegram sends its pieces one by one, without saying which is the last */
  inAlbum: boolean;
  /** a kind that cannot be passed on: a video, a sticker, a place, a contact … */
  isOther: boolean;
}

export type BodyProblem =
  | { kind: 'other' }
  | { kind: 'album' }
  | { kind: 'empty' }
  | { kind: 'text-too-long'; length: number; limit: number }
  | { kind: 'caption-too-long'; length: number; limit: number }
  | { kind: 'file-too-big'; megabytes: number; limit: number };

/** Bot API, sendMessage and sendPhoto: lengths after entity parsing; the server counts code points. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
/** Bot API, "Sending files": 50 MB for bots; larger ones would also cost residents dearly on the phone. */
export const FILE_LIMIT_MEGABYTES = 50;

const MEGABYTE = 1024 * 1024;

/**
 * Formatting that is passed on. Names of people (text_mention) are not, nor what Telegram finds again by itself
 * (links, hashtags, numbers), nor custom emoji, which bots may not send.
 */
const MARKS: readonly TextMark['type'][] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
];

/** What would be sent, or why it cannot be. */
export function checkedBody(written: Written): { body: WrittenBody } | { problem: BodyProblem } {
  const { text, media } = written;
  if (written.isOther) return { problem: { kind: 'other' } };
  if (written.inAlbum) return { problem: { kind: 'album' } };
  const length = [...text].length;
  const marks = written.marks.flatMap(keptMark);
  if (media === null) {
    if (text.trim() === '') return { problem: { kind: 'empty' } };
    if (length > TEXT_LIMIT) return { problem: { kind: 'text-too-long', length, limit: TEXT_LIMIT } };
    return { body: { kind: 'message', text, marks } };
  }
  if (length > CAPTION_LIMIT) return { problem: { kind: 'caption-too-long', length, limit: CAPTION_LIMIT } };
  const megabytes = Math.ceil((media.sizeBytes ?? 0) / MEGABYTE);
  if (megabytes > FILE_LIMIT_MEGABYTES) {
    return { problem: { kind: 'file-too-big', megabytes, limit: FILE_LIMIT_MEGABYTES } };
  }
  return { body: { kind: media.kind, fileId: media.fileId, caption: text, marks } };
}

function keptMark(mark: Written['marks'][number]): TextMark[] {
  const type = MARKS.find((known) => known === mark.type);
  if (!type) return [];
  const { offset, length } = mark;
  if (type === 'text_link') return mark.url ? [{ type, offset, length, url: mark.url }] : [];
  return [{ type, offset, length, ...(type === 'pre' && mark.language ? { language: mark.language } : {}) }];
}

/** Characters of a notice's title in lists. */
const TITLE_LENGTH = 20;

/** How a notice is called in lists: its first line, shortened; empty for media without a caption. */
export function titleOf(body: WrittenBody): string {
  const text = body.kind === 'message' ? body.text : body.caption;
  const line = [...(text.trim().split('\n')[0] ?? '')];
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1).join('')}…` : line.join('');
}

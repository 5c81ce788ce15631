/** A stretch of formatting in a text, as the Bot API's MessageEntity counts it: offset and length in UTF-16 units. */
export interface TextMark {
  type:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strikethrough'
    | 'spoiler'
    | 'blockquote'
    | 'expandable_blockquote'
    | 'code'
    | 'pre'
    | 'text_link';
  offset: number;
  length: number;
  /** text_link only */
  url?: string;
  /** pre only */
  language?: string;
}

/** Kinds of media a person's notice can carry; the file stays with Telegram and is sent again by its id. */
export const MEDIA_KINDS = ['photo', 'voice', 'document'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** From the content pack. */
export type PackBody =
  | { kind: 'text'; html: string }
  | { kind: 'quiz'; question: string; options: string[]; correctOption: number; explanation: string };

/** As a person wrote it to the bot. */
export type WrittenBody =
  | { kind: 'message'; text: string; marks: TextMark[] }
  | { kind: MediaKind; fileId: string; caption: string; marks: TextMark[] };

/** What is sent, as the sender takes it; stored with the notice, so that what was released is what is sent. */
export type NoticeBody = PackBody | WrittenBody;

import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/**
 * CommonMark decides by the neighbouring characters whether `**` opens or closes, and expects a space after punctuation.
 * Chinese has none: in `**先报警。**再拍照` the second `**` would open. Marks in this list count as part of the word.
 */
const CHINESE_MARKS = '，。、；：？！…—·～“”‘’（）《》〈〉「」『』【】〔〕％￥';

const extensions = [{ attentionMarkers: { null: Array.from(CHINESE_MARKS, (mark) => mark.charCodeAt(0)) } }];

/** The tree of a CommonMark text whose bold and italics also work beside Chinese punctuation. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions });
}

/** Telegram takes at most 4096 code points of text a message, counted after parsing (Bot API, sendMessage). */
export const MESSAGE_MAX_LENGTH = 4096;

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** Text as Telegram's HTML shows it literally, also in an attribute (Bot API, "HTML style"). */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What people read of a message in Telegram's HTML: no tags, named entities as their characters. */
export function visibleText(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:lt|gt|amp|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** A message's length as Telegram counts it: code points after parsing. */
export function visibleLength(html: string): number {
  return codePoints(visibleText(html));
}

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

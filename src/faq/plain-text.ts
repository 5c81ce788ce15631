const characterOf: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** A text in Telegram's HTML without its tags and with its entities resolved. */
export function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, (entity) => characterOf[entity] ?? entity);
}

const NAMED: Record<string, number> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22 };

/**
 * The character reference that starts at `&`. All numeric ones are known and of the named ones lt, gt, amp and quot; the
 * semicolon may be missing (Bot API: HTML style; tdlib/td: decode_html_entity).
 * @returns null when the ampersand stands for itself
 */
export function decodeCharacterReference(text: string, start: number): { codePoint: number; end: number } | null {
  const match = /^&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/i.exec(text.slice(start, start + 12));
  if (!match) return null;
  const [whole, hex, decimal, name] = match;
  const codePoint = hex ? Number.parseInt(hex, 16) : decimal ? Number.parseInt(decimal, 10) : NAMED[name ?? ''];
  if (codePoint === undefined || codePoint === 0 || codePoint >= 0x10ffff) return null;
  return { codePoint, end: start + whole.length };
}

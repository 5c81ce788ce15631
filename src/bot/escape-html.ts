/** Text as Telegram's HTML shows it literally (Bot API, "HTML style": < > & are replaced). */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

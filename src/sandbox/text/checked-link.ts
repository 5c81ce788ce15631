/**
 * A link as Telegram keeps it: http is assumed when no scheme is named, and the host ends in a name with a dot
 * (tdlib/td: LinkManager::get_checked_link).
 * @returns null for what Telegram does not take for a link: the text then stays without one
 */
export function checkedLink(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  if (/^(tg|ton|tonsite):/i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!/^https?:\/\//i.test(withScheme) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  return url.hostname.includes('.') || url.hostname === 'localhost' ? url.href : null;
}

/** The person a `tg://user?id=…` link mentions; null for every other link. */
export function mentionedUserId(href: string): number | null {
  const match = /^tg:(?:\/\/)?user\?(?:.*&)?id=(\d{1,15})(?:&|$)/i.exec(href);
  return match ? Number(match[1]) : null;
}

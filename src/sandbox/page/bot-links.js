// @ts-check

/**
 * What a t.me or tg:// link to this bot asks the client to do.
 * Source: https://core.telegram.org/bots/features#deep-linking
 * @param {string} url
 * @param {string} botUsername
 * @returns {{ kind: 'start' | 'startgroup', payload: string } | null} null for any other link; an empty payload means none
 */
export function botLink(url, botUsername) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const isWeb = /^https?:$/.test(parsed.protocol) && /^(t|telegram)\.me$/.test(parsed.hostname);
  const isApp = parsed.protocol === 'tg:' && /^(tg:)(\/\/)?resolve/.test(url);
  const name = isWeb ? parsed.pathname.slice(1) : isApp ? parsed.searchParams.get('domain') : null;
  if (name?.toLowerCase() !== botUsername.toLowerCase()) return null;
  const group = parsed.searchParams.get('startgroup');
  if (group !== null) return { kind: 'startgroup', payload: group };
  return { kind: 'start', payload: parsed.searchParams.get('start') ?? '' };
}

/** The tags our renderer may write (Bot API, "HTML style"). */
const OPENING = /^<(b|i|pre|blockquote|code|code class="language-[\w+#-]+"|a href="(?:https?|tg):[^"<>]*")>$/;

/** Why Telegram would not take a text as it is; empty for a good one. Written apart from the renderer. */
export function telegramHtmlFaults(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const withoutEntities = html.replaceAll(/&(?:lt|gt|amp|quot);/g, '');
  if (withoutEntities.includes('&')) faults.push('an ampersand that is not escaped');
  for (const tag of withoutEntities.match(/<[^<>]*>?|>/g) ?? []) {
    const closing = /^<\/(\w+)>$/.exec(tag)?.[1];
    if (closing !== undefined) {
      if (open.pop() !== closing) faults.push(`${tag} closes nothing`);
      continue;
    }
    const name = OPENING.exec(tag)?.[1]?.split(' ')[0];
    if (name === undefined) faults.push(`${tag} is outside the subset`);
    else if (open.includes(name)) faults.push(`${tag} in itself`);
    else if (name === 'pre' && open.length > 0) faults.push('<pre> in another tag');
    else if (name === 'code' && !['', 'pre', 'blockquote'].includes(open.join())) faults.push('<code> in another tag');
    else if (open.includes('code') || (open.includes('pre') && name !== 'code')) faults.push(`${tag} in code`);
    open.push(name ?? tag);
  }
  if (open.length > 0) faults.push(`${open.join()} left open`);
  return faults;
}

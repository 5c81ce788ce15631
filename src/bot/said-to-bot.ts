import type { PufaContext } from './parts.js';

/**
 * True for a message in a group that is meant for the bot: it replies to one of the bot's, or names the bot. Everything
 * else is talk between people. Commands come by their own way.
 */
export function saidToBot(ctx: PufaContext, text: string): boolean {
  return ctx.message?.reply_to_message?.from?.id === ctx.me.id || mentionOf(ctx).test(text);
}

/** The text without the bot's name. */
export function withoutMention(ctx: PufaContext, text: string): string {
  return text.replaceAll(mentionOf(ctx), ' ').trim();
}

/** `@the_bot`, but not `@the_bot2`; a new one each time, because a global expression remembers where it was. */
function mentionOf(ctx: PufaContext): RegExp {
  return new RegExp(`@${ctx.me.username}(?![A-Za-z0-9_])`, 'gi');
}

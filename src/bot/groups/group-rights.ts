import type { PufaContext } from '../parts.js';

/**
 * True when the person who wrote or pressed is the owner or an administrator of this group. An anonymous administrator
 * writes as the group itself (Bot API, Message.sender_chat); Telegram is asked each time, so a demotion counts at once.
 */
export async function isGroupAdmin(ctx: PufaContext): Promise<boolean> {
  if (!ctx.chat || ctx.chat.type === 'private') return false;
  if (!ctx.callbackQuery && ctx.msg?.sender_chat) return ctx.msg.sender_chat.id === ctx.chat.id;
  if (!ctx.from) return false;
  return isAdminOf(ctx, ctx.chat.id, ctx.from.id);
}

/** The same for any group the bot is in; false when Telegram will not say. */
export async function isAdminOf(ctx: PufaContext, chatId: number, userId: number): Promise<boolean> {
  try {
    const member = await ctx.api.getChatMember(chatId, userId);
    return member.status === 'creator' || member.status === 'administrator';
  } catch {
    return false;
  }
}

/** Who acted, as the audit knows them; null for an anonymous administrator. */
export function actorKeyOf(ctx: PufaContext, keyOf: (id: number) => string): string | null {
  if (!ctx.callbackQuery && ctx.msg?.sender_chat) return null;
  return ctx.from ? keyOf(ctx.from.id) : null;
}

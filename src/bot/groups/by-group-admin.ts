import type { ChatRecord } from '../../chats/chat-book.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { WishHandler } from '../residents/resident.js';
import { show } from '../show.js';
import { isGroupAdmin } from './group-rights.js';

/** What only the owner and the administrators of a bound group may do, in the group itself. */
export function byGroupAdmin({ chats, menus }: Pick<BotParts, 'chats' | 'menus'>) {
  /** The group's row where it is bound and the bot is in it; null keeps the bot silent. */
  const bound = async (ctx: PufaContext): Promise<ChatRecord | null> => {
    const chat = ctx.chat ? await chats.find(ctx.chat.id) : null;
    return chat?.unitId && (chat.state === 'active' || chat.state === 'paused') ? chat : null;
  };

  /** Runs the handler for administrators of a bound group; others get one sentence. */
  const byAdmin =
    (handler: (ctx: PufaContext, chat: ChatRecord) => Promise<void>): WishHandler =>
    async (ctx) => {
      const chat = await bound(ctx);
      if (!chat) return;
      await ((await isGroupAdmin(ctx)) ? handler(ctx, chat) : show(ctx, menus, ctx.say.onlyGroupAdmin));
    };

  const pressedByAdmin =
    (handler: (ctx: PufaContext, chat: ChatRecord, id: string) => Promise<void>): ActionHandler =>
    async (ctx, id) => {
      const chat = await bound(ctx);
      if (!chat || ctx.chat?.type === 'private') return { text: ctx.say.stale };
      if (!(await isGroupAdmin(ctx))) return { text: ctx.say.onlyGroupAdmin, alert: true };
      await handler(ctx, chat, id);
      return undefined;
    };

  return { bound, byAdmin, pressedByAdmin };
}

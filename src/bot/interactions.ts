import { errorFields } from '../log.js';
import { readAction } from './actions.js';
import type { BotParts, PufaContext } from './parts.js';
import { wishOf } from './plain-words.js';
import { saidToBot, withoutMention } from './said-to-bot.js';

/** Whoever only looks at what is kept about them, or erases it, leaves no new trace by it. */
const OWN_DATA = { wishes: ['my-data', 'erase'], actions: ['erase', 'erase-yes', 'keep'], command: 'mydata' };

/**
 * Notes that a resident used the bot: pressed, asked, answered, in private or where a bound group said something to the
 * bot; never what was only overheard. Before the update is handled, so that an erasure takes its own press along.
 * @param commands of ours, without the slash
 */
export function recordInteractions(parts: BotParts, commands: string[]) {
  return async (ctx: PufaContext, next: () => Promise<void>): Promise<void> => {
    try {
      await record(ctx);
    } catch (error) {
      // Nobody goes without an answer because of a count.
      parts.log.warn({ updateId: ctx.update.update_id, ...errorFields(error) }, 'interaction.not-recorded');
    }
    await next();
  };

  async function record(ctx: PufaContext): Promise<void> {
    if (!ctx.from || !ctx.chat || ctx.from.is_bot || !isMeant(ctx)) return;
    const chat = await parts.chats.find(ctx.chat.id);
    if (ctx.chat.type !== 'private' && !chat?.unitId) return;
    if ((await parts.roles.rolesOf(ctx.from.id)).length > 0) return;
    await parts.interactions.record(parts.identity.keyOf(ctx.from.id), chat?.unitId ?? null, parts.clock.now());
  }

  function isMeant(ctx: PufaContext): boolean {
    if (ctx.callbackQuery) {
      const action = readAction(ctx.callbackQuery.data ?? '');
      return action !== null && !OWN_DATA.actions.includes(action.verb);
    }
    if (!ctx.message || ctx.hasCommand(OWN_DATA.command)) return false;
    const text = ctx.message.text ?? '';
    if (OWN_DATA.wishes.includes(wishOf(withoutMention(ctx, text)) ?? '')) return false;
    return ctx.chat?.type === 'private' || ctx.hasCommand(commands) || saidToBot(ctx, text);
  }
}

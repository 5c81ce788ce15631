import { readBindCode } from '../chats/bind-code.js';
import { readAction } from './actions.js';
import type { Journeys } from './journeys.js';
import type { BotParts, PufaContext } from './parts.js';
import { choiceOf, wishOf } from './plain-words.js';
import { saidToBot, withoutMention } from './said-to-bot.js';
import { show } from './show.js';

/** What a message in a group means: only what is said to the bot counts, and only where the group is bound. */
export function groupChat(journeys: Journeys, parts: BotParts) {
  const { menus } = parts;

  const text = async (ctx: PufaContext, written: string): Promise<void> => {
    if (!saidToBot(ctx, written)) return;
    const words = withoutMention(ctx, written);
    const chat = await journeys.boundGroup(ctx);
    if (readBindCode(words)) return journeys.bindHere(ctx, words);
    if (!chat) return;
    const number = choiceOf(words);
    const offered = number === null ? undefined : offeredData(ctx)[number - 1];
    const action = readAction(offered ?? '');
    if (action) {
      const toast = await journeys.actions[action.verb](ctx, action.id);
      if (toast) await show(ctx, menus, toast.text);
      return;
    }
    const wish = wishOf(words);
    const grant = wish && journeys.groupWishes[wish];
    if (grant) await grant(ctx);
    else await (words ? journeys.ask(ctx, words) : show(ctx, menus, ctx.say.askHow));
  };

  return { text };
}

/** The callback data of the message this one replies to, in the order of its buttons. */
function offeredData(ctx: PufaContext): string[] {
  const rows = ctx.message?.reply_to_message?.reply_markup?.inline_keyboard ?? [];
  return rows
    .flat()
    .flatMap((button) => ('callback_data' in button && button.callback_data ? [button.callback_data] : []));
}

import { type ApiClientOptions, Bot } from 'grammy';
import { readBindCode } from '../chats/bind-code.js';
import { errorFields } from '../log.js';
import { type ActionVerb, readAction } from './actions.js';
import { askJourney } from './ask.js';
import { binding } from './binding.js';
import { groupJourney, groupMembership } from './group.js';
import { officeJourney } from './office.js';
import type { ActionHandler, BotParts, PufaContext, Toast } from './parts.js';
import { choiceOf, type Wish, wishOf } from './plain-words.js';
import { residentJourney } from './resident.js';
import { languageOf, sentencesIn } from './sentences.js';
import { show } from './show.js';

/** A call may take longer than Telegram's own silent waits of up to 8 s, and polls hang for 30 s. */
const CALL_TIMEOUT_SECONDS = 60;

/** Latin aliases of the plain words (Telegram's commands cannot be Chinese). */
const COMMANDS: Record<string, Wish> = {
  topics: 'topics',
  community: 'community',
  stop: 'stop',
  mydata: 'my-data',
  help: 'help',
  pause: 'pause',
  resume: 'resume',
  leave: 'leave',
};

/** Puts the bot together from its journeys; nothing is sent until updates are handled. */
export function createBot(token: string, apiRoot: string | null, parts: BotParts): Bot<PufaContext> {
  const client: ApiClientOptions = { timeoutSeconds: CALL_TIMEOUT_SECONDS, ...(apiRoot ? { apiRoot } : {}) };
  const bot = new Bot<PufaContext>(token, { client });
  const resident = residentJourney(parts);
  const group = groupJourney(parts);
  const asking = askJourney(parts);
  const bindings = binding(parts);
  const office = officeJourney(parts);
  const actions: Record<ActionVerb, ActionHandler> = {
    ...resident.actions,
    ...group.actions,
    ...asking.actions,
    ...bindings.actions,
    ...office.actions,
  };

  bot.catch(({ error, ctx }) => {
    parts.log.error({ updateId: ctx.update.update_id, ...errorFields(error) }, 'update.failed');
    if (ctx.chat?.type === 'private' && ctx.say)
      return ctx.reply(ctx.say.trouble).then(
        () => {},
        () => {},
      );
    return undefined;
  });

  bot.use(async (ctx, next) => {
    const text = ctx.callbackQuery?.message?.text ?? ctx.message?.text ?? '';
    ctx.say = sentencesIn(languageOf(text, ctx.from?.language_code));
    await next();
  });

  bot.use(resident.membership, groupMembership(parts));

  bot.on('callback_query', async (ctx) => {
    const action = readAction(ctx.callbackQuery.data ?? '');
    let toast: Toast | undefined = { text: ctx.say.stale };
    try {
      if (action && ctx.chat) toast = await actions[action.verb](ctx, action.id);
    } catch (error) {
      toast = { text: ctx.say.trouble, alert: true };
      throw error;
    } finally {
      await answerQuietly(ctx, toast ?? {});
    }
  });

  const here = bot.chatType('private');
  here.command('start', async (ctx) => {
    const code = readBindCode(ctx.match);
    await (code ? bindings.bindFromPrivate(ctx, code) : resident.start(ctx));
  });
  here.command('bind', async (ctx) => {
    const code = readBindCode(ctx.match);
    await (code ? bindings.bindFromPrivate(ctx, code) : office.askCodeUnit(ctx));
  });
  here.command('ask', async (ctx) => (ctx.match ? asking.ask(ctx, ctx.match) : show(ctx, parts.menus, ctx.say.askHow)));
  for (const [command, wish] of Object.entries(COMMANDS)) {
    here.command(command, async (ctx) => resident.wishes[wish]?.(ctx));
  }
  here.on('message:text', async (ctx) => {
    const text = ctx.message.text;
    const number = choiceOf(text);
    const action = number === null ? null : readAction(parts.menus.pick(ctx.chat.id, number) ?? '');
    if (action) {
      const toast = await actions[action.verb](ctx, action.id);
      if (toast) await ctx.reply(toast.text);
      return;
    }
    const code = readBindCode(text);
    if (code) return bindings.bindFromPrivate(ctx, code);
    const wish = wishOf(text);
    if (wish === 'bind-code') return office.askCodeUnit(ctx);
    const grant = wish && resident.wishes[wish];
    await (grant ? grant(ctx) : asking.ask(ctx, text));
  });
  here.on('message', (ctx) => show(ctx, parts.menus, ctx.say.onlyText));

  const there = bot.chatType(['group', 'supergroup']);
  there.command(['bind', 'start'], async (ctx) => {
    // A client adds "/start@bot PAYLOAD" by itself after adding; without a code it asks for nothing.
    if (ctx.msg.text.startsWith('/start') && !ctx.match) return;
    await bindings.bindHere(ctx, ctx.match);
  });
  there.command('ask', async (ctx) => {
    if (!(await group.bound(ctx))) return;
    await (ctx.match ? asking.ask(ctx, ctx.match) : show(ctx, parts.menus, ctx.say.askHow));
  });
  for (const [command, wish] of Object.entries(COMMANDS)) {
    there.command(command, async (ctx) => {
      if (await group.bound(ctx)) await group.wishes[wish]?.(ctx);
    });
  }
  there.on('message:text', async (ctx) => {
    const mention = new RegExp(`@${ctx.me.username}(?![A-Za-z0-9_])`, 'gi');
    const mentioned = ctx.message.text.search(mention) >= 0;
    const replied = ctx.message.reply_to_message?.from?.id === ctx.me.id;
    if (!mentioned && !replied) return;
    const text = ctx.message.text.replace(mention, ' ').trim();
    const chat = await group.bound(ctx);
    if (readBindCode(text)) return bindings.bindHere(ctx, text);
    if (!chat) return;
    const number = choiceOf(text);
    const offered = number === null ? undefined : offeredData(ctx)[number - 1];
    const action = readAction(offered ?? '');
    if (action) {
      const toast = await actions[action.verb](ctx, action.id);
      if (toast) await show(ctx, parts.menus, toast.text);
      return;
    }
    const wish = wishOf(text);
    const grant = wish && group.wishes[wish];
    if (grant) await grant(ctx);
    else await (text ? asking.ask(ctx, text) : show(ctx, parts.menus, ctx.say.askHow));
  });

  return bot;
}

/** The callback data of the message this one replies to, in the order of its buttons. */
function offeredData(ctx: PufaContext): string[] {
  const rows = ctx.message?.reply_to_message?.reply_markup?.inline_keyboard ?? [];
  return rows
    .flat()
    .flatMap((button) => ('callback_data' in button && button.callback_data ? [button.callback_data] : []));
}

/** Telegram keeps a tap for a short while only; an answer that comes too late harms nobody. */
async function answerQuietly(ctx: PufaContext, toast: { text?: string; alert?: boolean }): Promise<void> {
  const { text, alert } = toast;
  await ctx.answerCallbackQuery({ ...(text ? { text } : {}), ...(alert ? { show_alert: true } : {}) }).catch(() => {});
}

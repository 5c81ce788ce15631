import { type ApiClientOptions, Bot } from 'grammy';
import { readBindCode } from '../chats/bind-code.js';
import { visibleText } from '../content/telegram-text.js';
import { isForGroups, readAction } from './actions.js';
import { groupChat } from './group-chat.js';
import { recordInteractions } from './interactions.js';
import { createJourneys } from './journeys.js';
import type { BotParts, PufaContext, Toast } from './parts.js';
import type { Wish } from './plain-words.js';
import { privateChat } from './private-chat.js';
import { NotTakenUp } from './receiving/once-only.js';
import { tellTrouble } from './receiving/tell-trouble.js';
import { languageOf, sentencesIn } from './sentences.js';
import { show } from './show.js';

/** A call may take longer than Telegram's own silent waits of up to 8 s, and polls hang for 30 s. */
const CALL_TIMEOUT_SECONDS = 60;

/** Latin aliases of the plain words (Telegram's commands cannot be Chinese). */
export const COMMANDS: Record<string, Wish> = {
  topics: 'topics',
  community: 'community',
  stop: 'stop',
  mydata: 'my-data',
  help: 'help',
  pause: 'pause',
  resume: 'resume',
  leave: 'leave',
  // everybody who serves
  work: 'work',
  // notices
  notice: 'notice',
  notices: 'notices',
  // roles
  roles: 'roles',
  invite: 'invite',
  whoami: 'my-roles',
  // statistics
  stats: 'stats',
  // groups
  groups: 'groups',
  status: 'status',
  unbind: 'unbind',
  // activities
  activity: 'activity',
  activities: 'activities',
};

/** Puts the bot together from its journeys; nothing is sent until updates are handled. */
export function createBot(token: string, apiRoot: string | null, parts: BotParts): Bot<PufaContext> {
  const client: ApiClientOptions = { timeoutSeconds: CALL_TIMEOUT_SECONDS, ...(apiRoot ? { apiRoot } : {}) };
  const bot = new Bot<PufaContext>(token, { client });
  const journeys = createJourneys(parts);

  bot.catch(async ({ error, ctx }) => {
    // Polling ends without confirming it, so that it comes again; a webhook asks for it again.
    if (error instanceof NotTakenUp) throw error;
    await tellTrouble(ctx, error, parts.log);
  });

  bot.use(async (ctx, next) => {
    const text = ctx.callbackQuery?.message?.text ?? ctx.message?.text ?? '';
    ctx.say = sentencesIn(languageOf(text, ctx.from?.language_code));
    await next();
  });

  bot.use((ctx, next) =>
    parts.once.run(ctx.update.update_id, () => next().catch((error) => tellTrouble(ctx, error, parts.log))),
  );

  bot.use(...journeys.membership);
  bot.use(recordInteractions(parts, [...Object.keys(COMMANDS), 'start', 'ask', 'bind']));

  bot.on('callback_query', async (ctx) => {
    const action = readAction(ctx.callbackQuery.data ?? '');
    let toast: Toast | undefined = { text: ctx.say.stale };
    try {
      const isHere = action && (ctx.chat?.type === 'private' || isForGroups(action.verb));
      if (action && !isHere) toast = { text: ctx.say.notForYou };
      else if (action && ctx.chat) toast = await journeys.actions[action.verb](ctx, action.id);
    } catch (error) {
      toast = { text: ctx.say.trouble, alert: true };
      throw error;
    } finally {
      await answerQuietly(ctx, toast ?? {});
    }
  });

  const here = bot.chatType('private');
  const privately = privateChat(journeys, parts);
  // A command ends what the bot was asking.
  here.command(['start', 'bind', 'ask'], async (ctx, next) => {
    await privately.answered(ctx, ctx.message.text);
    await next();
  });
  here.command('start', async (ctx) => {
    if (ctx.match && (await journeys.startLink(ctx, ctx.match))) return;
    const code = readBindCode(ctx.match);
    await (code ? journeys.bindFromPrivate(ctx, code) : journeys.start(ctx));
  });
  here.command('bind', async (ctx) => {
    const code = readBindCode(ctx.match);
    await (code ? journeys.bindFromPrivate(ctx, code) : journeys.privateWishes['bind-code']?.(ctx));
  });
  here.command('ask', async (ctx) =>
    ctx.match ? journeys.ask(ctx, ctx.match) : show(ctx, parts.menus, ctx.say.askHow),
  );
  for (const [command, wish] of Object.entries(COMMANDS)) {
    here.command(command, async (ctx) => {
      if (!(await privately.answered(ctx, ctx.message.text))) await journeys.privateWishes[wish]?.(ctx);
    });
  }
  here.on('message:text', (ctx) => privately.text(ctx, ctx.message.text));
  here.on('message', privately.other);

  const there = bot.chatType(['group', 'supergroup']);
  const inGroup = groupChat(journeys, parts);
  there.command(['bind', 'start'], async (ctx) => {
    // A client adds "/start@bot PAYLOAD" by itself after adding; without a code it asks for nothing.
    if (ctx.msg.text.startsWith('/start') && !ctx.match) return;
    await journeys.bindHere(ctx, ctx.match);
  });
  there.command('ask', async (ctx) => {
    if (!(await journeys.boundGroup(ctx))) return;
    await (ctx.match ? journeys.ask(ctx, ctx.match) : show(ctx, parts.menus, ctx.say.askHow));
  });
  for (const [command, wish] of Object.entries(COMMANDS)) {
    there.command(command, async (ctx) => {
      if (await journeys.boundGroup(ctx)) await journeys.groupWishes[wish]?.(ctx);
    });
  }
  there.on('message:text', (ctx) => inGroup.text(ctx, ctx.message.text));

  return bot;
}

/** Bot API, answerCallbackQuery: plain text, 0-200 characters. */
const TOAST_LENGTH = 200;

/** Telegram keeps a tap for a short while only; an answer that comes too late harms nobody. */
async function answerQuietly(ctx: PufaContext, toast: { text?: string; alert?: boolean }): Promise<void> {
  const { alert } = toast;
  const text = toast.text && visibleText(toast.text).slice(0, TOAST_LENGTH);
  await ctx.answerCallbackQuery({ ...(text ? { text } : {}), ...(alert ? { show_alert: true } : {}) }).catch(() => {});
}

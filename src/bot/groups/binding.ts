import { readBindCode, WRONG_CODES_PER_HOUR } from '../../chats/bind-code.js';
import type { BindResult, GroupSeen } from '../../chats/chat-book.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { errorFields } from '../../log.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Sentences } from '../sentences.js';
import { numbered, show } from '../show.js';
import { actorKeyOf, isAdminOf, isGroupAdmin } from './group-rights.js';

const HOUR_MS = 60 * 60 * 1000;

/** How a group comes to belong to a community: by the office's one-time code, in the group or in private. */
export function binding(parts: BotParts) {
  const { chats, pack, menus, clock, identity } = parts;
  const wrongTries = new Map<string, Date[]>();
  /** the code a person sent in private while several of their groups wait for one */
  const waitingCodes = new Map<number, string>();

  /** True when this person has tried too many wrong codes within the hour. */
  const triedTooOften = (personKey: string): boolean => {
    const since = clock.now().getTime() - HOUR_MS;
    const tries = (wrongTries.get(personKey) ?? []).filter((at) => at.getTime() > since);
    wrongTries.set(personKey, tries);
    return tries.length >= WRONG_CODES_PER_HOUR;
  };

  const bind = async (ctx: PufaContext, group: GroupSeen, code: string): Promise<BindResult | 'too-many'> => {
    const byKey = actorKeyOf(ctx, identity.keyOf);
    const personKey = byKey ?? identity.keyOf(group.telegramId);
    if (triedTooOften(personKey)) return 'too-many';
    const result = await chats.bind(group, code, byKey, clock.now());
    if (result.kind === 'refused') wrongTries.get(personKey)?.push(clock.now());
    if (result.kind !== 'bound') return result;
    parts.log.info({ chatId: result.chat.id, unitId: result.unitId }, 'chat.bound');
    await countSeats(ctx, group.telegramId);
    await greet(ctx, group.telegramId, result.unitId);
    return result;
  };

  /** The binding stands even where the bot may not write yet; its owner sees the greeting missing. */
  const greet = async (ctx: PufaContext, telegramId: number, unitId: string) => {
    try {
      await ctx.api.sendMessage(telegramId, ctx.say.greeting(escapeHtml(unitName(pack.units, unitId) ?? '')), {
        parse_mode: 'HTML',
        reply_markup: {
          inline_keyboard: [[{ text: ctx.say.groupTopicsButton, callback_data: actionData('g-topics') }]],
        },
      });
    } catch (error) {
      parts.log.warn(errorFields(error), 'chat.not-greeted');
    }
  };

  /** The members without the bot itself (Bot API, getChatMemberCount counts bots). A miss is mended at the next count. */
  const countSeats = async (ctx: PufaContext, telegramId: number) => {
    try {
      await chats.countSeats(telegramId, Math.max(0, (await ctx.api.getChatMemberCount(telegramId)) - 1));
    } catch {
      parts.log.warn('chat.seats-unknown');
    }
  };

  /** `/bind 1234 5678`, `/start@bot bind_12345678` and `@bot 绑定 1234 5678` in a group. */
  const bindHere = async (ctx: PufaContext, text: string): Promise<void> => {
    const chat = ctx.chat;
    if (!chat || chat.type === 'private') return;
    if (!(await isGroupAdmin(ctx))) return show(ctx, menus, ctx.say.groupAdminAsk);
    const code = readBindCode(text);
    if (!code) return show(ctx, menus, ctx.say.bindHow(bindCommand(ctx)));
    const result = await bind(ctx, { telegramId: chat.id, kind: chat.type, title: chat.title }, code);
    const sentence = result === 'too-many' ? ctx.say.bindTooMany : refusalOf(result, ctx.say);
    if (sentence) await show(ctx, menus, sentence);
  };

  /** The 8 digits sent in private by the person who added the bot. */
  const bindFromPrivate = async (ctx: PufaContext, code: string, chatRowId?: number): Promise<void> => {
    if (!ctx.from) return;
    const groups = await chats.pendingGroupsAddedBy(identity.keyOf(ctx.from.id));
    const meant = chatRowId === undefined ? groups : groups.filter((group) => group.chatId === chatRowId);
    if (meant.length > 1) {
      waitingCodes.set(ctx.from.id, code);
      const buttons = meant.map((group) => ({ text: group.title ?? '—', data: actionData('bind', group.chatId) }));
      return show(ctx, menus, ctx.say.bindWhichGroup, numbered(buttons));
    }
    const group = meant[0];
    if (!group) return show(ctx, menus, ctx.say.bindNoGroup);
    if (!(await isAdminOf(ctx, group.telegramId, ctx.from.id))) return show(ctx, menus, ctx.say.onlyGroupAdmin);
    const seen = await ctx.api.getChat(group.telegramId);
    if (seen.type === 'private') return;
    const result = await bind(ctx, { telegramId: seen.id, kind: seen.type, title: seen.title }, code);
    if (result === 'too-many') return show(ctx, menus, ctx.say.bindTooMany);
    const sentence =
      result.kind === 'bound'
        ? ctx.say.bindDoneInPrivate(escapeHtml(seen.title), escapeHtml(unitName(pack.units, result.unitId) ?? ''))
        : refusalOf(result, ctx.say);
    if (sentence) await show(ctx, menus, sentence);
  };

  const actions = {
    bind: (async (ctx, id) => {
      const code = waitingCodes.get(ctx.from?.id ?? 0);
      if (ctx.chat?.type !== 'private' || !code || !/^\d{1,9}$/.test(id)) return { text: ctx.say.stale };
      waitingCodes.delete(ctx.from?.id ?? 0);
      await bindFromPrivate(ctx, code, Number(id));
      return undefined;
    }) satisfies ActionHandler,
  };

  return { bindHere, bindFromPrivate, actions };
}

/**
 * The command with the bot's name: a group's members reach a bot that has not spoken there only by name
 * (Bot features, "Privacy mode": bare commands go to the last bot that posted).
 */
export function bindCommand(ctx: PufaContext): string {
  return `/bind@${ctx.me.username}`;
}

function refusalOf(result: BindResult, say: Sentences): string | null {
  if (result.kind === 'bound') return null;
  if (result.kind === 'already-bound') return say.alreadyBound;
  return {
    unknown: say.bindUnknown,
    expired: say.bindExpired,
    used: say.bindUsed,
    'unit-gone': say.groups.bindUnitGone,
  }[result.reason];
}

import { type GroupRecord, unitsAsked } from '../../chats/group-book.js';
import { type GroupHand, type GroupMove, movesOf } from '../../chats/group-moves.js';
import { errorFields } from '../../log.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import { servingWith } from '../serving.js';
import { type Button, show } from '../show.js';
import { isAdminOf } from './group-rights.js';
import { shownGroup } from './shown-group.js';

/** One group's own page in private: its state, and what the office or its owner may do with it. */
export function groupPage(parts: BotParts) {
  const { groups, pack, menus, clock, identity } = parts;

  /** For whom this person acts on the group, asked at every press; null: nobody. */
  const handOf = async (ctx: PufaContext, group: GroupRecord): Promise<GroupHand | null> => {
    if (!ctx.from || ctx.chat?.type !== 'private') return null;
    const person = await servingWith(ctx, parts, 'group.manage');
    if (person?.mayIn('group.manage', unitsAsked(group.homeUnitId, pack.units))) return 'by-office';
    return (await isAdminOf(ctx, group.telegramId, ctx.from.id)) ? 'by-owner' : null;
  };

  /** Runs the handler for the office of the group's unit and for the group's own administrators. */
  const managed =
    (handler: (ctx: PufaContext, group: GroupRecord, hand: GroupHand) => ReturnType<ActionHandler>): ActionHandler =>
    async (ctx, id) => {
      const group = /^\d{1,9}$/.test(id) ? await groups.find(Number(id)) : null;
      const hand = group && (await handOf(ctx, group));
      return hand ? handler(ctx, group, hand) : { text: ctx.say.notForYou };
    };

  const backButton = (ctx: PufaContext, hand: GroupHand): Button => ({
    text: ctx.say.groups.back,
    data: actionData(hand === 'by-office' ? 'c-list' : 'c-mine'),
  });

  const page = async (ctx: PufaContext, group: GroupRecord, hand: GroupHand, inPlace?: boolean) => {
    const say = ctx.say.groups;
    const moves = movesOf(group, hand).map((move) => ({
      text: say[move],
      data: actionData(`c-${move}`, group.chatId),
    }));
    const code = { text: say.newCode, data: actionData('c-code') };
    const rows = [
      ...(moves.length > 0 ? [moves] : []),
      ...(group.unitId === null && hand === 'by-office' ? [[code]] : []),
      [backButton(ctx, hand)],
    ];
    await show(ctx, menus, say.page(shownGroup(parts, group, hand)), rows, inPlace);
  };

  /** @returns a toast when the group's state does not allow it any more; its page shows the present one */
  const move = async (ctx: PufaContext, group: GroupRecord, what: GroupMove, hand: GroupHand) => {
    const byKey = identity.keyOf(ctx.from?.id ?? 0);
    const done = await groups.move(group.chatId, what, hand, byKey, clock.now());
    const now = await groups.find(group.chatId);
    if (done) await announce(ctx, group, what, hand);
    if (done && what === 'unbind') {
      const { title } = shownGroup(parts, group, hand);
      await show(ctx, menus, ctx.say.groups.unbound(title), [[backButton(ctx, hand)]]);
    } else if (now) await page(ctx, now, hand);
    return done ? undefined : { text: ctx.say.groups.cannot };
  };

  /** Whoever runs the group learns what the office did; a group that cannot be reached does not stop it. */
  const announce = async (ctx: PufaContext, group: GroupRecord, what: GroupMove, hand: GroupHand) => {
    const inside = group.state === 'active' || group.state === 'paused';
    if (!inside || (hand === 'by-owner' && what !== 'unbind')) return;
    const sentence = hand === 'by-office' ? ctx.say.groups.told[what] : ctx.say.groups.toldByOwner;
    try {
      await ctx.api.sendMessage(group.telegramId, sentence);
    } catch (error) {
      parts.log.warn({ chatId: group.chatId, ...errorFields(error) }, 'chat.not-announced');
    }
  };

  const actions = {
    'c-group': managed(async (ctx, group, hand) => {
      await page(ctx, group, hand);
      return undefined;
    }),
    /** From a message that names several groups and stays to be worked through. */
    'c-open': managed(async (ctx, group, hand) => {
      await page(ctx, group, hand, false);
      return undefined;
    }),
    'c-pause': managed((ctx, group, hand) => move(ctx, group, 'pause', hand)),
    'c-resume': managed((ctx, group, hand) => move(ctx, group, 'resume', hand)),
    'c-unbind': managed(async (ctx, group, hand) => {
      const say = ctx.say.groups;
      await show(ctx, menus, say.unbindSure(shownGroup(parts, group, hand).title), [
        [
          { text: say.unbindYes, data: actionData('c-unbind-yes', group.chatId) },
          { text: say.unbindNo, data: actionData('c-group', group.chatId) },
        ],
      ]);
      return undefined;
    }),
    'c-unbind-yes': managed((ctx, group, hand) => move(ctx, group, 'unbind', hand)),
  };

  return { actions };
}

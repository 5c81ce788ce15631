import { actionData } from '../actions.js';
import type { BotParts } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { show } from '../show.js';
import { byGroupAdmin } from './by-group-admin.js';
import { actorKeyOf } from './group-rights.js';
import { shownGroup } from './shown-group.js';

/** What administrators do about the binding in their group: see its state, pause, resume, unbind. */
export function groupDesk(parts: BotParts) {
  const { groups, menus, clock, identity } = parts;
  const { byAdmin, pressedByAdmin } = byGroupAdmin(parts);

  const pause = byAdmin(async (ctx, chat) => {
    await groups.move(chat.id, 'pause', 'by-owner', actorKeyOf(ctx, identity.keyOf), clock.now());
    await show(ctx, menus, chat.stateReason === 'by-office' ? ctx.say.groups.askOffice : ctx.say.paused);
  });

  const wishes: Partial<Record<Wish, WishHandler>> = {
    pause,
    resume: byAdmin(async (ctx, chat) => {
      if (chat.state === 'active') return show(ctx, menus, ctx.say.notPaused);
      const done = await groups.move(chat.id, 'resume', 'by-owner', actorKeyOf(ctx, identity.keyOf), clock.now());
      await show(ctx, menus, done ? ctx.say.resumed : ctx.say.groups.askOffice);
    }),
    status: byAdmin(async (ctx, chat) => {
      const group = await groups.find(chat.id);
      if (group) await show(ctx, menus, ctx.say.groups.inGroup(shownGroup(parts, group, 'by-owner')));
    }),
    unbind: byAdmin(async (ctx, chat) => {
      const group = await groups.find(chat.id);
      if (!group) return;
      const say = ctx.say.groups;
      await show(ctx, menus, say.unbindSure(shownGroup(parts, group, 'by-owner').title), [
        [
          { text: say.unbindYes, data: actionData('c-here-unbind') },
          { text: say.unbindNo, data: actionData('c-here-keep') },
        ],
      ]);
    }),
  };

  const actions = {
    'c-here-unbind': pressedByAdmin(async (ctx, chat) => {
      await groups.move(chat.id, 'unbind', 'by-owner', actorKeyOf(ctx, identity.keyOf), clock.now());
      await show(ctx, menus, ctx.say.groups.toldByOwner);
    }),
    'c-here-keep': pressedByAdmin((ctx) => show(ctx, menus, ctx.say.groups.notUnbound)),
  };

  return { wishes, actions, pause };
}

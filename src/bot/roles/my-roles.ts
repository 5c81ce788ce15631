import type { Holder } from '../../roles/roles.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { serving } from '../serving.js';
import { show } from '../show.js';
import { roleText } from './role-text.js';

/** "我的角色": what one holds, and how to lay it down. */
export function myRoles(parts: BotParts) {
  const { roles, menus, clock, dialogues, identity } = parts;

  const mine = async (ctx: PufaContext): Promise<Holder[]> => {
    if (!ctx.from || ctx.chat?.type !== 'private') return [];
    const key = identity.keyOf(ctx.from.id);
    return (await roles.holders()).filter((holder) => holder.personKey === key);
  };

  const list: WishHandler = async (ctx) => {
    const person = await serving(ctx, parts);
    if (!person) return show(ctx, menus, ctx.say.work.nobody);
    const own = await mine(ctx);
    const lines = own.map((holder) => {
      const { role, unit } = roleText(holder, parts, ctx.say);
      return `• ${unit}：${role}${holder.roleId === null ? ctx.say.roles.settingsLine : ''}`;
    });
    const buttons = own.flatMap((holder) => {
      const text = ctx.say.roles.layDownButton(roleText(holder, parts, ctx.say));
      return holder.roleId === null ? [] : [[{ text, data: actionData('r-leave', holder.roleId) }]];
    });
    await show(ctx, menus, ctx.say.roles.mine(lines.join('\n')), buttons);
  };

  /** Does something with one of the person's own roles; with anybody else's nothing happens. */
  const withOwn =
    (act: (ctx: PufaContext, holder: Holder & { roleId: number }) => Promise<void>): ActionHandler =>
    async (ctx, id) => {
      const holder = (await mine(ctx)).find(({ roleId }) => roleId !== null && String(roleId) === id);
      if (!holder || holder.roleId === null) return { text: ctx.say.notForYou };
      await act(ctx, { ...holder, roleId: holder.roleId });
      return undefined;
    };

  const actions = {
    'r-leave': withOwn(async (ctx, holder) => {
      await show(ctx, menus, ctx.say.roles.sureToLayDown(roleText(holder, parts, ctx.say)), [
        [{ text: ctx.say.roles.layDownYes, data: actionData('r-leave-yes', holder.roleId) }],
        [{ text: ctx.say.dropButton, data: actionData('drop') }],
      ]);
    }),
    'r-leave-yes': withOwn(async (ctx, holder) => {
      await dialogues.close(holder.personKey);
      await roles.revoke(holder.roleId, holder.personKey, ctx.say.roles.laidDownReason, clock.now());
      parts.log.info({ roleId: holder.roleId, name: holder.name, unitId: holder.unitId }, 'role.laid-down');
      await show(ctx, menus, ctx.say.roles.laidDown(roleText(holder, parts, ctx.say)));
    }),
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { 'my-roles': list };
  return { actions, wishes };
}

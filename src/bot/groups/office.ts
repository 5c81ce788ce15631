import { BIND_CODE_VALID_DAYS, bindPayload, showBindCode } from '../../chats/bind-code.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { servingWith } from '../serving.js';
import { numbered, show } from '../show.js';
import { bindCommand } from './binding.js';

/** What the office does in private: binding codes for groups. */
export function officeJourney(parts: BotParts) {
  const { chats, pack, menus, clock, identity } = parts;

  /** Communities this person may make codes for; empty for everybody who is not the office. */
  const communitiesOf = async (ctx: PufaContext) => {
    const own = (await servingWith(ctx, parts, 'group.manage'))?.unitsFor('group.manage');
    return pack.units.filter((unit) => unit.kind === 'community' && own?.has(unit.id));
  };

  const askCodeUnit = async (ctx: PufaContext): Promise<void> => {
    const units = await communitiesOf(ctx);
    if (ctx.chat?.type !== 'private' || units.length === 0) return show(ctx, menus, ctx.say.notOffice);
    const buttons = units.map((unit) => ({ text: unit.name, data: actionData('code', unit.id) }));
    await show(ctx, menus, ctx.say.codeForUnit, numbered(buttons));
  };

  const actions = {
    code: (async (ctx, id) => {
      const unit = (await communitiesOf(ctx)).find((candidate) => candidate.id === id);
      if (ctx.chat?.type !== 'private' || !unit || !ctx.from) return { text: ctx.say.notForYou };
      const code = await chats.createBindCode(unit.id, identity.keyOf(ctx.from.id), clock.now());
      const text = ctx.say.code({
        code: showBindCode(code),
        command: bindCommand(ctx),
        link: `https://t.me/${ctx.me.username}?startgroup=${bindPayload(code)}`,
        unit: escapeHtml(unit.name),
        days: BIND_CODE_VALID_DAYS,
      });
      await show(ctx, menus, text);
      return undefined;
    }) satisfies ActionHandler,
    'c-code': (async (ctx) => {
      await askCodeUnit(ctx);
      return undefined;
    }) satisfies ActionHandler,
  };

  return { wishes: { 'bind-code': askCodeUnit } satisfies Partial<Record<Wish, WishHandler>>, actions };
}

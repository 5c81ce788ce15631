import type { BotParts } from '../parts.js';
import type { WishHandler } from '../residents/resident.js';
import { serving } from '../serving.js';
import { show } from '../show.js';

/** "训练模式": in the sandbox an administrator may let people release what they wrote, to try the whole way alone. */
export function trainingSwitch(parts: BotParts) {
  const training: WishHandler = async (ctx) => {
    const person = await serving(ctx, parts);
    const isAdmin = person?.grants.some((grant) => grant.name === 'admin') ?? false;
    if (!parts.training || !person || !isAdmin) return show(ctx, parts.menus, ctx.say.notice.trainingOnlySandbox);
    const on = await parts.training.toggle(person.key, parts.clock.now());
    await show(ctx, parts.menus, ctx.say.notice.training(on));
  };
  return { wishes: { training } };
}

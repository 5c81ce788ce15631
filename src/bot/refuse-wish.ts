import type { BotParts, PufaContext } from './parts.js';
import { serving } from './serving.js';
import { show } from './show.js';

/** Answers a wish for which the person has not the right: kindly, and with what they can do instead. */
export async function refuseWish(ctx: PufaContext, parts: BotParts): Promise<void> {
  const { nobody, notYourPart } = ctx.say.work;
  await show(ctx, parts.menus, (await serving(ctx, parts)) ? notYourPart : nobody);
}

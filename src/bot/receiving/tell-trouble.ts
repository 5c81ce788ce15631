import { errorFields, type Log } from '../../log.js';
import type { PufaContext } from '../parts.js';

/** What becomes of an update whose handler failed: a line in the log, and in private a sentence to the person. */
export async function tellTrouble(ctx: PufaContext, error: unknown, log: Log): Promise<void> {
  log.error({ updateId: ctx.update.update_id, ...errorFields(error) }, 'update.failed');
  if (ctx.chat?.type !== 'private' || !ctx.say) return;
  await ctx.reply(ctx.say.trouble).catch(() => {});
}

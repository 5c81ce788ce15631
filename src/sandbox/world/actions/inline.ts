import { type Core, nextId, personOf } from '../core.js';
import { Refusal } from '../refusal.js';
import { renderPerson } from '../render-user.js';

/** Someone types the bot's name and a query into any chat's box (Bot API: InlineQuery). */
export function askInline(core: Core, personId: number, query: string): { inlineQueryId: string } {
  const person = personOf(core, personId);
  if (!core.state.bot.inlineMode) throw new Refusal('这个机器人没有开内联模式。');
  const id = String(nextId(core, 'inline', 7_000_000_000_000_000));
  const askedAtMs = core.clock.now().getTime();
  core.state.inlineQueries.push({ id, personId, askedAtMs, answered: false, results: [] });
  const body = { id, from: renderPerson(person), query, offset: '', chat_type: 'sender' };
  core.updates.push('inline_query', body, `inline_query:${personId}`);
  return { inlineQueryId: id };
}

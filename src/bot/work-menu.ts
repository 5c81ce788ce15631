import type { Right } from '../roles/rights.js';
import type { ActionVerb } from './actions.js';
import { actionData } from './actions.js';
import type { ActionHandler, BotParts, PufaContext } from './parts.js';
import type { Wish } from './plain-words.js';
import type { WishHandler } from './residents/resident.js';
import type { Sentences } from './sentences.js';
import { serving } from './serving.js';
import { numbered, show } from './show.js';

/** A piece of work and the right it needs. */
interface WorkItem {
  right: Right;
  verb: ActionVerb;
  label(say: Sentences): string;
}

const ITEMS: WorkItem[] = [
  // notices
  { right: 'notice.write', verb: 'n-new', label: (say) => say.work.newNotice },
  { right: 'notice.write', verb: 'n-list', label: (say) => say.work.notices },
  // statistics
  { right: 'stats.read', verb: 's-show', label: (say) => say.stats.menu },
  // groups
  { right: 'group.manage', verb: 'c-list', label: (say) => say.groups.workGroups },
  { right: 'group.manage', verb: 'c-code', label: (say) => say.groups.workCode },
  // activities
  { right: 'activity.enter', verb: 'a-new', label: (say) => say.activities.menuNew },
  { right: 'activity.enter', verb: 'a-list', label: (say) => say.activities.menuList },
  // roles
  { right: 'role.manage', verb: 'r-people', label: (say) => say.roles.menuPeople },
  { right: 'role.manage', verb: 'r-invite', label: (say) => say.roles.menuInvite },
];

/** "工作": everything the person may do, on buttons and digits, so that no word has to be remembered. */
export function workMenu(parts: BotParts) {
  const { menus, dialogues } = parts;

  /** @param before a sentence that comes first, such as a welcome */
  const work = async (ctx: PufaContext, before = ''): Promise<void> => {
    const person = await serving(ctx, parts);
    if (!person) return show(ctx, menus, ctx.say.work.nobody);
    const items = ITEMS.filter((item) => person.unitsFor(item.right).size > 0);
    const buttons = items.map((item) => ({ text: item.label(ctx.say), data: actionData(item.verb) }));
    await show(ctx, menus, (before ? `${before}\n\n` : '') + ctx.say.work.menu, numbered(buttons));
  };

  const actions = {
    /** The button under every question of the bot: leave it unanswered. */
    drop: (async (ctx: PufaContext) => {
      if (ctx.from) await dialogues.close(parts.identity.keyOf(ctx.from.id));
      await show(ctx, menus, ctx.say.dropped);
      return undefined;
    }) satisfies ActionHandler,
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { work: (ctx) => work(ctx) };
  return { wishes, actions, work };
}

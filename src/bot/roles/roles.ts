import { oneLine, saysSomething } from '../../content/one-line.js';
import { codePoints, escapeHtml } from '../../content/telegram-text.js';
import { mayTake } from '../../roles/rights.js';
import type { Holder } from '../../roles/roles.js';
import { actionData } from '../actions.js';
import { type DialogueData, type DialogueHandlers, openDialogue } from '../dialogues.js';
import { pageButtons, pageOf } from '../pages.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import { refuseWish } from '../refuse-wish.js';
import type { WishHandler } from '../residents/resident.js';
import { sentencesIn } from '../sentences.js';
import { type Serving, servingWith } from '../serving.js';
import { type Button, numbered, show } from '../show.js';
import { tell } from '../tell.js';
import { holderLabel, holderText, roleText } from './role-text.js';

const REASON_MAX_LENGTH = 50;
const REASONS = ['moved', 'ended', 'mistake'] as const;

/** The people of one's units: who holds which role, and how a role is taken away. */
export function rolesJourney(parts: BotParts) {
  const { roles, invitations, pack, menus, clock, dialogues, identity } = parts;

  /** Roles in the person's units; who administers everything also sees those of units that are gone. */
  const holdersFor = async (person: Serving): Promise<Holder[]> => {
    const own = person.unitsFor('role.manage');
    const gone = (id: string) => !pack.units.some((unit) => unit.id === id);
    const everywhere = person.mayIn('role.manage', []);
    return (await roles.holders()).filter(({ unitId }) => own.has(unitId) || (everywhere && gone(unitId)));
  };

  const people = async (ctx: PufaContext, asked: number): Promise<void> => {
    const person = await servingWith(ctx, parts, 'role.manage');
    if (!person) return refuseWish(ctx, parts);
    const holders = await holdersFor(person);
    const page = pageOf(holders, asked);
    const own = person.unitsFor('role.manage');
    const open = (await invitations.open(clock.now())).filter(({ unitId }) => own.has(unitId)).length;
    const buttons = page.items.map((holder) => ({
      text: holderLabel(holder, parts, ctx.say),
      data: actionData('r-person', holder.roleId ?? 'settings'),
    }));
    const invites = { text: ctx.say.roles.openInvitesButton(open), data: actionData('r-invites') };
    await show(ctx, menus, ctx.say.roles.people(holders.length), [
      ...numbered(buttons),
      ...pageButtons(ctx, page, 'r-people'),
      [{ text: ctx.say.roles.inviteButton, data: actionData('r-invite') }, ...(open > 0 ? [invites] : [])],
    ]);
  };

  /** A role that this person sees; null for another one, or one that is gone. */
  const holderOf = async (person: Serving, id: string): Promise<Holder | null> => {
    const known = await holdersFor(person);
    return known.find((holder) => String(holder.roleId ?? 'settings') === id) ?? null;
  };

  const back = (ctx: PufaContext): Button[] => [{ text: ctx.say.roles.backToPeople, data: actionData('r-people', 0) }];

  /** Does something with a role that the person may take away; otherwise nothing is changed. */
  const withTakeable =
    (act: (ctx: PufaContext, person: Serving, holder: Holder & { roleId: number }) => Promise<void>): ActionHandler =>
    async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      if (!person) return { text: ctx.say.notForYou };
      const holder = await holderOf(person, id.split('-')[0] ?? '');
      if (!holder) return { text: ctx.say.notForYou };
      const { roleId } = holder;
      if (roleId === null || !mayTake(person.grants, holder, pack.units)) return { text: ctx.say.notForYou };
      await act(ctx, person, { ...holder, roleId });
      return undefined;
    };

  const askWhy = async (ctx: PufaContext, person: Serving, holder: Holder & { roleId: number }) => {
    await dialogues.ask(person.key, { kind: 'role-removal', data: { roleId: holder.roleId, why: null } }, clock.now());
    const text = ctx.say.roles.whyRemove(holderText(holder, ctx.say), roleText(holder, parts, ctx.say));
    const buttons = REASONS.map((reason) => ({
      text: ctx.say.roles.reasons[reason],
      data: actionData('r-why', `${holder.roleId}-${reason}`),
    }));
    await show(ctx, menus, text, [...numbered(buttons), [{ text: ctx.say.dropButton, data: actionData('drop') }]]);
  };

  const makeSure = async (ctx: PufaContext, person: Serving, holder: Holder & { roleId: number }, why: string) => {
    await dialogues.ask(person.key, { kind: 'role-removal', data: { roleId: holder.roleId, why } }, clock.now());
    const named = roleText(holder, parts, ctx.say);
    await show(ctx, menus, ctx.say.roles.sureToRemove(holderText(holder, ctx.say), named, escapeHtml(why)), [
      [{ text: ctx.say.roles.removeYes, data: actionData('r-remove-yes', holder.roleId) }],
      [{ text: ctx.say.dropButton, data: actionData('drop') }],
    ]);
  };

  const remove = async (ctx: PufaContext, person: Serving, holder: Holder & { roleId: number }) => {
    const open = openDialogue('role-removal', await dialogues.open(person.key, clock.now()));
    if (open?.roleId !== holder.roleId || open.why === null) return show(ctx, menus, ctx.say.stale);
    const gone = await roles.revoke(holder.roleId, person.key, open.why, clock.now());
    await dialogues.close(person.key);
    if (!gone) return show(ctx, menus, ctx.say.roles.alreadyRemoved, [back(ctx)]);
    parts.log.info({ roleId: holder.roleId, name: holder.name, unitId: holder.unitId }, 'role.taken');
    const named = roleText(holder, parts, ctx.say);
    await show(ctx, menus, ctx.say.roles.removed(holderText(holder, ctx.say), named), [back(ctx)]);
    if (!holder.address || holder.personKey === person.key) return;
    const zh = sentencesIn('zh');
    await tell(ctx.api, identity, holder.address, zh.roles.youWereRemoved(roleText(holder, parts, zh)));
  };

  const actions = {
    'r-people': (async (ctx, id) => {
      if (!(await servingWith(ctx, parts, 'role.manage'))) return { text: ctx.say.notForYou };
      await people(ctx, Number(id));
      return undefined;
    }) satisfies ActionHandler,
    'r-person': (async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      const holder = person && (await holderOf(person, id));
      if (!holder) return { text: ctx.say.notForYou };
      const named = roleText(holder, parts, ctx.say);
      const { bySettingsHow, notYoursToTake, removeButton } = ctx.say.roles;
      const mayRemove = holder.roleId !== null && mayTake(person.grants, holder, pack.units);
      const note = holder.roleId === null ? `\n\n${bySettingsHow}` : mayRemove ? '' : `\n\n${notYoursToTake}`;
      const removing = { text: removeButton, data: actionData('r-remove', holder.roleId ?? '') };
      const rows = mayRemove ? [[removing], back(ctx)] : [back(ctx)];
      await show(ctx, menus, ctx.say.roles.person(holderText(holder, ctx.say), named) + note, rows);
      return undefined;
    }) satisfies ActionHandler,
    'r-remove': withTakeable(askWhy),
    'r-why': (async (ctx, id) => {
      const reason = REASONS.find((known) => known === id.split('-')[1]);
      if (!reason) return { text: ctx.say.stale };
      // The reason is kept in Chinese, whatever the language of who pressed: the audit is read by the office.
      const why = sentencesIn('zh').roles.reasons[reason];
      return withTakeable((same, person, holder) => makeSure(same, person, holder, why))(ctx, id);
    }) satisfies ActionHandler,
    'r-remove-yes': withTakeable(remove),
  };

  const answers = {
    'role-removal': async (ctx: PufaContext, { roleId }: DialogueData<'role-removal'>) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      const holder = (await roles.holders()).find((known) => known.roleId === roleId);
      if (!person || !holder || !mayTake(person.grants, holder, pack.units)) {
        await dialogues.close(identity.keyOf(ctx.from?.id ?? 0));
        return person && !holder ? show(ctx, menus, ctx.say.roles.alreadyRemoved) : refuseWish(ctx, parts);
      }
      const why = oneLine(ctx.message?.text ?? '');
      const picked = REASONS[Number(why) - 1];
      if (picked) return makeSure(ctx, person, { ...holder, roleId }, sentencesIn('zh').roles.reasons[picked]);
      if (!saysSomething(why) || codePoints(why) > REASON_MAX_LENGTH) {
        return show(ctx, menus, ctx.say.roles.reasonBad, [[{ text: ctx.say.dropButton, data: actionData('drop') }]]);
      }
      return makeSure(ctx, person, { ...holder, roleId }, why);
    },
  } satisfies Partial<DialogueHandlers>;

  const wishes: Partial<Record<Wish, WishHandler>> = { roles: (ctx) => people(ctx, 0) };
  return { actions, answers, wishes };
}

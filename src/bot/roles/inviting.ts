import { escapeHtml } from '../../content/telegram-text.js';
import { INVITE_VALID_HOURS } from '../../roles/invitation.js';
import { invitePayload } from '../../roles/invite-code.js';
import { readLabel } from '../../roles/read-label.js';
import { rolesToGive } from '../../roles/rights.js';
import { ROLE_NAMES, type RoleName } from '../../roles/roles.js';
import { actionData } from '../actions.js';
import type { DialogueData, DialogueHandlers } from '../dialogues.js';
import { pageButtons, pageOf } from '../pages.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import { refuseWish } from '../refuse-wish.js';
import type { WishHandler } from '../residents/resident.js';
import { type Serving, servingWith } from '../serving.js';
import { numbered, show } from '../show.js';
import { roleText } from './role-text.js';

/** How a colleague is invited: role, unit, what to call them, a link to pass on; and how the link is withdrawn. */
export function inviting(parts: BotParts) {
  const { invitations, pack, menus, clock, dialogues } = parts;

  const mayGive = (person: Serving, name: RoleName, unitId: string) =>
    pack.units.some((unit) => unit.id === unitId) && rolesToGive(person.grants, unitId, pack.units).includes(name);

  const unitsToGive = (person: Serving, name: RoleName) => pack.units.filter((unit) => mayGive(person, name, unit.id));

  const askRole = async (ctx: PufaContext, person: Serving): Promise<void> => {
    const names = ROLE_NAMES.filter((name) => unitsToGive(person, name).length > 0);
    const buttons = names.map((name) => ({
      text: `${ctx.say.roles.name[name]}：${ctx.say.roles.roleHint[name]}`,
      data: actionData('r-role', name),
    }));
    await show(ctx, menus, ctx.say.roles.inviteRole, numbered(buttons));
  };

  const askUnit = async (ctx: PufaContext, person: Serving, name: RoleName, asked: number): Promise<void> => {
    // The role travels as its place in the list: with its name a long unit id would not fit into callback data.
    const place = ROLE_NAMES.indexOf(name);
    const page = pageOf(unitsToGive(person, name), asked);
    const buttons = page.items.map((unit) => ({ text: unit.name, data: actionData('r-unit', `${place}-${unit.id}`) }));
    await show(ctx, menus, ctx.say.roles.inviteUnit(ctx.say.roles.name[name]), [
      ...numbered(buttons),
      ...pageButtons(ctx, page, 'r-units', `${place}-`),
    ]);
  };

  const dropRow = (ctx: PufaContext) => [{ text: ctx.say.dropButton, data: actionData('drop') }];

  const openInvites = async (ctx: PufaContext, person: Serving): Promise<void> => {
    const open = (await invitations.open(clock.now())).filter((offer) => mayGive(person, offer.name, offer.unitId));
    if (open.length === 0) return show(ctx, menus, ctx.say.roles.noOpenInvites);
    const buttons = pageOf(open, 0).items.map(({ id, label, name }) => ({
      text: `${label} · ${ctx.say.roles.name[name]}`,
      data: actionData('r-withdraw', id),
    }));
    await show(ctx, menus, ctx.say.roles.openInvites(open.length), numbered(buttons));
  };

  const actions = {
    'r-invite': (async (ctx) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      if (!person) return { text: ctx.say.notForYou };
      await askRole(ctx, person);
      return undefined;
    }) satisfies ActionHandler,
    'r-role': (async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      const name = ROLE_NAMES.find((known) => known === id);
      if (!person || !name || unitsToGive(person, name).length === 0) return { text: ctx.say.notForYou };
      await askUnit(ctx, person, name, 0);
      return undefined;
    }) satisfies ActionHandler,
    'r-units': (async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      const [place, page] = id.split('-').map(Number);
      const name = ROLE_NAMES[place ?? -1];
      if (!person || !name || unitsToGive(person, name).length === 0) return { text: ctx.say.notForYou };
      await askUnit(ctx, person, name, page ?? 0);
      return undefined;
    }) satisfies ActionHandler,
    'r-unit': (async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      const name = ROLE_NAMES[Number(id.slice(0, 1))];
      const unitId = id.slice(2);
      if (!person || !name || !mayGive(person, name, unitId)) return { text: ctx.say.notForYou };
      await dialogues.ask(person.key, { kind: 'invite-label', data: { name, unitId } }, clock.now());
      await show(ctx, menus, ctx.say.roles.askLabel(roleText({ name, unitId }, parts, ctx.say)), [dropRow(ctx)]);
      return undefined;
    }) satisfies ActionHandler,
    'r-invites': (async (ctx) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      if (!person) return { text: ctx.say.notForYou };
      await openInvites(ctx, person);
      return undefined;
    }) satisfies ActionHandler,
    'r-withdraw': (async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      if (!person) return { text: ctx.say.notForYou };
      const offer = (await invitations.open(clock.now())).find((open) => String(open.id) === id);
      if (!offer) return { text: ctx.say.roles.notOpen, alert: true };
      if (!mayGive(person, offer.name, offer.unitId)) return { text: ctx.say.notForYou };
      const done = await invitations.withdraw(offer.id, person.key, clock.now());
      await show(ctx, menus, done ? ctx.say.roles.withdrawn : ctx.say.roles.notOpen);
      return undefined;
    }) satisfies ActionHandler,
  };

  const answers = {
    'invite-label': async (ctx: PufaContext, { name, unitId }: DialogueData<'invite-label'>) => {
      const person = await servingWith(ctx, parts, 'role.manage');
      if (!person || !mayGive(person, name, unitId)) {
        await dialogues.close(parts.identity.keyOf(ctx.from?.id ?? 0));
        return refuseWish(ctx, parts);
      }
      const read = readLabel(ctx.message?.text ?? '');
      if (read.kind === 'problem') return show(ctx, menus, ctx.say.roles.labelBad[read.problem], [dropRow(ctx)]);
      const offer = await invitations.invite({ name, unitId, label: read.label }, person.key, clock.now());
      await dialogues.close(person.key);
      parts.log.info({ inviteId: offer.id, name, unitId }, 'invite.created');
      const link = `https://t.me/${ctx.me.username}?start=${invitePayload(offer.code)}`;
      const named = roleText({ name, unitId }, parts, ctx.say);
      const data = { ...named, label: escapeHtml(read.label), link, hours: INVITE_VALID_HOURS };
      return show(ctx, menus, ctx.say.roles.invited(data), [
        [{ text: ctx.say.roles.withdrawButton, data: actionData('r-withdraw', offer.id) }],
        [{ text: ctx.say.roles.inviteAnother, data: actionData('r-invite') }],
      ]);
    },
  } satisfies Partial<DialogueHandlers>;

  const start: WishHandler = async (ctx) => {
    const person = await servingWith(ctx, parts, 'role.manage');
    await (person ? askRole(ctx, person) : refuseWish(ctx, parts));
  };
  const wishes: Partial<Record<Wish, WishHandler>> = { invite: start };
  return { actions, answers, wishes };
}

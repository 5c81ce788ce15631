import { escapeHtml } from '../../content/telegram-text.js';
import { type Invitation, whyVoid } from '../../roles/invitation.js';
import { readInvitePayload } from '../../roles/invite-code.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import { sentencesIn } from '../sentences.js';
import { show } from '../show.js';
import { tell } from '../tell.js';
import { holderText, roleText } from './role-text.js';

/**
 * How a colleague takes a role: the link opens the offer, a button accepts it. The button carries the code itself, not
 * a number of ours: whoever makes up callback data needs the secret as much as whoever makes up a link.
 * @param work the menu that a new colleague begins with
 */
export function accepting(parts: BotParts, work: (ctx: PufaContext, before: string) => Promise<void>) {
  const { roles, invitations, pack, menus, clock, identity } = parts;

  /** The sentence that says why not; null when the person can have it. */
  const refusalOf = async (ctx: PufaContext, offer: Invitation, telegramId: number): Promise<string | null> => {
    const person = { key: identity.keyOf(telegramId), grants: await roles.rolesOf(telegramId) };
    const inviter = await roles.rolesOfKey(offer.createdByKey);
    const why = whyVoid(offer, inviter, person, pack.units, clock.now());
    return why && ctx.say.roles.void[why];
  };

  /** @returns false for the payload of another link */
  const startLink = async (ctx: PufaContext, payload: string): Promise<boolean> => {
    const code = readInvitePayload(payload);
    if (code === null || !ctx.from || ctx.chat?.type !== 'private') return false;
    await offerOf(ctx, code, ctx.from.id);
    return true;
  };

  const offerOf = async (ctx: PufaContext, code: string, telegramId: number): Promise<void> => {
    if (code === '') return show(ctx, menus, ctx.say.roles.brokenInvite);
    const offer = await invitations.find(code);
    if (!offer) return show(ctx, menus, ctx.say.roles.unknownInvite);
    const refusal = await refusalOf(ctx, offer, telegramId);
    if (refusal) return show(ctx, menus, refusal);
    const inviter = (await roles.holders()).find((holder) => holder.personKey === offer.createdByKey);
    const name = inviter ? holderText(inviter, ctx.say) : ctx.say.roles.bySettings;
    const text = ctx.say.roles.offer(name, escapeHtml(offer.label), roleText(offer, parts, ctx.say));
    await show(ctx, menus, text, [
      [{ text: ctx.say.roles.acceptButton, data: actionData('r-accept', code) }],
      [{ text: ctx.say.roles.refuseButton, data: actionData('r-refuse') }],
    ]);
  };

  const accept: ActionHandler = async (ctx, code) => {
    if (!ctx.from || ctx.chat?.type !== 'private') return { text: ctx.say.notForYou };
    const offer = await invitations.find(code);
    if (!offer) return { text: ctx.say.stale };
    const refusal = await refusalOf(ctx, offer, ctx.from.id);
    const taken = !refusal && (await invitations.accept(offer.id, ctx.from.id, clock.now()));
    if (!taken) {
      await show(ctx, menus, refusal ?? ctx.say.roles.void.used);
      return undefined;
    }
    parts.log.info({ inviteId: offer.id, name: offer.name, unitId: offer.unitId }, 'role.given');
    await work(ctx, ctx.say.roles.welcome(roleText(offer, parts, ctx.say)));
    await tellInviter(ctx, offer);
    return undefined;
  };

  const tellInviter = async (ctx: PufaContext, offer: Invitation) => {
    const holders = await roles.holders();
    const address = holders.find((holder) => holder.personKey === offer.createdByKey && holder.address)?.address;
    if (!address) return;
    const zh = sentencesIn('zh');
    await tell(ctx.api, identity, address, zh.roles.accepted(escapeHtml(offer.label), roleText(offer, parts, zh)));
  };

  const actions = {
    'r-accept': accept,
    'r-refuse': (async (ctx) => {
      await show(ctx, menus, ctx.say.roles.refused);
      return undefined;
    }) satisfies ActionHandler,
  };

  return { actions, startLink };
}

import { defaultTopics } from '../../content/default-topics.js';
import type { Audience } from '../../notices/audience.js';
import { chatsInAudience } from '../../notices/audience.js';
import type { DeskNotice } from '../../notices/notice-desk.js';
import { sidesOf, toggleChat, toggleSide, toggleUnit } from '../../notices/toggle-audience.js';
import { communitiesToChoose, isWidest, widestAudience } from '../../notices/widest-audience.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext, Toast } from '../parts.js';
import { numbered, show } from '../show.js';
import { type Access, noticeAccess } from './notice-access.js';
import { versioned } from './notice-view.js';
import { showNotice } from './show-notice.js';

/** Groups on one page of the list to pick from. */
const PAGE = 8;

/** Whom a draft reaches: communities, groups or subscribers or both, single groups left out; all by buttons. */
export function noticeChoosing(parts: BotParts) {
  const { desk, noticeBook, menus, clock, pack } = parts;
  const { refuse, view, guarded } = showNotice(parts);
  const access = noticeAccess(parts);

  const tick = (on: boolean) => (on ? '✅' : '▫️');

  const chooseWho = async (ctx: PufaContext, notice: DeskNotice, grants: Access['person']['grants']) => {
    const { buttons } = ctx.say.notice;
    const id = versioned(notice);
    const isAll = isWidest(notice.audience, grants, pack.units);
    const communities = communitiesToChoose(grants, pack.units);
    const sides = sidesOf(notice.audience);
    const rows = numbered([
      { text: `${tick(isAll)} ${buttons.allUnits}`, data: actionData('n-all-units', id) },
      ...(communities.length > 1 ? communities : []).map((unit) => ({
        text: `${tick(!isAll && notice.audience.unitIds.includes(unit.id))} ${unit.name}`,
        data: actionData('n-unit', `${id}-${unit.id}`),
      })),
      { text: `${tick(sides.groups)} ${buttons.groups}`, data: actionData('n-kind', `${id}-groups`) },
      { text: `${tick(sides.people)} ${buttons.people}`, data: actionData('n-kind', `${id}-people`) },
      ...(sides.groups ? [{ text: buttons.pick, data: actionData('n-pick', `${id}-0`) }] : []),
      { text: buttons.toCard, data: actionData('n-open', notice.id) },
    ]);
    const reach = view.reachText(await view.reached(notice), ctx.say);
    await show(ctx, menus, `${ctx.say.notice.chooseWho}\n${reach}`, rows);
  };

  /** The groups this audience would reach if nobody were left out. */
  const groupsOf = async (audience: Audience) => {
    const chats = await noticeBook.activeChats(defaultTopics(pack.topics));
    return chatsInAudience({ ...audience, exceptChatIds: [] }, chats, pack.units).filter(
      (chat) => chat.kind !== 'private',
    );
  };

  const pick = async (ctx: PufaContext, notice: DeskNotice, page: number): Promise<Toast | undefined> => {
    const groups = await groupsOf(notice.audience);
    if (groups.length === 0) return { text: ctx.say.notice.noGroups, alert: true };
    const id = versioned(notice);
    const from = page * PAGE < groups.length ? page * PAGE : 0;
    const rows = numbered([
      ...groups.slice(from, from + PAGE).map((group) => ({
        text: `${tick(!notice.audience.exceptChatIds.includes(group.id))} ${group.title ?? '—'}`,
        data: actionData('n-chat', `${id}-${group.id}`),
      })),
      ...(groups.length > PAGE
        ? [{ text: ctx.say.notice.buttons.page, data: actionData('n-pick', `${id}-${from / PAGE + 1}`) }]
        : []),
      { text: ctx.say.notice.buttons.toCard, data: actionData('n-who', id) },
    ]);
    await show(ctx, menus, ctx.say.notice.pickGroups, rows);
    return undefined;
  };

  /** A change of the audience by a tap; what is shown next depends on the tap. */
  const changing = (
    next: (found: Access) => Audience | null | 'forged',
    then: (ctx: PufaContext, notice: DeskNotice, found: Access) => Promise<unknown>,
  ): ActionHandler =>
    guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        const { notice, person } = found;
        const audience = next(found);
        if (audience === 'forged') return { text: ctx.say.stale };
        if (audience === null) return { text: ctx.say.notice.keepOneKind, alert: true };
        const changed = await desk.change(notice.id, notice.version, { audience }, person.key, clock.now());
        if (!changed) return refuse(ctx, 'changed', await desk.find(notice.id));
        await then(ctx, changed, found);
        return undefined;
      },
    );

  const backToWho = (ctx: PufaContext, notice: DeskNotice, { person }: Access) => chooseWho(ctx, notice, person.grants);

  const actions = {
    'n-who': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        await chooseWho(ctx, found.notice, found.person.grants);
        return undefined;
      },
    ),
    'n-all-units': changing(
      ({ notice, person }) => ({
        ...notice.audience,
        unitIds: widestAudience(person.grants, pack.units).unitIds,
        exceptChatIds: [],
      }),
      backToWho,
    ),
    'n-unit': changing(({ notice, person, rest }) => {
      const { grants } = person;
      if (!communitiesToChoose(grants, pack.units).some((unit) => unit.id === rest)) return 'forged';
      const isAll = isWidest(notice.audience, grants, pack.units);
      return toggleUnit(notice.audience, rest, isAll, widestAudience(grants, pack.units));
    }, backToWho),
    'n-kind': changing(({ notice, rest }) => {
      return rest === 'groups' || rest === 'people' ? toggleSide(notice.audience, rest) : 'forged';
    }, backToWho),
    'n-pick': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        const page = Number(found.rest);
        return pick(ctx, found.notice, Number.isSafeInteger(page) ? page : 0);
      },
    ),
    'n-chat': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        const { notice, person, rest } = found;
        const place = (await groupsOf(notice.audience)).findIndex((group) => String(group.id) === rest);
        if (place < 0) return { text: ctx.say.stale };
        const audience = toggleChat(notice.audience, Number(rest));
        const changed = await desk.change(notice.id, notice.version, { audience }, person.key, clock.now());
        if (!changed) return refuse(ctx, 'changed', await desk.find(notice.id));
        return pick(ctx, changed, Math.floor(place / PAGE));
      },
    ),
  };

  return { actions };
}

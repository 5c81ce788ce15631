import { type GroupRecord, type GroupScope, unitsAsked } from '../../chats/group-book.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { civilDateAt } from '../../time/zone.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { type Serving, servingWith } from '../serving.js';
import { type Button, numbered, show } from '../show.js';
import { isAdminOf } from './group-rights.js';
import { groupTitle, shownGroup } from './shown-group.js';

const GROUPS_ON_A_PAGE = 8;
const CODES_ON_A_PAGE = 8;

/** "群管理": the groups and open codes of one's units; "我的群" for people who run a group and hold no role. */
export function groupList(parts: BotParts) {
  const { groups, pack, menus, clock, identity } = parts;
  const right = 'group.manage';

  const scopeOf = (person: Serving): GroupScope => ({
    unitIds: [...person.unitsFor(right)],
    homeless: person.mayIn(right, []),
  });

  const dayOf = (instant: Date) => civilDateAt(instant, parts.timeZone).toString();
  const buttonOf = (group: GroupRecord): Button => ({
    text: groupTitle(group).slice(0, 40),
    data: actionData('c-group', group.chatId),
  });

  const list = async (ctx: PufaContext, person: Serving, wanted: number) => {
    const say = ctx.say.groups;
    const scope = scopeOf(person);
    const codes = await groups.openCodes(scope, clock.now());
    const { total } = await groups.list(scope, 0, 0);
    const of = Math.max(1, Math.ceil(total / GROUPS_ON_A_PAGE));
    const number = Math.min(Math.max(wanted, 1), of);
    const { groups: here } = await groups.list(scope, (number - 1) * GROUPS_ON_A_PAGE, GROUPS_ON_A_PAGE);
    const mine = (await groups.touchedBy(person.key)).some(
      (group) => !person.mayIn(right, unitsAsked(group.homeUnitId, pack.units)),
    );
    const turn = [
      ...(number > 1 ? [{ text: say.previous, data: actionData('c-list', number - 1) }] : []),
      ...(number < of ? [{ text: say.next, data: actionData('c-list', number + 1) }] : []),
    ];
    const rows = [
      ...numbered(here.map(buttonOf)),
      ...(turn.length > 0 ? [turn] : []),
      [
        { text: say.newCode, data: actionData('c-code') },
        ...(codes.length > 0 ? [{ text: say.codesButton, data: actionData('c-codes') }] : []),
      ],
      ...(mine ? [[{ text: say.mineButton, data: actionData('c-mine') }]] : []),
    ];
    const lines = here.map((group) => say.line(shownGroup(parts, group, 'by-office')));
    const codesUntil = codes[0] ? dayOf(codes[0].expiresAt) : '';
    const page = { total, number, of, groups: lines, codes: codes.length, codesUntil };
    await show(ctx, menus, total === 0 ? say.listEmpty : say.list(page), rows);
  };

  /** Only what Telegram confirms at this moment is shown: who was an owner yesterday sees nothing. */
  const mine: WishHandler = async (ctx) => {
    const say = ctx.say.groups;
    const userId = ctx.from?.id ?? 0;
    const own: GroupRecord[] = [];
    for (const group of await groups.touchedBy(identity.keyOf(userId))) {
      if (await isAdminOf(ctx, group.telegramId, userId)) own.push(group);
    }
    if (own.length === 0) return show(ctx, menus, say.mineEmpty);
    const lines = own.map((group) => say.line(shownGroup(parts, group, 'by-owner')));
    await show(ctx, menus, say.mine(lines), numbered(own.map(buttonOf)));
  };

  const codesPage = async (ctx: PufaContext, person: Serving) => {
    const say = ctx.say.groups;
    const codes = await groups.openCodes(scopeOf(person), clock.now());
    const shown = codes.slice(0, CODES_ON_A_PAGE).map((code) => ({
      id: code.id,
      unit: unitName(pack.units, code.unitId) ?? code.unitId,
      until: dayOf(code.expiresAt),
    }));
    const lines = shown.map(({ unit, until }) => say.codeLine(escapeHtml(unit), until));
    const buttons = shown.map(({ id, unit, until }) => ({
      text: say.withdraw(unit, until),
      data: actionData('c-code-off', id),
    }));
    const text = codes.length === 0 ? say.codesNone : say.codes(lines, codes.length - shown.length);
    await show(ctx, menus, text, [...numbered(buttons), [{ text: say.back, data: actionData('c-list') }]]);
  };

  const forOffice =
    (handler: (ctx: PufaContext, person: Serving, id: string) => ReturnType<ActionHandler>): ActionHandler =>
    async (ctx, id) => {
      const person = await servingWith(ctx, parts, right);
      return person ? handler(ctx, person, id) : { text: ctx.say.notForYou };
    };

  const actions = {
    'c-list': forOffice(async (ctx, person, id) => {
      await list(ctx, person, Number(/^\d{1,4}$/.exec(id)?.[0] ?? 1));
      return undefined;
    }),
    'c-mine': (async (ctx) => {
      if (ctx.chat?.type !== 'private') return { text: ctx.say.notForYou };
      await mine(ctx);
      return undefined;
    }) satisfies ActionHandler,
    'c-codes': forOffice(async (ctx, person) => {
      await codesPage(ctx, person);
      return undefined;
    }),
    'c-code-off': forOffice(async (ctx, person, id) => {
      const open = await groups.openCodes(scopeOf(person), clock.now());
      const code = open.find((candidate) => String(candidate.id) === id);
      const done = code !== undefined && (await groups.withdrawCode(code.id, person.key, clock.now()));
      await codesPage(ctx, person);
      return { text: done ? ctx.say.groups.withdrawn : ctx.say.groups.codeGone };
    }),
  };

  const open: WishHandler = async (ctx) => {
    const person = await servingWith(ctx, parts, right);
    await (person ? list(ctx, person, 1) : mine(ctx));
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { groups: open, unbind: open };
  return { wishes, actions };
}

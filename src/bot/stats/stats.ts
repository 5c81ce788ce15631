import { InputFile } from 'grammy';
import { escapeHtml } from '../../content/telegram-text.js';
import { daySeries } from '../../reach/day-series.js';
import { lastDays, PERIOD_NAMES } from '../../reach/period.js';
import type { DayFacts } from '../../reach/reach-facts.js';
import { type ReachScope, reachScope } from '../../reach/reach-scope.js';
import { readPeriod } from '../../reach/read-period.js';
import type { DateSpan } from '../../time/date-span.js';
import { civilDateAt } from '../../time/zone.js';
import { actionData } from '../actions.js';
import type { DialogueHandler } from '../dialogues.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { type Serving, servingWith } from '../serving.js';
import { type Button, numbered, show } from '../show.js';
import { choiceId, daysOf, readChoiceId, type StatsChoice } from './stats-choice.js';
import { count, definitionsText, statsText } from './stats-text.js';

const RIGHT = 'stats.read';
const PICTURE_DAYS = 30;

/** What is shown first: the month so far, in all units of whoever asks. */
const FIRST: StatsChoice = { period: 'month', unitId: null };

/** "统计": figures of one's own units for some days, their definitions, and a picture. */
export function statsJourney(parts: BotParts) {
  const { pack, menus, dialogues, reach, clock, timeZone } = parts;
  const today = () => civilDateAt(clock.now(), timeZone);

  /** null: not a unit of theirs (any more) */
  const scopeFor = (person: Serving, unitId: string | null): ReachScope | null => {
    if (unitId === null) return reachScope(person.unitsFor(RIGHT), pack.units);
    const isUnit = pack.units.some((unit) => unit.id === unitId);
    return isUnit && person.mayIn(RIGHT, [unitId]) ? reachScope([unitId], pack.units) : null;
  };

  const daysText = (ctx: PufaContext, { first, last }: DateSpan) => ctx.say.stats.days(`${first}`, `${last}`);
  const unitsText = (ctx: PufaContext, { roots }: ReachScope) => {
    const hasBelow = (id: string) => pack.units.some((unit) => unit.parentId === id);
    return roots.map(({ id, name }) => (hasBelow(id) ? ctx.say.stats.withBelow(name) : name)).join('、');
  };

  const factsFor = (choice: StatsChoice, scope: ReachScope) => {
    const { first, last } = daysOf(choice, today());
    return reach.facts(`${first}`, `${last}`, scope.units);
  };

  const showStats = async (ctx: PufaContext, choice: StatsChoice, scope: ReachScope, person: Serving) => {
    const { stats } = ctx.say;
    const { period, unitId } = choice;
    const title = typeof period === 'string' ? `${stats.title} · ${stats.periods[period]}` : stats.title;
    const heading = `<b>${title}</b>（${daysText(ctx, daysOf(choice, today()))}）\n${escapeHtml(unitsText(ctx, scope))}`;
    const text = statsText(await factsFor(choice, scope), heading, ctx.say);
    const id = choiceId(choice);
    const periods = PERIOD_NAMES.map((name) => ({
      text: stats.periods[name],
      data: actionData('s-show', choiceId({ period: name, unitId })),
    }));
    const rows = [
      periods,
      [
        { text: stats.chooseDays, data: actionData('s-range', unitId ?? '') },
        ...(person.unitsFor(RIGHT).size > 1 ? [{ text: stats.otherUnit, data: actionData('s-unit', id) }] : []),
      ],
      [
        { text: stats.definitions, data: actionData('s-defs', id) },
        { text: stats.picture, data: actionData('s-days', unitId ?? '') },
      ],
    ];
    await show(ctx, menus, text, numberedRows(rows));
  };

  /** Runs the handler where the choice is one that this person may see. */
  const chosen =
    (
      read: (id: string) => StatsChoice | null,
      handler: (ctx: PufaContext, choice: StatsChoice, scope: ReachScope, person: Serving) => Promise<void>,
    ): ActionHandler =>
    async (ctx, id) => {
      const person = await servingWith(ctx, parts, RIGHT);
      if (!person) return { text: ctx.say.notForYou };
      const choice = read(id);
      if (!choice) return { text: ctx.say.stale };
      const scope = scopeFor(person, choice.unitId);
      if (!scope) return { text: ctx.say.notForYou };
      await handler(ctx, choice, scope, person);
      return undefined;
    };
  const choiceOrFirst = (id: string) => (id === '' ? FIRST : readChoiceId(id));
  const unitOnly = (id: string) => ({ ...FIRST, unitId: id === '' ? null : id });

  const askUnit = async (ctx: PufaContext, choice: StatsChoice, scope: ReachScope, person: Serving) => {
    const { period, unitId } = choice;
    const button = (id: string | null, text: string): Button => ({
      text,
      data: actionData('s-show', choiceId({ period, unitId: id })),
    });
    // One step down the tree; at its end, the neighbours.
    const below = (id: string) => pack.units.filter((unit) => unit.parentId === id);
    const parent = pack.units.find((unit) => unit.id === unitId)?.parentId ?? null;
    const [only, ...others] = scope.roots;
    const near = !only || others.length > 0 ? scope.roots : below(only.id);
    const candidates = near.length === 0 && parent !== null ? below(parent) : near;
    const own = candidates.filter((unit) => person.mayIn(RIGHT, [unit.id]));
    const units = own.map((unit) => button(unit.id, unit.name));
    await show(ctx, menus, ctx.say.stats.chooseUnit, numbered([button(null, ctx.say.stats.allUnits), ...units]));
  };

  const sendPicture = async (ctx: PufaContext, scope: ReachScope) => {
    const { stats } = ctx.say;
    const span = lastDays(PICTURE_DAYS, today());
    const days = daySeries(await reach.days(`${span.first}`, `${span.last}`, scope.units), span);
    const units = unitsText(ctx, scope);
    const { drawChart } = await import('../../report/draw-chart.js');
    const png = await drawChart(days, { ...stats.chart, subtitle: `${daysText(ctx, span)}　${units}` });
    const total = (of: (day: DayFacts) => number) => count(days.reduce((sum, day) => sum + of(day), 0));
    const caption = stats.caption({
      days: daysText(ctx, span),
      units: escapeHtml(units),
      toGroups: total((day) => day.toGroups),
      toPeople: total((day) => day.toPeople),
      questions: total((day) => day.questions),
    });
    await ctx.replyWithPhoto(new InputFile(png, 'pufa-stats.png'), { caption, parse_mode: 'HTML' });
  };

  const actions = {
    's-show': chosen(choiceOrFirst, showStats),
    's-unit': chosen(choiceOrFirst, askUnit),
    's-defs': chosen(choiceOrFirst, async (ctx, choice, scope) => {
      const text = definitionsText(await factsFor(choice, scope), ctx.say);
      await show(ctx, menus, text, [[{ text: ctx.say.stats.back, data: actionData('s-show', choiceId(choice)) }]]);
    }),
    's-range': chosen(unitOnly, async (ctx, { unitId }, _scope, person) => {
      await dialogues.ask(person.key, { kind: 's-range', data: { unitId } }, clock.now());
      await show(ctx, menus, ctx.say.stats.askDays, [[{ text: ctx.say.dropButton, data: actionData('drop') }]]);
    }),
    's-days': chosen(unitOnly, (ctx, _choice, scope) => sendPicture(ctx, scope)),
  };

  const stats: WishHandler = async (ctx) => {
    const person = await servingWith(ctx, parts, RIGHT);
    const scope = person && scopeFor(person, null);
    await (scope ? showStats(ctx, FIRST, scope, person) : show(ctx, menus, ctx.say.work.nobody));
  };

  const onRange: DialogueHandler<'s-range'> = async (ctx, { unitId }) => {
    const person = await servingWith(ctx, parts, RIGHT);
    const scope = person && scopeFor(person, unitId);
    if (!person || !scope) {
      if (ctx.from) await dialogues.close(parts.identity.keyOf(ctx.from.id));
      return show(ctx, menus, ctx.say.notForYou);
    }
    const read = readPeriod(ctx.message?.text ?? '', today());
    if (read.kind === 'fault') {
      const drop = [[{ text: ctx.say.dropButton, data: actionData('drop') }]];
      return show(ctx, menus, ctx.say.stats.faults[read.fault], drop);
    }
    await dialogues.close(person.key);
    await showStats(ctx, { period: read.span, unitId }, scope, person);
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { stats };
  return { wishes, actions, dialogues: { 's-range': onRange } };
}

/** Several buttons a row, numbered through, so that a digit can answer. */
function numberedRows(rows: Button[][]): Button[][] {
  let number = 0;
  return rows.map((row) =>
    row.map((button) => {
      number += 1;
      return { ...button, text: `${number} ${button.text}` };
    }),
  );
}

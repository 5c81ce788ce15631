import type { Activity } from '../../activities/activity-book.js';
import { complete, draftOf } from '../../activities/activity-draft.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import { refuseWish } from '../refuse-wish.js';
import type { WishHandler } from '../residents/resident.js';
import { type Serving, servingWith } from '../serving.js';
import { type Button, numbered, show } from '../show.js';
import { activityDrafts, draftName } from './activity-draft.js';
import { activityLabel, activityText } from './activity-text.js';

const LISTED = 10;
const FIELDS = ['count', 'day', 'how'] as const;

/** Activities done by hand: entered, listed, changed and deleted by those who did them and by the office. */
export function activitiesJourney(parts: BotParts) {
  const { activities, menus, clock } = parts;
  const drafts = activityDrafts(parts);

  /** One's own as long as one may enter in its unit; anybody's with the right to correct. */
  const mayChange = (person: Serving, { enteredByKey, unitId }: Activity) =>
    person.mayIn('activity.correct', [unitId]) ||
    (enteredByKey === person.key && person.mayIn('activity.enter', [unitId]));

  const list = async (ctx: PufaContext): Promise<void> => {
    const person = await servingWith(ctx, parts, 'activity.enter');
    if (!person) return refuseWish(ctx, parts);
    const latest = await activities.latest([...person.unitsFor('activity.enter')], LISTED);
    const another = [{ text: ctx.say.activities.menuNew, data: actionData('a-new') }];
    if (latest.length === 0) return show(ctx, menus, ctx.say.activities.none, [another]);
    const buttons = latest.map((activity) => ({
      text: activityLabel(activity, parts, ctx.say),
      data: actionData('a-open', activity.id),
    }));
    await show(ctx, menus, ctx.say.activities.list(latest.length), [...numbered(buttons), another]);
  };

  const back = (ctx: PufaContext): Button[] => [{ text: ctx.say.activities.backToList, data: actionData('a-list') }];

  /** Does something with an activity of the person's units. @param right what it takes beyond seeing it */
  const withActivity =
    (
      right: 'see' | 'change',
      act: (ctx: PufaContext, person: Serving, activity: Activity, rest: string) => Promise<void>,
    ): ActionHandler =>
    async (ctx, id) => {
      const person = await servingWith(ctx, parts, 'activity.enter');
      if (!person) return { text: ctx.say.notForYou };
      const [number = '', rest = ''] = id.split('-');
      const activity = /^\d{1,9}$/.test(number) ? await activities.find(Number(number)) : null;
      if (!activity) {
        await show(ctx, menus, ctx.say.activities.gone, [back(ctx)]);
        return undefined;
      }
      const may = right === 'see' ? person.mayIn('activity.enter', [activity.unitId]) : mayChange(person, activity);
      if (!may) return { text: ctx.say.notForYou };
      await act(ctx, person, activity, rest);
      return undefined;
    };

  const save = async (ctx: PufaContext, draftId: string): Promise<{ text: string } | undefined> => {
    const open = await drafts.openDraft(ctx);
    if ('text' in open) return open;
    const { person, draft } = open;
    const activity = complete(draft);
    if (draft.draft !== draftId || draft.asking !== 'check' || !activity) return { text: ctx.say.stale };
    const text = activityText(activity, parts, ctx.say);
    const say = ctx.say.activities;
    if (draft.activityId === null) {
      const activityId = await activities.enter(activity, draftId, person.key, clock.now());
      if (activityId === null) return { text: say.alreadyDone };
      parts.log.info({ activityId, kind: activity.kind, unitId: activity.unitId }, 'activity.entered');
      await show(ctx, menus, say.saved(text), [[{ text: say.anotherOne, data: actionData('a-new') }]]);
      return undefined;
    }
    const before = await activities.find(draft.activityId);
    if (before && !mayChange(person, before)) return { text: ctx.say.notForYou };
    const { day, count, howCounted } = activity;
    const change = { day, count, howCounted };
    const result = await activities.change(draft.activityId, change, draftId, person.key, clock.now());
    if (result === 'no-draft') return { text: say.alreadyDone };
    if (result === 'changed') parts.log.info({ activityId: draft.activityId }, 'activity.changed');
    await show(ctx, menus, result === 'changed' ? say.changed(text) : say.gone, [back(ctx)]);
    return undefined;
  };

  const actions = {
    ...drafts.actions,
    'a-save': ((ctx, id) => save(ctx, id)) satisfies ActionHandler,
    'a-list': (async (ctx) => {
      if (!(await servingWith(ctx, parts, 'activity.enter'))) return { text: ctx.say.notForYou };
      await list(ctx);
      return undefined;
    }) satisfies ActionHandler,
    'a-open': withActivity('see', async (ctx, person, activity) => {
      const say = ctx.say.activities;
      const text = say.one(activityText(activity, parts, ctx.say));
      if (!mayChange(person, activity)) return show(ctx, menus, `${text}\n\n${say.notYours}`, [back(ctx)]);
      const editing = FIELDS.map((field) => ({
        text: `${say.revise}：${say.fields[field]}`,
        data: actionData('a-edit', `${activity.id}-${field}`),
      }));
      const deleting = { text: say.deleteButton, data: actionData('a-delete', activity.id) };
      return show(ctx, menus, text, [...numbered([...editing, deleting]), back(ctx)]);
    }),
    'a-edit': withActivity('change', async (ctx, person, activity, rest) => {
      const field = FIELDS.find((known) => known === rest) ?? 'count';
      await drafts.ask(ctx, person, draftOf(draftName(), activity, field));
    }),
    'a-delete': withActivity('change', async (ctx, _person, activity) => {
      const { sureToDelete, deleteYes } = ctx.say.activities;
      await show(ctx, menus, sureToDelete(activityText(activity, parts, ctx.say)), [
        [{ text: deleteYes, data: actionData('a-delete-yes', activity.id) }],
        back(ctx),
      ]);
    }),
    'a-delete-yes': withActivity('change', async (ctx, person, activity) => {
      const done = await activities.remove(activity.id, person.key, clock.now());
      if (done) parts.log.info({ activityId: activity.id }, 'activity.deleted');
      await show(ctx, menus, done ? ctx.say.activities.deleted : ctx.say.activities.gone, [back(ctx)]);
    }),
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { activity: drafts.begin, activities: list };
  return { actions, answers: drafts.answers(actions), wishes };
}

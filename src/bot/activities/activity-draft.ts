import { randomUUID } from 'node:crypto';
import {
  type ActivityDraft,
  answered,
  changeable,
  complete,
  newDraft,
  type Step,
} from '../../activities/activity-draft.js';
import { ACTIVITY_KINDS, KIND_LABELS } from '../../activities/activity-kinds.js';
import { checkDay } from '../../activities/check-day.js';
import { readCount } from '../../activities/read-count.js';
import { oneLine, saysSomething } from '../../content/one-line.js';
import { codePoints } from '../../content/telegram-text.js';
import { readDay } from '../../time/typed-date.js';
import { civilDateAt } from '../../time/zone.js';
import { actionData, readAction } from '../actions.js';
import { type DialogueHandlers, openDialogue } from '../dialogues.js';
import { pageButtons, pageOf } from '../pages.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import { choiceOf } from '../plain-words.js';
import { refuseWish } from '../refuse-wish.js';
import { sentencesIn } from '../sentences.js';
import { type Serving, servingWith } from '../serving.js';
import { type Button, numbered, show } from '../show.js';
import { activityText } from './activity-text.js';

const HOW_MAX_LENGTH = 50;

/** Short, because it only tells one person's drafts apart. */
export function draftName(): string {
  return randomUUID().slice(0, 8);
}

/**
 * The questions that fill a draft, by buttons, digits or typed words. Between them the draft lives in the dialogue's
 * row, so that it survives a restart; a button counts only while its own question is open.
 */
export function activityDrafts(parts: BotParts) {
  const { pack, menus, clock, dialogues, timeZone } = parts;
  const today = () => civilDateAt(clock.now(), timeZone);
  const unitsOf = (person: Serving) => {
    const own = person.unitsFor('activity.enter');
    return pack.units.filter((unit) => own.has(unit.id));
  };

  /** Keeps the draft and asks its question, or shows it for a last look. @param before a sentence that comes first */
  const ask = async (ctx: PufaContext, person: Serving, draft: ActivityDraft, before = '', page = 0) => {
    await dialogues.ask(person.key, { kind: 'activity', data: draft }, clock.now());
    const { question, rows } = questionOf(ctx, person, draft, page);
    await show(ctx, menus, (before ? `${before}\n\n` : '') + question, [
      ...rows,
      [{ text: ctx.say.dropButton, data: actionData('drop') }],
    ]);
  };

  const questionOf = (
    ctx: PufaContext,
    person: Serving,
    draft: ActivityDraft,
    asked: number,
  ): { question: string; rows: Button[][] } => {
    const say = ctx.say.activities;
    const { language } = ctx.say;
    switch (draft.asking) {
      case 'kind': {
        const buttons = ACTIVITY_KINDS.map((kind) => ({
          text: KIND_LABELS[kind][language].name,
          data: actionData('a-kind', kind.replace('_', '-')),
        }));
        return { question: say.askKind, rows: numbered(buttons) };
      }
      case 'unit': {
        const page = pageOf(unitsOf(person), asked);
        const buttons = page.items.map((unit) => ({ text: unit.name, data: actionData('a-unit', unit.id) }));
        return { question: say.askUnit, rows: [...numbered(buttons), ...pageButtons(ctx, page, 'a-units')] };
      }
      case 'day': {
        const buttons = [say.today, say.yesterday].map((text, ago) => ({ text, data: actionData('a-day', ago) }));
        return { question: say.askDay, rows: numbered(buttons) };
      }
      case 'count':
        return { question: say.askCount(KIND_LABELS[draft.kind ?? 'lecture'][language]), rows: [] };
      case 'how': {
        const buttons = say.ways.map((text, i) => ({ text, data: actionData('a-how', i) }));
        return { question: say.askHow, rows: numbered(buttons) };
      }
      case 'check': {
        const activity = complete(draft);
        const buttons = [
          { text: say.save, data: actionData('a-save', draft.draft) },
          { text: say.revise, data: actionData('a-revise') },
        ];
        return { question: activity ? say.check(activityText(activity, parts, ctx.say)) : '', rows: numbered(buttons) };
      }
    }
  };

  /** Begins with the first question; what was begun before is dropped. */
  const begin = async (ctx: PufaContext): Promise<void> => {
    const person = await servingWith(ctx, parts, 'activity.enter');
    if (!person) return refuseWish(ctx, parts);
    const units = unitsOf(person).map((unit) => unit.id);
    await ask(ctx, person, newDraft(draftName(), units));
  };

  /** The person and their open draft. @returns the toast that says why not */
  const openDraft = async (ctx: PufaContext): Promise<{ person: Serving; draft: ActivityDraft } | { text: string }> => {
    const person = await servingWith(ctx, parts, 'activity.enter');
    if (!person) return { text: ctx.say.notForYou };
    const draft = openDialogue('activity', await dialogues.open(person.key, clock.now()));
    if (!draft) return { text: ctx.say.stale };
    return stillMay(person, draft) ? { person, draft } : { text: ctx.say.notForYou };
  };

  /** A button that answers one question, and nothing when another one is open. */
  const answering =
    (
      step: Step,
      answer: (ctx: PufaContext, id: string, person: Serving, draft: ActivityDraft) => Promise<boolean>,
    ): ActionHandler =>
    async (ctx, id) => {
      const open = await openDraft(ctx);
      if ('text' in open) return open;
      if (open.draft.asking !== step) return { text: ctx.say.stale };
      return (await answer(ctx, id, open.person, open.draft)) ? undefined : { text: ctx.say.notForYou };
    };

  const actions = {
    'a-new': (async (ctx) => {
      if (!(await servingWith(ctx, parts, 'activity.enter'))) return { text: ctx.say.notForYou };
      await begin(ctx);
      return undefined;
    }) satisfies ActionHandler,
    'a-kind': answering('kind', async (ctx, id, person, draft) => {
      const kind = ACTIVITY_KINDS.find((known) => known.replace('_', '-') === id);
      if (!kind || !changeable(draft).includes('kind')) return false;
      await ask(ctx, person, answered(draft, { kind }));
      return true;
    }),
    'a-units': answering('unit', async (ctx, id, person, draft) => {
      await ask(ctx, person, draft, '', Number(id));
      return true;
    }),
    'a-unit': answering('unit', async (ctx, id, person, draft) => {
      const unit = unitsOf(person).find((known) => known.id === id);
      if (!unit || !changeable(draft).includes('unit')) return false;
      await ask(ctx, person, answered(draft, { unitId: unit.id }));
      return true;
    }),
    'a-day': answering('day', async (ctx, id, person, draft) => {
      if (id !== '0' && id !== '1') return false;
      await ask(
        ctx,
        person,
        answered(draft, {
          day: today()
            .subtract({ days: Number(id) })
            .toString(),
        }),
      );
      return true;
    }),
    'a-how': answering('how', async (ctx, id, person, draft) => {
      // Kept in Chinese, whatever the language of who pressed: the office reads it in its report.
      const howCounted = sentencesIn('zh').activities.ways[Number(id)];
      if (!howCounted) return false;
      await ask(ctx, person, answered(draft, { howCounted }));
      return true;
    }),
    'a-revise': answering('check', async (ctx, _id, _person, draft) => {
      const { fields, reviseWhat } = ctx.say.activities;
      const buttons = changeable(draft).flatMap((step) =>
        step === 'check' ? [] : [{ text: fields[step], data: actionData('a-field', step) }],
      );
      await show(ctx, menus, reviseWhat, numbered(buttons));
      return true;
    }),
    'a-field': answering('check', async (ctx, id, person, draft) => {
      const asking = changeable(draft).find((step) => step === id);
      if (!asking) return false;
      await ask(ctx, person, { ...draft, asking });
      return true;
    }),
  };

  /** The number of a button of this question, as the menu last showed it. */
  const picked = (ctx: PufaContext, words: string) => {
    const number = choiceOf(words);
    const action = number === null ? null : readAction(menus.pick(ctx.chat?.id ?? 0, number) ?? '');
    return action?.verb.startsWith('a-') ? action : null;
  };

  /** What is wrong with typed words as the answer to the open question, or the draft with the answer in it. */
  const typed = (ctx: PufaContext, draft: ActivityDraft, words: string): ActivityDraft | string => {
    const say = ctx.say.activities;
    if (draft.asking === 'day') {
      const read = readDay(words, today(), 'past');
      if ('problem' in read) return say.dayBad[read.problem];
      const wrong = checkDay(read.day, today());
      return wrong ? say.dayBad[wrong] : answered(draft, { day: read.day.toString() });
    }
    if (draft.asking === 'count') {
      const read = readCount(words);
      return read.kind === 'problem' ? say.countBad[read.problem] : answered(draft, { count: read.count });
    }
    if (draft.asking === 'how') {
      const howCounted = oneLine(words);
      const fits = saysSomething(howCounted) && codePoints(howCounted) <= HOW_MAX_LENGTH;
      return fits ? answered(draft, { howCounted }) : say.howBad;
    }
    return draft.asking === 'check' ? say.notSavedYet : '';
  };

  /** @param act does what a button of the draft does, for the digit that was typed instead */
  const answers = (act: Record<string, ActionHandler>) =>
    ({
      activity: async (ctx: PufaContext, draft: ActivityDraft) => {
        const person = await servingWith(ctx, parts, 'activity.enter');
        if (!person || !stillMay(person, draft)) {
          await dialogues.close(parts.identity.keyOf(ctx.from?.id ?? 0));
          return refuseWish(ctx, parts);
        }
        const words = ctx.message?.text ?? '';
        const action = draft.asking === 'count' ? null : picked(ctx, words);
        const handler = action && act[action.verb];
        if (action && handler) {
          const toast = await handler(ctx, action.id);
          if (toast) await show(ctx, menus, toast.text);
          return;
        }
        const next = typed(ctx, draft, words);
        await (typeof next === 'string' ? ask(ctx, person, draft, next) : ask(ctx, person, next));
      },
    }) satisfies Partial<DialogueHandlers>;

  return { ask, begin, openDraft, actions, answers };
}

/** A role may have ended since its unit was picked. */
function stillMay(person: Serving, { unitId }: ActivityDraft): boolean {
  return unitId === null || person.mayIn('activity.enter', [unitId]);
}

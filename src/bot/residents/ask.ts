import type { FaqEntry } from '../../content/pack.js';
import { answerText, caseText } from '../../faq/answer-text.js';
import { maskText } from '../../faq/mask-text.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import { numbered, show } from '../show.js';

/** Questions and what comes back: the answer, at most three choices, or an honest "not yet". */
export function askJourney(parts: BotParts) {
  const { faq, pack, questions, chats, roles, menus, clock } = parts;

  const answer = async (ctx: PufaContext, entry: FaqEntry, inPlace: boolean) => {
    const text = answerText(entry, pack.hotlines, ctx.say.answer);
    await show(ctx, menus, text, [[{ text: ctx.say.caseButton, data: actionData('case', entry.id) }]], inPlace);
  };

  const ask = async (ctx: PufaContext, question: string): Promise<void> => {
    const result = faq.ask(question).verdict;
    const inGroup = ctx.chat?.type !== 'private';
    if (result.kind === 'answer') await answer(ctx, result.entry, false);
    else if (result.kind === 'choices') {
      const buttons = result.entries.map((entry) => ({ text: entry.question, data: actionData('ans', entry.id) }));
      await show(ctx, menus, ctx.say.choices, numbered(buttons));
    } else await show(ctx, menus, inGroup ? ctx.say.noneInGroup : ctx.say.none);

    // Counted are residents' questions, as their interactions are.
    if (ctx.from && (await roles.rolesOf(ctx.from.id)).length > 0) return;
    const chat = ctx.chat ? await chats.find(ctx.chat.id) : null;
    await questions.record(
      {
        // Only people who agreed to it are remembered with their question; in a group nobody was asked.
        askerKey: !inGroup && chat?.consentVersion ? chat.key : null,
        inGroup,
        unitId: chat?.unitId ?? null,
        outcome: result.kind === 'answer' ? 'answered' : result.kind,
        entryId: result.kind === 'answer' ? result.entry.id : null,
        choiceIds: result.kind === 'choices' ? result.entries.map((entry) => entry.id) : [],
        maskedText: result.kind === 'answer' ? null : maskText(question),
      },
      clock.now(),
    );
    parts.log.info({ event: 'question', outcome: result.kind, inGroup, chatId: chat?.id }, 'question.asked');
  };

  const actions = {
    ans: (async (ctx, id) => {
      const entry = faq.entry(id);
      if (!entry) return { text: ctx.say.stale };
      await answer(ctx, entry, true);
      return undefined;
    }) satisfies ActionHandler,
    case: (async (ctx, id) => {
      const entry = faq.entry(id);
      if (!entry) return { text: ctx.say.stale };
      await show(ctx, menus, caseText(entry, ctx.say.answer), [], false);
      return undefined;
    }) satisfies ActionHandler,
  };

  return { ask, actions };
}

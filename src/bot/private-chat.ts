import { readBindCode } from '../chats/bind-code.js';
import { codePoints, visibleText } from '../content/telegram-text.js';
import { readAction } from './actions.js';
import { answerDialogue } from './dialogues.js';
import type { Journeys } from './journeys.js';
import type { BotParts, PufaContext } from './parts.js';
import { choiceOf, isDrop, wishOf, wishWordOf } from './plain-words.js';
import { serving } from './serving.js';
import { show } from './show.js';

/** Characters of a cry for help, such as 老公打我怎么办; reasons and notices on the same matter are longer. */
const CRY_LENGTH = 8;
/** A number, a day or a time is an answer, though 十二 stands in an urgent entry as well (七十二小时). */
const NUMBERS = /^[\d\s:.,，：、/-]*[零一二三四五六七八九十百千万两半点整月日号年时分前后今明昨天上下午早晚]*$/u;

/**
 * What a message in private means, in this order: an answer to what the bot asked (of those who serve), a digit for a
 * button, a binding code, a wish in plain words, a question. The word of a wish ends an open dialogue: it is too short
 * to be anything else, and nothing that was written before is lost by it. A whole sentence is an answer.
 */
export function privateChat(journeys: Journeys, parts: BotParts) {
  const { dialogues, identity, clock, menus, faq } = parts;

  /** A few words whose likeliest meaning is an urgent entry: they come before anything the bot was asking. */
  const isCryForHelp = (text: string): boolean => {
    if (codePoints(text) > CRY_LENGTH || NUMBERS.test(text)) return false;
    const { verdict } = faq.ask(text);
    if (verdict.kind === 'choices') return verdict.entries[0]?.urgent ?? false;
    return verdict.kind === 'answer' && verdict.entry.urgent;
  };

  /** @returns true when the message was the answer to an open dialogue, or ended it */
  const answered = async (ctx: PufaContext, text: string): Promise<boolean> => {
    if (!ctx.from) return false;
    const key = identity.keyOf(ctx.from.id);
    const open = await dialogues.open(key, clock.now());
    if (!open) return false;
    if (isDrop(text)) {
      await dialogues.close(key);
      await show(ctx, menus, ctx.say.dropped);
      return true;
    }
    if (wishWordOf(text) !== null || text.startsWith('/') || isCryForHelp(text)) {
      await dialogues.close(key);
      return false;
    }
    return answerDialogue(journeys.dialogues, ctx, open);
  };

  const text = async (ctx: PufaContext, words: string): Promise<void> => {
    if (await answered(ctx, words)) return;
    const number = choiceOf(words);
    const action = number === null ? null : readAction(menus.pick(ctx.chat?.id ?? 0, number) ?? '');
    if (action) {
      const toast = await journeys.actions[action.verb](ctx, action.id);
      if (toast) await ctx.reply(visibleText(toast.text));
      return;
    }
    const code = readBindCode(words);
    if (code) return journeys.bindFromPrivate(ctx, code);
    const wish = wishOf(words);
    // 停止 and 取消 are said of notices, too: whoever works with them is asked what is meant.
    if (wish === 'stop' && isDrop(words) && (await serving(ctx, parts))) return show(ctx, menus, ctx.say.work.stopWhat);
    const grant = wish && journeys.privateWishes[wish];
    await (grant ? grant(ctx) : journeys.ask(ctx, words));
  };

  const other = async (ctx: PufaContext): Promise<void> => {
    if (!(await answered(ctx, ''))) await show(ctx, menus, ctx.say.onlyText);
  };

  return { answered, text, other };
}

import { chatIdOf } from '../../chats/identity.js';
import { escapeHtml } from '../../content/telegram-text.js';
import type { DeskNotice } from '../../notices/notice-desk.js';
import { releaseTimes } from '../../notices/send-times.js';
import { actionData } from '../actions.js';
import type { DialogueHandlers } from '../dialogues.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import { sendBody } from '../send-body.js';
import { sentencesIn } from '../sentences.js';
import { show } from '../show.js';
import { addressesWith, tellWithMenu } from '../tell.js';
import { noticeAccess } from './notice-access.js';
import { versioned } from './notice-view.js';
import { showNotice } from './show-notice.js';

const REASON_LENGTH = 500;

/** Asking for a release, releasing, returning with a reason, rejecting: two people, two pairs of eyes. */
export function noticeDeciding(parts: BotParts) {
  const { desk, watches, dialogues, identity, menus, clock, timeZone, training, log } = parts;
  const { card, refuse, view, guarded } = showNotice(parts);
  const access = noticeAccess(parts);
  /** Colleagues are told in Chinese: they may not have written to the bot for long. */
  const theirs = sentencesIn('zh');

  /** Shows the notice to everybody who may decide. @returns how many could be reached */
  const askDeciders = async (ctx: PufaContext, notice: DeskNotice): Promise<number> => {
    const addresses = await addressesWith(parts, 'notice.release', notice.audience.unitIds, notice.authorKey);
    const text = theirs.notice.submittedCard(await view.facts(notice, theirs));
    let reached = 0;
    for (const address of addresses) {
      try {
        await sendBody(ctx.api, chatIdOf(identity, address), notice.body);
      } catch {
        log.warn({ noticeId: notice.id }, 'notice.decider-not-reached');
        continue;
      }
      const message = await tellWithMenu(ctx.api, parts, address, text, view.deciderButtons(notice, theirs));
      if (message !== null) reached += 1;
    }
    return reached;
  };

  const askRelease: ActionHandler = guarded(
    (ctx, id) => access.toWrite(ctx, id, 'submit'),
    async (ctx, found) => {
      const { notice, person } = found;
      if ((await view.reached(notice)).length === 0) return { text: ctx.say.notice.nobodyThere, alert: true };
      await dialogues.close(person.key);
      const moved = await desk.move(notice.id, 'submit', notice.version, null, person.key, clock.now());
      const submitted = await desk.find(notice.id);
      if (!moved || !submitted) return refuse(ctx, 'state', submitted);
      const reached = await askDeciders(ctx, submitted);
      const said = reached > 0 ? ctx.say.notice.asked(reached) : ctx.say.notice.askedNobody;
      const rows = view.authorButtons(submitted, ctx.say);
      await show(ctx, menus, `${ctx.say.notice.card(await view.facts(submitted, ctx.say))}\n\n${said}`, rows);
      if ((await training?.isOn()) && person.mayIn('notice.release', notice.audience.unitIds)) {
        await show(ctx, menus, ctx.say.notice.askedTraining, [], false);
        await card(ctx, submitted, false);
      }
      return undefined;
    },
  );

  const release: ActionHandler = guarded(
    (ctx, id) => access.toDecide(ctx, id, 'release'),
    async (ctx, found) => {
      const { notice, person } = found;
      const chats = await view.reached(notice);
      if (chats.length === 0) return { text: ctx.say.notice.emptyNow, alert: true };
      const now = clock.now();
      const times = releaseTimes(notice.sendAt, now, timeZone);
      const by = { key: person.key, address: identity.seal(person.telegramId) };
      // Whoever releases has thought better of the reason the bot may be waiting for.
      await dialogues.close(person.key);
      const done = await desk.release(notice.id, notice.version, times, chats, by, now);
      const after = await desk.find(notice.id);
      if (!done || !after) return refuse(ctx, 'state', after);
      log.info({ noticeId: notice.id, deliveries: chats.length }, 'notice.released');
      // This very message goes on showing how far it is; the author gets one of their own.
      const messageId = ctx.callbackQuery?.message?.message_id ?? null;
      if (messageId !== null)
        await watches.noteShown({ noticeId: notice.id, personKey: person.key }, messageId, '', false);
      await card(ctx, after);
      parts.wake();
      return undefined;
    },
  );

  const askReason = (decision: 'return' | 'reject'): ActionHandler =>
    guarded(
      (ctx, id) => access.toDecide(ctx, id, decision),
      async (ctx, found) => {
        const { notice, person } = found;
        const data = { noticeId: notice.id, version: notice.version, decision };
        await dialogues.ask(person.key, { kind: 'notice-reason', data }, clock.now());
        const drop = { text: ctx.say.dropButton, data: actionData('drop') };
        await show(ctx, menus, ctx.say.notice.askReason[decision], [[drop]], false);
        return undefined;
      },
    );

  const reason: DialogueHandlers['notice-reason'] = async (ctx, { noticeId, version, decision }) => {
    const asked = await access.toDecide(ctx, `${noticeId}-${version}`, decision);
    if (!('access' in asked)) {
      if (ctx.from) await dialogues.close(identity.keyOf(ctx.from.id));
      const toast = await refuse(ctx, asked.refusal, asked.notice);
      await ctx.reply(toast.text);
      return;
    }
    const { notice, person } = asked.access;
    const words = (ctx.message?.text ?? '').trim();
    if (words === '' || words.length > REASON_LENGTH) return show(ctx, menus, ctx.say.notice.reasonTooLong);
    await dialogues.close(person.key);
    const done = await desk.move(noticeId, decision, version, words, person.key, clock.now());
    const after = await desk.find(noticeId);
    if (!done || !after) {
      const toast = await refuse(ctx, 'state', after);
      await ctx.reply(toast.text);
      return;
    }
    await show(ctx, menus, ctx.say.notice.decided[decision]);
    await tellAuthor(ctx, notice, after, decision, words);
  };

  const tellAuthor = async (
    ctx: PufaContext,
    notice: DeskNotice,
    after: DeskNotice,
    decision: 'return' | 'reject',
    words: string,
  ) => {
    const author = (await watches.of(notice.id)).find((watch) => watch.personKey === notice.authorKey);
    if (!author) return;
    const text = theirs.notice.toldAuthor(decision, view.title(after, theirs), escapeHtml(words));
    await tellWithMenu(ctx.api, parts, author.address, text, view.authorButtons(after, theirs));
  };

  const actions = {
    'n-ask': askRelease,
    'n-back': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'take-back'),
      async (ctx, found) => {
        const { notice, person } = found;
        const done = await desk.move(notice.id, 'take-back', notice.version, null, person.key, clock.now());
        const after = await desk.find(notice.id);
        if (!done || !after) return refuse(ctx, 'state', after);
        await card(ctx, after);
        return undefined;
      },
    ),
    'n-release': guarded(
      (ctx, id) => access.toDecide(ctx, id, 'release'),
      async (ctx, found) => {
        const { notice } = found;
        const chats = await view.reached(notice);
        if (chats.length === 0) return { text: ctx.say.notice.emptyNow, alert: true };
        const { releaseYes, lookAgain } = ctx.say.notice.buttons;
        const sure = ctx.say.notice.sureToRelease(view.reachText(chats, ctx.say), view.whenText(notice, ctx.say));
        await show(ctx, menus, sure, [
          [{ text: releaseYes, data: actionData('n-release-yes', versioned(notice)) }],
          [{ text: lookAgain, data: actionData('n-open', notice.id) }],
        ]);
        return undefined;
      },
    ),
    'n-release-yes': release,
    'n-return': askReason('return'),
    'n-reject': askReason('reject'),
  };

  return { actions, dialogues: { 'notice-reason': reason } };
}

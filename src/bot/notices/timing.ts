import type { DeskNotice } from '../../notices/notice-desk.js';
import { offeredTimes, readSendAt, sendAtProblem, showInstant } from '../../notices/send-times.js';
import { actionData } from '../actions.js';
import type { DialogueHandlers } from '../dialogues.js';
import type { BotParts, PufaContext, Toast } from '../parts.js';
import { numbered, show } from '../show.js';
import { type Access, noticeAccess } from './notice-access.js';
import { versioned } from './notice-view.js';
import { showNotice } from './show-notice.js';

const MINUTE_MS = 60_000;

/** When a draft is to go out: at once after its release, at an offered hour, or at a typed time. */
export function noticeTiming(parts: BotParts) {
  const { desk, dialogues, menus, clock, identity, timeZone } = parts;
  const { card, refuse, guarded } = showNotice(parts);
  const access = noticeAccess(parts);

  const chooseWhen = async (ctx: PufaContext, notice: DeskNotice) => {
    const id = versioned(notice);
    const now = clock.now();
    const { buttons } = ctx.say.notice;
    const rows = numbered([
      { text: buttons.now, data: actionData('n-at', `${id}-0`) },
      ...offeredTimes(now, timeZone).map((instant) => ({
        text: showInstant(instant, now, timeZone),
        data: actionData('n-at', `${id}-${instant.getTime() / MINUTE_MS}`),
      })),
      { text: buttons.ownTime, data: actionData('n-time', id) },
    ]);
    await show(ctx, menus, ctx.say.notice.chooseWhen(showInstant(now, now, timeZone)), rows);
  };

  const set = async (
    ctx: PufaContext,
    { notice, person }: Pick<Access, 'notice' | 'person'>,
    sendAt: Date | null,
  ): Promise<Toast | undefined> => {
    // A tap answers the question that may still be open, so that the next message is not taken for a time.
    await dialogues.close(person.key);
    const changed = await desk.change(notice.id, notice.version, { sendAt }, person.key, clock.now());
    if (!changed) return refuse(ctx, 'changed', await desk.find(notice.id));
    await card(ctx, changed);
    return undefined;
  };

  const typed: DialogueHandlers['notice-time'] = async (ctx, { noticeId }) => {
    const known = await desk.find(noticeId);
    const asked = known && (await access.toWrite(ctx, versioned(known), 'edit'));
    if (!asked || !('access' in asked)) {
      if (ctx.from) await dialogues.close(identity.keyOf(ctx.from.id));
      return show(ctx, menus, ctx.say.notice.refusal[asked?.refusal ?? 'state']);
    }
    const read = readSendAt(ctx.message?.text ?? '', clock.now(), timeZone);
    if ('problem' in read) return show(ctx, menus, ctx.say.notice.timeProblem[read.problem]);
    const toast = await set(ctx, asked.access, read.instant);
    if (toast) await ctx.reply(toast.text);
  };

  const actions = {
    'n-when': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        await chooseWhen(ctx, found.notice);
        return undefined;
      },
    ),
    'n-at': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        const minutes = Number(found.rest);
        if (!/^\d{1,9}$/.test(found.rest)) return { text: ctx.say.stale };
        if (minutes === 0) return set(ctx, found, null);
        const sendAt = new Date(minutes * MINUTE_MS);
        const problem = sendAtProblem(sendAt, clock.now());
        if (problem) return { text: ctx.say.notice.timeProblem[problem], alert: true };
        return set(ctx, found, sendAt);
      },
    ),
    'n-time': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        const { person, notice } = found;
        await dialogues.ask(person.key, { kind: 'notice-time', data: { noticeId: notice.id } }, clock.now());
        await show(
          ctx,
          menus,
          ctx.say.notice.typeTime,
          [[{ text: ctx.say.dropButton, data: actionData('drop') }]],
          false,
        );
        return undefined;
      },
    ),
  };

  return { actions, dialogues: { 'notice-time': typed } };
}

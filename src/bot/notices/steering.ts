import { actionData } from '../actions.js';
import type { ActionHandler, BotParts } from '../parts.js';
import { show } from '../show.js';
import { noticeAccess } from './notice-access.js';
import { showNotice } from './show-notice.js';

/** Pause, go on, stop, cancel: each takes effect before the next message is sent. */
export function noticeSteering(parts: BotParts) {
  const { desk, menus, clock } = parts;
  const { card, refuse } = showNotice(parts);
  const access = noticeAccess(parts);

  const steer =
    (move: 'pause' | 'resume' | 'stop' | 'cancel'): ActionHandler =>
    async (ctx, id) => {
      const asked = await access.toSteer(ctx, id, move);
      if (!('access' in asked)) return refuse(ctx, asked.refusal, asked.notice);
      const { notice, person } = asked.access;
      const done = await desk.move(notice.id, move, null, null, person.key, clock.now());
      const after = await desk.find(notice.id);
      if (!done && move === 'cancel' && after?.state === notice.state) {
        await card(ctx, after);
        return { text: ctx.say.notice.tooLateToCancel, alert: true };
      }
      if (!done || !after) return refuse(ctx, 'state', after);
      await card(ctx, after);
      parts.wake();
      return undefined;
    };

  const actions = {
    'n-pause': steer('pause'),
    'n-resume': steer('resume'),
    'n-cancel': steer('cancel'),
    'n-stop': (async (ctx, id) => {
      const asked = await access.toSteer(ctx, id, 'stop');
      if (!('access' in asked)) return refuse(ctx, asked.refusal, asked.notice);
      const { stopYes, lookAgain } = ctx.say.notice.buttons;
      await show(
        ctx,
        menus,
        ctx.say.notice.sureToStop,
        [
          [{ text: stopYes, data: actionData('n-stop-yes', asked.access.notice.id) }],
          [{ text: lookAgain, data: actionData('n-open', asked.access.notice.id) }],
        ],
        false,
      );
      return undefined;
    }) satisfies ActionHandler,
    'n-stop-yes': steer('stop'),
  };

  return { actions };
}

import { actionData } from '../actions.js';
import type { ActionHandler, BotParts } from '../parts.js';
import { show } from '../show.js';
import { noticeAccess } from './notice-access.js';
import { showNotice } from './show-notice.js';

/** Pause, go on, stop, cancel: each takes effect before the next message is sent. */
export function noticeSteering(parts: BotParts) {
  const { desk, menus, clock } = parts;
  const { card, refuse, guarded } = showNotice(parts);
  const access = noticeAccess(parts);

  const steer = (move: 'pause' | 'resume' | 'stop' | 'cancel'): ActionHandler =>
    guarded(
      (ctx, id) => access.toSteer(ctx, id, move),
      async (ctx, found) => {
        const { notice, person } = found;
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
      },
    );

  const actions = {
    'n-pause': steer('pause'),
    'n-resume': steer('resume'),
    'n-cancel': steer('cancel'),
    'n-stop': guarded(
      (ctx, id) => access.toSteer(ctx, id, 'stop'),
      async (ctx, found) => {
        const { stopYes, lookAgain } = ctx.say.notice.buttons;
        await show(
          ctx,
          menus,
          ctx.say.notice.sureToStop,
          [
            [{ text: stopYes, data: actionData('n-stop-yes', found.notice.id) }],
            [{ text: lookAgain, data: actionData('n-open', found.notice.id) }],
          ],
          false,
        );
        return undefined;
      },
    ),
    'n-stop-yes': steer('stop'),
  };

  return { actions };
}

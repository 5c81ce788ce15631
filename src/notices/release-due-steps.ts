import type { DatedStep } from '../calendar/dated-steps.js';
import { stepsBetween } from '../calendar/steps-between.js';
import { defaultTopics } from '../content/default-topics.js';
import type { ContentPack } from '../content/pack.js';
import { civilDateAt } from '../time/zone.js';
import { chatsInAudience } from './audience.js';
import { contentVersion } from './content-version.js';
import type { NewNotice, NoticeBook, SkipReason } from './notice-book.js';
import { planSteps } from './plan-steps.js';
import { stepBody } from './step-body.js';

/** How far back a step that nobody handled is still noticed (as skipped, mostly): a machine may have slept for long. */
const LOOK_BACK_DAYS = 366;

export interface StepsRun {
  released: { noticeId: number; slot: string; deliveries: number; late: boolean }[];
  skipped: { slot: string; reason: SkipReason }[];
}

/**
 * Releases the observance steps that are due: each becomes a notice with one planned delivery per chat of its
 * audience, once. They are released with the year's calendar, so no person is asked again (design, decision 4).
 */
export async function releaseDueSteps(
  pack: ContentPack,
  book: NoticeBook,
  timeZone: string,
  now: Date,
): Promise<StepsRun> {
  const today = civilDateAt(now, timeZone);
  const earliest = today.subtract({ days: LOOK_BACK_DAYS });
  const steps = stepsBetween(pack, earliest, today, timeZone).filter((step) => step.dueAt <= now);
  const handled = await book.handledSlots(steps.map((step) => step.slot));
  const plan = planSteps(steps, handled, await book.calendarBeganAt(now), await book.restoredGap(), now);
  const run: StepsRun = { released: [], skipped: [] };
  const passedOver = [
    ...plan.skip.map((step) => ({ step, reason: 'too-late' as const })),
    ...plan.restored.map((step) => ({ step, reason: 'restored' as const })),
  ];
  for (const { step, reason } of passedOver) {
    if (await book.skip(noticeOf(step, pack, now), reason, now)) run.skipped.push({ slot: step.slot, reason });
  }
  if (plan.release.length === 0) return run;
  const chats = await book.activeChats(defaultTopics(pack.topics));
  for (const step of plan.release) {
    const notice = noticeOf(step, pack, now);
    const picked = chatsInAudience(notice.audience, chats, pack.units);
    const noticeId = await book.release(notice, picked, now);
    if (noticeId === null) continue;
    run.released.push({ noticeId, slot: step.slot, deliveries: picked.length, late: notice.late });
  }
  return run;
}

function noticeOf(step: DatedStep, pack: ContentPack, now: Date): NewNotice {
  const body = stepBody(step, pack.quizzes);
  return {
    slot: step.slot,
    title: step.observance.title,
    body,
    contentVersion: contentVersion(body),
    audience: { unitIds: [], topicIds: step.observance.topicIds, kinds: [], exceptChatIds: [] },
    dueAt: step.dueAt,
    dueDay: step.dueDay.toString(),
    sendLateUntil: step.sendLateUntil,
    // Cron ticks once a minute, so anything beyond the next tick means that we were not running.
    late: now.getTime() - step.dueAt.getTime() > 2 * 60_000,
  };
}

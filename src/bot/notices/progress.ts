import { createHash } from 'node:crypto';
import { type Api, GrammyError, HttpError } from 'grammy';
import { chatIdOf } from '../../chats/identity.js';
import { UNDER_WAY } from '../../notices/notice-moves.js';
import type { NoticeWatch } from '../../notices/notice-watches.js';
import type { BotParts } from '../parts.js';
import { sentencesIn } from '../sentences.js';
import type { Button } from '../show.js';
import { AS_HTML, keyboardOf, tellWithMenu } from '../tell.js';
import { hasBegun, hasOpen, noticeView } from './notice-view.js';

/** Telegram allows about 20 edits a minute in a chat; a person needs fewer. */
const PACE_MS = 3_000;

/** The messages that show how far released notices are: one per person, edited in place until the end. */
export interface NoticeProgress {
  /** Brings every open message up to date; one at a time. */
  refresh(): Promise<void>;
  /** Called after each delivery: refreshes at a fair pace, without anybody waiting for it. */
  noteDelivery(): void;
}

export function noticeProgress(api: Api, parts: BotParts): NoticeProgress {
  const { desk, watches, identity, log } = parts;
  const view = noticeView(parts);
  const say = sentencesIn('zh');
  let running: Promise<void> | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;

  const refreshAll = async () => {
    const open = await watches.open();
    for (const noticeId of new Set(open.map((watch) => watch.noticeId))) {
      const notice = await desk.find(noticeId);
      if (!notice) continue;
      const counts = await desk.progress(noticeId);
      const text = view.progressText(notice, counts, say);
      const rows = view.steeringButtons(notice, hasBegun(counts), say);
      const ended = !UNDER_WAY.includes(notice.state) && !hasOpen(counts);
      for (const watch of open.filter((one) => one.noticeId === noticeId)) await bring(watch, ended, text, rows);
    }
  };

  const bring = async (watch: NoticeWatch, ended: boolean, text: string, rows: Button[][]) => {
    const shown = createHash('sha256')
      .update(JSON.stringify([text, rows]))
      .digest('base64url');
    if (shown === watch.shown && !ended) return;
    if (watch.messageId === null) {
      const messageId = await tellWithMenu(api, parts, watch.address, text, rows);
      // Whoever cannot be told now is not pursued: the list of notices shows the same.
      return watches.noteShown(watch, messageId, shown, ended || messageId === null);
    }
    try {
      await api.editMessageText(chatIdOf(identity, watch.address), watch.messageId, text, {
        ...AS_HTML,
        ...(rows.length > 0 ? { reply_markup: keyboardOf(rows) } : {}),
      });
    } catch (error) {
      // A later refresh tries again where Telegram was busy or away; a message that is gone is let go.
      if (error instanceof HttpError) return;
      if (!(error instanceof GrammyError)) throw error;
      if (error.error_code === 429 || error.error_code >= 500) return;
      const isSame = error.description.includes('message is not modified');
      return watches.noteShown(watch, watch.messageId, shown, ended || !isSame);
    }
    await watches.noteShown(watch, watch.messageId, shown, ended);
  };

  const refresh = async () => {
    // Who asks while one is on waits for it and for one more, which sees everything.
    if (running) await running;
    running ??= refreshAll().finally(() => {
      running = null;
    });
    await running;
  };

  return {
    refresh,
    noteDelivery: () => {
      const nowMs = performance.now();
      if (nowMs - lastMs < PACE_MS) return;
      lastMs = nowMs;
      refresh().catch(() => log.warn('progress.not-shown'));
    },
  };
}

/** What readiness is judged by. */
export interface Vitals {
  phase: 'starting' | 'running' | 'stopping';
  databaseAnswers: boolean;
  byWebhook: boolean;
  /** since Telegram answered a poll or took the webhook; null: not yet */
  telegramHeardSecondsAgo: number | null;
  /** since the minute's work was last seen going on; null: not yet */
  tickedSecondsAgo: number | null;
}

/** Something that is not ready, and a sentence for the operator. */
export interface NotReady {
  part: 'program' | 'database' | 'telegram' | 'scheduler';
  message: string;
}

/** A poll hangs for 30 s and may be followed by an update that takes its time. */
const TELEGRAM_SILENT_SECONDS = 100;
const TICK_SILENT_SECONDS = 180;

/** @returns empty: ready */
export function judgeReadiness(vitals: Vitals): NotReady[] {
  if (vitals.phase === 'starting') return [{ part: 'program', message: '正在启动，请稍等。' }];
  if (vitals.phase === 'stopping') return [{ part: 'program', message: '正在停止。' }];
  const found: NotReady[] = [];
  if (!vitals.databaseAnswers) {
    found.push({ part: 'database', message: '数据库没有回答：请检查数据库服务器或磁盘。' });
  }
  const { telegramHeardSecondsAgo: heard, tickedSecondsAgo: ticked } = vitals;
  if (heard === null) {
    found.push({ part: 'telegram', message: '还没有联系上 Telegram：请检查网络、代理和 TELEGRAM_API_ROOT。' });
  } else if (!vitals.byWebhook && heard > TELEGRAM_SILENT_SECONDS) {
    found.push({ part: 'telegram', message: `已经 ${heard} 秒没有联系上 Telegram：请检查网络和代理。` });
  }
  if (ticked === null) {
    found.push({ part: 'scheduler', message: '每分钟的定时任务还没有跑过。' });
  } else if (ticked > TICK_SILENT_SECONDS) {
    found.push({ part: 'scheduler', message: `每分钟的定时任务已经 ${ticked} 秒没有动静：请看日志，必要时重新启动。` });
  }
  return found;
}

import cron from 'node-cron';

/**
 * Calls `tick` at every full minute of the zone; it decides nothing. A tick that takes longer than a minute is not
 * overtaken by the next one.
 * @returns stops the ticks and waits for a running one, at most `timeoutMs`
 */
export function startMinuteTick(tick: () => Promise<void>, timeZone: string): (timeoutMs: number) => Promise<void> {
  const task = cron.schedule('* * * * *', tick, { timezone: timeZone, noOverlap: true, name: 'minute' });
  return async (timeoutMs) => {
    await cron.shutdown(timeoutMs).catch(() => {});
    await task.destroy();
  };
}

// @ts-check
import { html, useEffect, useState } from '/vendor/htm-preact.js';
import { longDay, nextConstitutionDay, timeOfDay, tomorrowAtNine, wallMinute } from './zone-time.js';

/**
 * The sandbox's clock and what moves it.
 * @param {{ now: Date, zone: string, onMove: (move: { to: string } | { addMinutes: number }) => Promise<void> }} props
 */
export function ClockControls({ now, zone, onMove }) {
  const [moving, setMoving] = useState(false);
  const [wanted, setWanted] = useState('');
  const constitutionDay = nextConstitutionDay(now, zone);

  /** @param {{ to: string } | { addMinutes: number }} step */
  async function move(step) {
    setMoving(true);
    await onMove(step);
    setWanted('');
    setMoving(false);
  }

  return html`<section class="clock" aria-label="沙盒的时钟" aria-busy=${moving}>
    <div class="clock-face" data-testid="clock" data-now=${now.toISOString()}>
      <span class="clock-time">${timeOfDay(now, zone)}</span>
      <span class="clock-day"><strong>${longDay(now, zone)}</strong><span>${moving ? '正在办到期的事…' : zone}</span></span>
    </div>
    <div class="clock-buttons">
      <button type="button" class="chip" disabled=${moving} data-testid="clock-quick-hour" onClick=${() => move({ addMinutes: 60 })}>＋1小时</button>
      <button type="button" class="chip" disabled=${moving} data-testid="clock-quick-tomorrow" onClick=${() => move({ to: tomorrowAtNine(now, zone) })}>明天 09:00</button>
      <button type="button" class="chip chip-strong" disabled=${moving} title=${`国家宪法日，${constitutionDay.slice(0, 4)} 年`} data-testid="clock-quick-1204" onClick=${() => move({ to: constitutionDay })}>12月4日 09:00</button>
      <form
        class="clock-form"
        onSubmit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          if (wanted) move({ to: wanted });
        }}
      >
        <label><span class="hidden-label">拨到这个时间</span>
          <input type="datetime-local" value=${wanted || wallMinute(now, zone)} data-testid="clock-input" onInput=${(/** @type {any} */ event) => setWanted(event.currentTarget.value)} />
        </label>
        <button type="submit" class="chip" disabled=${moving || wanted === ''} data-testid="clock-set">拨到</button>
      </form>
    </div>
  </section>`;
}

/**
 * The sandbox's time, running on from the last answer of the server.
 * @param {string | undefined} serverNow ISO; undefined while nothing is known
 * @param {number} fetchedAtMs performance.now() of that answer
 * @returns {Date}
 */
export function useRunningClock(serverNow, fetchedAtMs) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return serverNow ? new Date(Date.parse(serverNow) + performance.now() - fetchedAtMs) : new Date(0);
}

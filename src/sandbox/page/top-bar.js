// @ts-check
import { html } from '/vendor/htm-preact.js';
import { ClockControls } from './clock-controls.js';
import { Icon } from './icon.js';

/** @typedef {'hint' | 'calls' | null} Panel what the right column shows */

/**
 * @param {{
 *   now: Date,
 *   zone: string,
 *   onMove: (move: { to: string } | { addMinutes: number }) => Promise<void>,
 *   panel: Panel,
 *   onPanel: (panel: Panel) => void,
 * }} props
 */
export function TopBar({ now, zone, onMove, panel, onPanel }) {
  /** @param {'hint' | 'calls'} which */
  const toggle = (which) => onPanel(panel === which ? null : which);
  return html`<header class="top-bar">
    <div class="brand">
      <img src="/page/icon.svg" alt="" width="40" height="40" />
      <div><h1>普法沙盒</h1><p>本机演练</p></div>
    </div>
    <${ClockControls} now=${now} zone=${zone} onMove=${onMove} />
    <div class="panel-toggles">
      <button type="button" class="button" aria-pressed=${panel === 'hint'} data-testid="hint-toggle" onClick=${() => toggle('hint')}><${Icon} name="star" /><span>试一遍</span></button>
      <button type="button" class="button" aria-pressed=${panel === 'calls'} data-testid="calls-toggle" onClick=${() => toggle('calls')}><${Icon} name="list" /><span>机器人调用记录</span></button>
    </div>
  </header>`;
}

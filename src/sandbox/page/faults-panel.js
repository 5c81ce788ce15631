// @ts-check
import { html, useState } from '/vendor/htm-preact.js';
import { addFault, clearFaults, setLimits, setPrivacyMode } from './control-api.js';
import { FAULT_KINDS, FAULT_METHODS, faultLabel } from './fault-kinds.js';
import { Icon } from './icon.js';

/** @typedef {import('./types.js').SandboxState} SandboxState */

/**
 * What goes wrong on purpose, and how strict this Telegram is.
 * @param {{ state: SandboxState, onChanged: () => void, onRefused: (sentence: string) => void }} props
 */
export function FaultsPanel({ state, onChanged, onRefused }) {
  const [method, setMethod] = useState('sendMessage');
  const [key, setKey] = useState('429');
  const [times, setTimes] = useState(1);

  /** @param {Promise<unknown>} change */
  async function apply(change) {
    try {
      await change;
      onChanged();
    } catch (error) {
      onRefused(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {Event} event */
  function order(event) {
    event.preventDefault();
    const kind = FAULT_KINDS.find((known) => known.key === key);
    if (kind) apply(addFault({ method, times, fault: kind.fault }));
  }

  return html`<details class="faults" data-testid="faults-panel">
    <summary data-testid="faults-toggle"><${Icon} name="bolt" />故障${state.faults.length > 0 && html`<span class="count">${state.faults.length}</span>`}</summary>
    <form class="fault-form" onSubmit=${order}>
      <label class="field">哪种调用
        <select value=${method} data-testid="fault-method" onChange=${(/** @type {any} */ event) => setMethod(event.currentTarget.value)}>
          ${FAULT_METHODS.map((choice) => html`<option key=${choice.method} value=${choice.method}>${choice.label}</option>`)}
        </select>
      </label>
      <label class="field">出什么事
        <select value=${key} data-testid="fault-kind" onChange=${(/** @type {any} */ event) => setKey(event.currentTarget.value)}>
          ${FAULT_KINDS.map((kind) => html`<option key=${kind.key} value=${kind.key}>${kind.label}</option>`)}
        </select>
      </label>
      <div class="fault-row">
        <label>接下来 <input type="number" min="1" max="99" value=${times} data-testid="fault-times" onInput=${(/** @type {any} */ event) => setTimes(Number(event.currentTarget.value) || 1)} /> 次</label>
        <button type="submit" class="button button-primary" data-testid="fault-add">安排上</button>
      </div>
    </form>
    ${
      state.faults.length > 0 &&
      html`<ul class="fault-list" data-testid="fault-list">
        ${state.faults.map((fault, index) => html`<li key=${index}>${fault.method === '*' ? '任何调用' : fault.method}:${faultLabel(fault.fault)}${(fault.times ?? 1) > 1 && ` × ${fault.times}`}</li>`)}
      </ul>
      <button type="button" class="text-button" data-testid="faults-clear" onClick=${() => apply(clearFaults())}>全部取消</button>`
    }
    <label class="switch"><input type="checkbox" checked=${state.limits} data-testid="limits-toggle" onChange=${() => apply(setLimits(!state.limits))} />按 Telegram 的速度限制（每群每分钟 20 条）</label>
    <label class="switch"><input type="checkbox" checked=${state.privacyMode} data-testid="privacy-toggle" onChange=${() => apply(setPrivacyMode(!state.privacyMode))} />隐私模式（群里只看得到叫它的话）</label>
  </details>`;
}

// @ts-check
import { html } from '/vendor/htm-preact.js';
import { GROUP, JOURNEYS } from './hint-steps.js';
import { Icon } from './icon.js';
import { useKept } from './use-kept.js';

/** @typedef {import('./types.js').SandboxState} SandboxState */
/** @typedef {import('./hint-steps.js').Journey} Journey */
/** @typedef {import('./hint-steps.js').Step} Step */

/**
 * "两分钟试一遍": a few steps for each part one can play, each with a button that leads there.
 * @param {{
 *   state: SandboxState,
 *   done: string[],
 *   onDone: (done: string[]) => void,
 *   onGo: (personId: number, chatId: number, text: string) => void,
 *   onConstitutionDay: () => void,
 *   onClose: () => void,
 * }} props `done`: `journey/index` of the steps made
 */
export function HintCard({ state, done, onDone, onGo, onConstitutionDay, onClose }) {
  const [tab, setTab] = useKept('hint-tab', 'resident');
  const journey = JOURNEYS.find((one) => one.id === tab) ?? JOURNEYS[0];
  if (!journey) return null;

  /** @param {Step} step */
  function go({ go: to }) {
    if (to === 'clock') return onConstitutionDay();
    const person = state.people.find((one) => one.name === to.person);
    const group = state.chats.find((chat) => chat.title === GROUP && chat.upgradedTo === null);
    const chatId = to.inGroup ? group?.id : person?.id;
    if (person && chatId !== undefined) onGo(person.id, chatId, to.text);
  }

  return html`<aside class="panel hint" aria-label="两分钟试一遍" data-testid="hint-card">
    <header class="panel-head">
      <h2>两分钟试一遍</h2>
      <button type="button" class="icon-button" aria-label="收起" data-testid="hint-close" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    <div class="hint-tabs" role="group" aria-label="演谁">
      ${JOURNEYS.map(
        ({ id, name }) =>
          html`<button type="button" key=${id} aria-pressed=${id === journey.id} data-testid=${`hint-tab-${id}`} onClick=${() => setTab(id)}>${name}</button>`,
      )}
    </div>
    <p class="panel-lead">${journey.lead}</p>
    <ol class="steps" key=${journey.id}>
      ${journey.steps.map((step, index) => {
        const mark = `${journey.id}/${index}`;
        return html`<${StepRow}
          key=${mark}
          step=${step}
          number=${index + 1}
          testId=${journey.id === 'resident' ? `${index + 1}` : `${journey.id}-${index + 1}`}
          isDone=${done.includes(mark)}
          onGo=${() => {
            go(step);
            if (!done.includes(mark)) onDone([...done, mark]);
          }}
        />`;
      })}
    </ol>
    <p class="panel-foot">发一条消息前看一眼左上角“我现在是”谁。右上角可以看机器人每一次调用。</p>
  </aside>`;
}

/** @param {{ step: Step, number: number, testId: string, isDone: boolean, onGo: () => void }} props */
function StepRow({ step, number, testId, isDone, onGo }) {
  return html`<li class=${isDone ? 'done' : ''} data-testid=${`step-${testId}`}>
    <span class="step-number" aria-label=${isDone ? '做过了' : undefined}>${isDone ? html`<${Icon} name="check" />` : number}</span>
    <div>
      <p class="step-words">${step.words}</p>
      <p class="step-then">${step.after}</p>
      <button type="button" class="chip" data-testid=${`step-go-${testId}`} onClick=${onGo}>
        ${step.go === 'clock' ? '拨过去' : `去当${step.go.person}`}
      </button>
    </div>
  </li>`;
}

// @ts-check
import { html } from '/vendor/htm-preact.js';
import { Icon } from './icon.js';

/** @typedef {import('./types.js').SandboxState} SandboxState */
/** @typedef {{ person: string, inGroup: boolean, text: string, words: string, after: string }} Step */

const GROUP = '春风社区居民群';

/** The round every newcomer makes; people and group are the default seed's. @type {(Step | 'clock')[]} */
const STEPS = [
  {
    person: '王主任',
    inGroup: false,
    text: '绑定码',
    words: '以王主任身份私聊机器人，发“绑定码”',
    after: '机器人给出一个码，点一下就能复制。',
  },
  {
    person: '李姐',
    inGroup: true,
    text: '/bind@pufa_sandbox_bot ',
    words: `以李姐身份把机器人拉进“${GROUP}”，再用绑定码绑定`,
    after: '右上角“⋮”里拉机器人进群，再把刚才复制的码粘在 /bind@… 后面发出去。',
  },
  {
    person: '张大爷',
    inGroup: false,
    text: '楼上扔东西',
    words: '以张大爷身份私聊机器人，问“楼上扔东西”',
    after: '看它引了哪一条法。在群里，要“回复”它的消息来问。',
  },
  'clock',
  { person: '张大爷', inGroup: false, text: '订阅', words: '先发“订阅”，再发“退订”', after: '不想收，随时能停。' },
];

/**
 * "两分钟试一遍": five steps, each with a button that leads there.
 * @param {{
 *   state: SandboxState,
 *   done: number[],
 *   onDone: (done: number[]) => void,
 *   onGo: (personId: number, chatId: number, text: string) => void,
 *   onConstitutionDay: () => void,
 *   onClose: () => void,
 * }} props
 */
export function HintCard({ state, done, onDone, onGo, onConstitutionDay, onClose }) {
  /** @param {number} index */
  const mark = (index) => !done.includes(index) && onDone([...done, index]);

  /** @param {Step} step @param {number} index */
  function go(step, index) {
    const person = state.people.find((one) => one.name === step.person);
    const group = state.chats.find((chat) => chat.title === GROUP && chat.upgradedTo === null);
    const chatId = step.inGroup ? group?.id : person?.id;
    if (person && chatId !== undefined) onGo(person.id, chatId, step.text);
    mark(index);
  }

  return html`<aside class="panel hint" aria-label="两分钟试一遍" data-testid="hint-card">
    <header class="panel-head">
      <h2>两分钟试一遍</h2>
      <button type="button" class="icon-button" aria-label="收起" data-testid="hint-close" onClick=${onClose}><${Icon} name="close" /></button>
    </header>
    <p class="panel-lead">这里的人都由你来演，说错了也没关系：什么都不会发到真的 Telegram 上。</p>
    <ol class="steps">
      ${STEPS.map((step, index) => {
        const isDone = done.includes(index);
        const words = step === 'clock' ? '把时钟拨到 12月4日 09:00' : step.words;
        const after = step === 'clock' ? '国家宪法日到了，看群里收到什么。' : step.after;
        return html`<li key=${index} class=${isDone ? 'done' : ''} data-testid=${`step-${index + 1}`}>
          <span class="step-number" aria-label=${isDone ? '做过了' : undefined}>${isDone ? html`<${Icon} name="check" />` : index + 1}</span>
          <div>
            <p class="step-words">${words}</p>
            <p class="step-then">${after}</p>
            <button
              type="button"
              class="chip"
              data-testid=${`step-go-${index + 1}`}
              onClick=${() => {
                if (step !== 'clock') return go(step, index);
                onConstitutionDay();
                mark(index);
              }}
            >
              ${step === 'clock' ? '拨过去' : `去当${step.person}`}
            </button>
          </div>
        </li>`;
      })}
    </ol>
    <p class="panel-foot">发一条消息前看一眼左上角“我现在是”谁。右上角可以看机器人每一次调用。</p>
  </aside>`;
}

// @ts-check
import { html, useEffect, useLayoutEffect, useRef, useState } from '/vendor/htm-preact.js';
import { CommandMenu, matchingCommands } from './command-menu.js';
import { Icon } from './icon.js';
import { readAttachment } from './read-attachment.js';
import { ReplyKeyboard } from './reply-keyboard.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Command} Command */
/** @typedef {import('./types.js').Attachment} Attachment */

/** What the next message answers or changes. @typedef {{ kind: 'reply' | 'edit', message: Message } | null} Target */

/**
 * The input box. Enter sends, Shift+Enter breaks the line, and an input method's own Enter does neither.
 * The box takes the focus when `focusKey` changes; `commandSuffix` is what a chosen command gets in a group (@name of the bot).
 * @param {{
 *   draft: string,
 *   onDraft: (text: string) => void,
 *   focusKey: string,
 *   who: string,
 *   target: Target,
 *   onDropTarget: () => void,
 *   commands: Command[],
 *   commandSuffix: string,
 *   keyboard: Message['replyKeyboard'],
 *   onSend: (text: string, attachment: Attachment | null) => Promise<boolean>,
 *   onRefused: (sentence: string) => void,
 * }} props
 */
export function Composer({
  draft,
  onDraft,
  focusKey,
  who,
  target,
  onDropTarget,
  commands,
  commandSuffix,
  keyboard,
  onSend,
  onRefused,
}) {
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const picker = useRef(/** @type {HTMLInputElement | null} */ (null));
  const [attachment, setAttachment] = useState(/** @type {Attachment | null} */ (null));
  const [chosen, setChosen] = useState(-1);
  const [menuClosed, setMenuClosed] = useState(false);
  const [keyboardShown, setKeyboardShown] = useState(true);
  const matching = menuClosed ? null : matchingCommands(commands, draft);

  useEffect(() => {
    // On a phone the focus would push up the screen keyboard unasked.
    if (window.matchMedia('(pointer: fine)').matches) box.current?.focus();
  }, [focusKey, target]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 160)}px`;
  }, [draft]);

  /** @param {string} text */
  function write(text) {
    setChosen(-1);
    setMenuClosed(false);
    onDraft(text);
  }

  /** @param {Command} command */
  function choose(command) {
    write(`/${command.command}${commandSuffix} `);
    box.current?.focus();
  }

  async function send() {
    const text = draft.trim();
    if (text === '' && !attachment) return;
    // Cleared at once, so that quick typing is not lost when the answer comes; put back if it was refused.
    onDraft('');
    setAttachment(null);
    if (await onSend(text, attachment)) return;
    onDraft(draft);
    setAttachment(attachment);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (matching && matching.length > 0) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        return setChosen((Math.max(chosen, step === 1 ? -1 : 0) + step + matching.length) % matching.length);
      }
      const command = matching[event.key === 'Tab' ? Math.max(chosen, 0) : chosen];
      if (command && (event.key === 'Enter' || event.key === 'Tab')) {
        event.preventDefault();
        return choose(command);
      }
    }
    if (event.key === 'Escape') {
      if (matching) setMenuClosed(true);
      else if (target) onDropTarget();
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  }

  /** @param {Event} event */
  async function pick(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const file = input.files?.[0];
    if (!file) return;
    const read = await readAttachment(file);
    input.value = '';
    if ('refused' in read) return onRefused(read.refused);
    setAttachment(read);
    box.current?.focus();
  }

  return html`<div class="composer">
    ${matching && html`<${CommandMenu} commands=${matching} chosen=${chosen} onChoose=${choose} />`}
    ${
      target &&
      html`<div class="composer-target" data-testid="composer-target">
        <${Icon} name=${target.kind === 'reply' ? 'reply' : 'edit'} />
        <p><strong>${target.kind === 'reply' ? `回复 ${target.message.from?.name ?? ''}` : '修改这条消息'}</strong><span>${target.message.text}</span></p>
        <button type="button" class="mini-button" aria-label="取消" data-testid="drop-target" onClick=${onDropTarget}><${Icon} name="close" /></button>
      </div>`
    }
    ${
      attachment &&
      html`<div class="composer-target" data-testid="attachment">
        <${Icon} name="file" />
        <p>
          <strong>${attachment.fileName}</strong>
          <label>
            发成
            <select value=${attachment.kind} data-testid="attachment-kind" onChange=${(/** @type {any} */ event) => setAttachment({ ...attachment, kind: event.currentTarget.value })}>
              <option value="photo">图片</option>
              <option value="voice">语音</option>
              <option value="document">文件</option>
            </select>
          </label>
        </p>
        <button type="button" class="mini-button" aria-label="不发这个文件" data-testid="drop-attachment" onClick=${() => setAttachment(null)}><${Icon} name="close" /></button>
      </div>`
    }
    <div class="composer-row">
      <button type="button" class="icon-button" title="发文件" aria-label="发文件" data-testid="attach-button" onClick=${() => picker.current?.click()}><${Icon} name="attach" /></button>
      <input ref=${picker} type="file" class="hidden-label" tabindex="-1" aria-hidden="true" data-testid="file-input" onChange=${pick} />
      <textarea
        ref=${box}
        rows="1"
        value=${draft}
        placeholder=${attachment ? '写一句说明（可以不写）' : `以${who}的身份说点什么…`}
        aria-label=${`以${who}的身份发消息`}
        aria-autocomplete="list"
        aria-activedescendant=${matching && chosen >= 0 ? `command-${chosen}` : undefined}
        data-testid="send-input"
        onInput=${(/** @type {any} */ event) => write(event.currentTarget.value)}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button type="button" class="icon-button" title="命令" aria-label="看命令" data-testid="commands-button" onClick=${() => {
        write('/');
        box.current?.focus();
      }}><${Icon} name="slash" /></button>
      ${keyboard && html`<button type="button" class="icon-button" aria-pressed=${keyboardShown} title="快捷键" aria-label="快捷键" data-testid="keyboard-toggle" onClick=${() => setKeyboardShown(!keyboardShown)}><${Icon} name="keyboard" /></button>`}
      <button type="button" class="send-button" title="发送" aria-label="发送" data-testid="send-button" disabled=${draft.trim() === '' && !attachment} onClick=${send}><${Icon} name="send" /></button>
    </div>
    ${keyboard && keyboardShown && html`<${ReplyKeyboard} rows=${keyboard} onPress=${(/** @type {string} */ text) => onSend(text, null)} />`}
  </div>`;
}

// @ts-check
import { html, useMemo, useState } from '/vendor/htm-preact.js';
import { commandsFor } from './chat-commands.js';
import { ChatDoor, emptyHint } from './chat-door.js';
import { ChatHead } from './chat-head.js';
import { Composer } from './composer.js';
import { copyText } from './copy-text.js';
import { MessageList } from './message-list.js';
import { isAdminOf, isInside, statusIn } from './person-chats.js';

/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').SandboxState} SandboxState */

/**
 * One chat, as one person sees it. Give it a key of person and chat, so that a half-made reply stays where it belongs.
 * `messages` is null while they are being fetched.
 * @param {{
 *   state: SandboxState,
 *   chat: Chat,
 *   personId: number,
 *   messages: Message[] | null,
 *   draft: string,
 *   onDraft: (text: string) => void,
 *   act: import('./types.js').Act,
 *   say: (text: string, kind?: 'info' | 'error') => void,
 *   onLink: (url: string) => void,
 *   onBack: () => void,
 *   onAddBot: () => void,
 *   onStartLink: () => void,
 * }} props
 */
export function ChatPane({
  state,
  chat,
  personId,
  messages,
  draft,
  onDraft,
  act,
  say,
  onLink,
  onBack,
  onAddBot,
  onStartLink,
}) {
  const [target, setTarget] = useState(/** @type {import('./composer.js').Target} */ (null));
  const who = state.people.find((person) => person.id === personId)?.name ?? '';
  const isPrivate = chat.type === 'private';
  const inside = isPrivate || isInside(statusIn(chat, personId));
  const isAdmin = !isPrivate && isAdminOf(chat, personId);
  const canWrite = isPrivate ? isInside(chat.botStatus) : inside && (chat.type !== 'channel' || isAdmin);
  const here = { chat: chat.id };

  const actions = useMemo(
    () => ({
      /** @param {Message} message */
      reply: (message) => setTarget({ kind: /** @type {const} */ ('reply'), message }),
      /** @param {Message} message */
      edit: (message) => {
        setTarget({ kind: /** @type {const} */ ('edit'), message });
        onDraft(message.text);
      },
      /** @param {Message} message */
      remove: (message) => act('delete', { ...here, message: message.id }),
      /** @param {Message} message @param {number} row @param {number} col */
      press: (message, row, col) => act('press', { ...here, message: message.id, row, col }),
      /** @param {Message} message @param {number[]} options */
      vote: (message, options) => act('vote', { ...here, message: message.id, options }),
      /** @param {Message} message */
      retract: (message) => act('retract', { ...here, message: message.id }),
      link: onLink,
      /** @param {string} text */
      copy: (text) => copyText(text, say),
      jump: jumpTo,
    }),
    [act, onLink],
  );

  /** @param {string} text @param {import('./types.js').Attachment | null} attachment */
  async function send(text, attachment) {
    const editing = target?.kind === 'edit' ? target.message : null;
    const replyTo = target?.kind === 'reply' ? { replyTo: target.message.id } : {};
    const done = editing
      ? await act('edit', { ...here, message: editing.id, text })
      : await act(
          'send',
          attachment
            ? { ...here, ...replyTo, media: attachment, ...(text && { text }) }
            : { ...here, ...replyTo, text },
        );
    if (done) setTarget(null);
    return done !== null;
  }

  return html`<main class="chat-pane" aria-label=${`${who}的会话：${chat.title}`} data-testid="chat-pane" data-chat=${chat.id} data-person=${personId}>
    <${ChatHead} chat=${chat} personId=${personId} act=${act} onBack=${onBack} onAddBot=${onAddBot} onStartLink=${onStartLink} />
    <${MessageList}
      messages=${inside ? (messages ?? []) : []}
      personId=${personId}
      zone=${state.zone}
      inGroup=${!isPrivate}
      canWrite=${canWrite}
      canDelete=${isAdmin}
      emptyHint=${messages === null ? '' : emptyHint(who, chat, inside)}
      actions=${actions}
    />
    ${
      canWrite
        ? html`<${Composer}
            draft=${draft}
            onDraft=${onDraft}
            focusKey=${`${personId}/${chat.id}`}
            who=${who}
            target=${target}
            onDropTarget=${() => {
              if (target?.kind === 'edit') onDraft('');
              setTarget(null);
            }}
            commands=${commandsFor(state.commands, chat, personId, isAdmin)}
            commandSuffix=${isPrivate ? '' : `@${state.bot.username}`}
            keyboard=${latestKeyboard(messages ?? [])}
            onSend=${send}
            onRefused=${(/** @type {string} */ sentence) => say(sentence, 'error')}
          />`
        : html`<${ChatDoor} chat=${chat} inside=${inside} act=${act} />`
    }
  </main>`;
}

/**
 * The keyboard of the latest message that carries one.
 * @param {Message[]} messages
 */
function latestKeyboard(messages) {
  return (
    messages.findLast((message) => message.replyKeyboard && message.replyKeyboard.length > 0)?.replyKeyboard ?? null
  );
}

/** @param {number} messageId */
function jumpTo(messageId) {
  const element = document.getElementById(`message-${messageId}`);
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  element?.classList.add('jumped');
  setTimeout(() => element?.classList.remove('jumped'), 1600);
}

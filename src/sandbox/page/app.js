// @ts-check
import { html, useCallback, useEffect, useState } from '/vendor/htm-preact.js';
import { botLink } from './bot-links.js';
import { CallsPanel } from './calls-panel.js';
import { ChatPane } from './chat-pane.js';
import { useRunningClock } from './clock-controls.js';
import { act as actAs, moveClock } from './control-api.js';
import { HintCard } from './hint-card.js';
import { OpenQuestion } from './open-question.js';
import { chatsOf } from './person-chats.js';
import { isUnread, loadReadMarks, markRead, saveReadMarks } from './read-marks.js';
import { Sidebar } from './sidebar.js';
import { TopBar } from './top-bar.js';
import { useKept } from './use-kept.js';
import { useSandbox } from './use-sandbox.js';
import { Toasts, useToasts } from './use-toasts.js';
import { nextConstitutionDay } from './zone-time.js';

/** @typedef {import('./open-question.js').Question} Question */

/** The whole page: who one is, where one is, and what is open. */
export function App() {
  const [place, setPlace] = useKept(
    'place',
    /** @type {{ personId: number | null, openChats: Record<string, number> }} */ ({ personId: null, openChats: {} }),
  );
  const [panel, setPanel] = useKept('panel', /** @type {import('./top-bar.js').Panel} */ ('hint'));
  const [stepsDone, setStepsDone] = useKept('steps-done', /** @type {string[]} */ ([]));
  const [drafts, setDrafts] = useState(/** @type {Record<string, string>} */ ({}));
  const [marks, setMarks] = useState(loadReadMarks);
  const [chatInFront, setChatInFront] = useState(false);
  const [question, setQuestion] = useState(/** @type {Question} */ (null));
  const { toasts, show } = useToasts();

  const openIdOf = (/** @type {number} */ personId) => place.openChats[String(personId)] ?? personId;
  const openChatId = place.personId === null ? null : openIdOf(place.personId);
  const sandbox = useSandbox(openChatId, (toast) => {
    if (toast.person !== place.personId || !toast.text) return;
    if (toast.alert) setQuestion({ kind: 'alert', text: toast.text });
    else show(toast.text);
  });
  const { state } = sandbox;
  const now = useRunningClock(state?.now, sandbox.fetchedAtMs);

  const person = state?.people.find((one) => one.id === place.personId) ?? state?.people[0];
  const chats = state && person ? chatsOf(state, person.id) : null;
  const wantedChat = person ? openIdOf(person.id) : null;
  const openChat = chats && ([...chats.mine, ...chats.others].find((chat) => chat.id === wantedChat) ?? chats.mine[0]);

  /** @param {number} personId @param {number} chatId */
  const openPlace = (personId, chatId) => setPlace({ personId, openChats: { ...place.openChats, [personId]: chatId } });

  // A person who is gone, or a group that became a supergroup, gives way to what is there now.
  useEffect(() => {
    if (!state || !person || !openChat) return;
    if (person.id === place.personId && openChat.id === wantedChat) return;
    const upgraded = state.chats.find((chat) => chat.id === wantedChat)?.upgradedTo;
    openPlace(person.id, upgraded ?? openChat.id);
  }, [state, person?.id, openChat?.id, wantedChat, place.personId]);

  useEffect(() => {
    if (!person || !openChat || sandbox.messages === null) return;
    setMarks((known) => markRead(known, person.id, openChat));
  }, [person?.id, openChat?.id, openChat?.lastMessage?.date, sandbox.messages]);
  useEffect(() => saveReadMarks(marks), [marks]);

  const refuse = useCallback(
    (/** @type {unknown} */ error) => show(error instanceof Error ? error.message : String(error), 'error'),
    [],
  );

  const act = useCallback(
    async (/** @type {string} */ what, /** @type {Record<string, unknown>} */ params = {}) => {
      if (place.personId === null) return null;
      try {
        const result = await actAs(place.personId, what, params);
        // What was just made (a new group, say) must be known before anyone goes there.
        await sandbox.refetchOpenChat();
        return result;
      } catch (error) {
        refuse(error);
        return null;
      }
    },
    [place.personId],
  );

  /** @param {{ to: string } | { addMinutes: number }} move */
  async function moveTo(move) {
    await moveClock(move).catch(refuse);
    await sandbox.refetchOpenChat();
  }

  const followLink = useCallback(
    async (/** @type {string} */ url) => {
      const link = state && botLink(url, state.bot.username);
      if (!link) return void window.open(url, '_blank', 'noopener');
      if (link.kind === 'startgroup') return setQuestion({ kind: 'add-bot', payload: link.payload, chatId: null });
      if (place.personId !== null) openPlace(place.personId, place.personId);
      await act('start', link.payload ? { payload: link.payload } : {});
    },
    [state?.bot.username, act, place],
  );

  if (!state || !person || !chats || !openChat) {
    return html`<p class="booting" role="status">${sandbox.problem ?? '正在打开沙盒…'}</p>`;
  }
  const draftKey = `${person.id}/${openChat.id}`;

  return html`<div class=${`app ${chatInFront ? 'chat-in-front' : ''} ${panel ? 'with-panel' : ''}`}>
    <${TopBar} now=${now} zone=${state.zone} onMove=${moveTo} panel=${panel} onPanel=${setPanel} />
    ${sandbox.problem && html`<p class="problem" role="alert" data-testid="problem">${sandbox.problem}</p>`}
    <div class="columns">
      <${Sidebar}
        people=${state.people}
        personId=${person.id}
        chats=${chats}
        openChatId=${openChat.id}
        zone=${state.zone}
        now=${now}
        hasUnread=${(/** @type {import('./types.js').Person} */ one) => chatsOf(state, one.id).mine.some((chat) => isUnread(marks, one.id, chat, one.name))}
        isUnread=${(/** @type {import('./types.js').Chat} */ chat) => isUnread(marks, person.id, chat, person.name)}
        onPerson=${(/** @type {number} */ id) => openPlace(id, openIdOf(id))}
        onChat=${(/** @type {number} */ id) => {
          openPlace(person.id, id);
          setChatInFront(true);
        }}
        onNewGroup=${() => setQuestion({ kind: 'new-group' })}
      />
      <${ChatPane}
        key=${draftKey}
        state=${state}
        chat=${openChat}
        personId=${person.id}
        messages=${sandbox.messages}
        draft=${drafts[draftKey] ?? ''}
        onDraft=${(/** @type {string} */ text) => setDrafts((known) => ({ ...known, [draftKey]: text }))}
        act=${act}
        say=${show}
        onLink=${followLink}
        onBack=${() => setChatInFront(false)}
        onAddBot=${() => setQuestion({ kind: 'add-bot', payload: '', chatId: openChat.id })}
        onStartLink=${() => setQuestion({ kind: 'start-link' })}
      />
      ${panel === 'calls' && html`<${CallsPanel} state=${state} calls=${sandbox.calls} onChanged=${sandbox.refetchState} onRefused=${(/** @type {string} */ sentence) => show(sentence, 'error')} onClose=${() => setPanel(null)} />`}
      ${
        panel === 'hint' &&
        html`<${HintCard}
          state=${state}
          done=${stepsDone}
          onDone=${setStepsDone}
          onGo=${(/** @type {number} */ personId, /** @type {number} */ chatId, /** @type {string} */ text) => {
            openPlace(personId, chatId);
            setDrafts((known) => ({ ...known, [`${personId}/${chatId}`]: text }));
            setChatInFront(true);
            if (window.matchMedia('(max-width: 1099px)').matches) setPanel(null);
          }}
          onConstitutionDay=${() => moveTo({ to: nextConstitutionDay(now, state.zone) })}
          onClose=${() => setPanel(null)}
        />`
      }
    </div>
    <${OpenQuestion} question=${question} person=${person} groups=${chats.mine} act=${act} onGo=${(/** @type {number} */ chatId) => openPlace(person.id, chatId)} onClose=${() => setQuestion(null)} />
    <${Toasts} toasts=${toasts} />
  </div>`;
}

// @ts-check
import { useCallback, useEffect, useRef, useState } from '/vendor/htm-preact.js';
import { fetchCalls, fetchMessages, fetchState } from './control-api.js';
import { listenToSandbox } from './live-events.js';

/** @typedef {import('./types.js').SandboxState} SandboxState */
/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').ApiCall} ApiCall */

const CALLS_KEPT = 500;

/**
 * The sandbox as this page knows it, kept up to date by its events.
 * @param {number | null} openChatId chat whose messages are wanted
 * @param {(toast: import('./live-events.js').CallbackToast) => void} onToast
 */
export function useSandbox(openChatId, onToast) {
  const [state, setState] = useState(/** @type {SandboxState | null} */ (null));
  const [fetchedAtMs, setFetchedAtMs] = useState(0);
  const [messages, setMessages] = useState(/** @type {{ chatId: number, list: Message[] } | null} */ (null));
  const [calls, setCalls] = useState(/** @type {ApiCall[]} */ ([]));
  const [problem, setProblem] = useState(/** @type {string | null} */ (null));

  // Handlers of the one event stream read the latest values through these.
  const openChat = useRef(openChatId);
  openChat.current = openChatId;
  const toast = useRef(onToast);
  toast.current = onToast;
  const lastCall = useRef(0);

  const refetch = useRef(
    /** @type {{ state: () => Promise<void>, messages: () => Promise<void>, calls: () => Promise<void> }} */ ({
      state: oneAtATime(async () => {
        try {
          setState(await fetchState());
          setFetchedAtMs(performance.now());
          setProblem(null);
        } catch (error) {
          setProblem(error instanceof Error ? error.message : String(error));
        }
      }),
      messages: oneAtATime(async () => {
        const chatId = openChat.current;
        if (chatId === null) return;
        // A private chat that was never started does not exist yet: it has no messages.
        const list = await fetchMessages(chatId).catch(() => []);
        if (openChat.current === chatId) setMessages({ chatId, list });
      }),
      calls: oneAtATime(async () => {
        const fresh = await fetchCalls(lastCall.current).catch(() => []);
        const newest = fresh.at(-1);
        if (!newest) return;
        lastCall.current = newest.n;
        setCalls((known) => [...known, ...fresh].slice(-CALLS_KEPT));
      }),
    }),
  ).current;

  useEffect(
    () =>
      listenToSandbox({
        onOpen: () => {
          // The server may have been restarted: its calls are counted from 1 again.
          lastCall.current = 0;
          setCalls([]);
          refetch.state();
          refetch.messages();
          refetch.calls();
        },
        onLost: () => setProblem('与沙盒的连接断了，正在重新连接…'),
        onChange: (change) => {
          if (change.what === 'calls') {
            refetch.calls();
            return;
          }
          refetch.state();
          if (change.what === 'chat' && change.chat === openChat.current) refetch.messages();
        },
        onToast: (answer) => toast.current(answer),
      }),
    [],
  );

  useEffect(() => {
    refetch.messages();
  }, [openChatId]);

  const refetchOpenChat = useCallback(() => Promise.all([refetch.state(), refetch.messages()]), []);

  return {
    state,
    fetchedAtMs,
    /** null while they are being fetched */
    messages: messages?.chatId === openChatId ? messages.list : null,
    calls,
    problem,
    refetchOpenChat,
    refetchState: refetch.state,
  };
}

/**
 * Runs `task` now, or once more after the run under way: a burst of events costs two fetches, and the last answer is fresh.
 * @param {() => Promise<void>} task must not reject
 * @returns {() => Promise<void>} resolves when a run that began after the call has ended
 */
function oneAtATime(task) {
  /** @type {Promise<void> | null} */
  let current = null;
  /** @type {Promise<void> | null} */
  let next = null;
  return run;

  /** @returns {Promise<void>} */
  function run() {
    if (!current) {
      current = task().then(() => {
        current = null;
      });
      return current;
    }
    next ??= current.then(() => {
      next = null;
      return run();
    });
    return next;
  }
}

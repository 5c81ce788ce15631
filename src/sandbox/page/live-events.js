// @ts-check

/** @typedef {{ what: 'state' | 'chat' | 'calls', chat?: number }} Change */
/** @typedef {{ person: number, text: string, alert: boolean }} CallbackToast */

const RECONNECT_AFTER_MS = 1500;

/**
 * Listens to the sandbox and keeps listening: a lost stream is opened again until `stop` is called.
 * Nothing is replayed, so everything must be fetched again on each `onOpen`.
 * @param {{ onOpen: () => void, onLost: () => void, onChange: (change: Change) => void, onToast: (toast: CallbackToast) => void }} listener
 * @returns {() => void} stop
 */
export function listenToSandbox(listener) {
  /** @type {EventSource | null} */
  let source = null;
  /** @type {number | undefined} */
  let timer;

  function open() {
    source = new EventSource('/sandbox/events');
    source.addEventListener('open', () => listener.onOpen());
    source.addEventListener('change', (event) => listener.onChange(JSON.parse(event.data)));
    source.addEventListener('toast', (event) => listener.onToast(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      listener.onLost();
      // The browser gives up on some errors (a refused connection behind a proxy, a 5xx), so we do it ourselves.
      source?.close();
      clearTimeout(timer);
      timer = window.setTimeout(open, RECONNECT_AFTER_MS);
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

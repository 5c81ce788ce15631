// @ts-check
import { useCallback, useState } from '/vendor/htm-preact.js';

/**
 * State that survives a reload of the page in this browser.
 * @template T
 * @param {string} name
 * @param {T} initial used on the first visit
 * @returns {[T, (value: T) => void]}
 */
export function useKept(name, initial) {
  const key = `pufa-sandbox-${name}`;
  const [value, setValue] = useState(() => read(key, initial));
  const keep = useCallback((/** @type {T} */ next) => {
    setValue(() => next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing starts afresh after a reload.
    }
  }, []);
  return [value, keep];
}

/**
 * @template T
 * @param {string} key
 * @param {T} initial
 * @returns {T}
 */
function read(key, initial) {
  try {
    const saved = localStorage.getItem(key);
    return saved === null ? initial : JSON.parse(saved);
  } catch {
    return initial;
  }
}

// @ts-check
/** Calls to the sandbox's control API. A refusal is thrown as an Error whose message is a sentence for people. */

/** @typedef {import('./types.js').SandboxState} SandboxState */
/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').ApiCall} ApiCall */
/** @typedef {import('./types.js').Fault} Fault */

/**
 * @param {string} path below /sandbox/
 * @param {'GET' | 'POST' | 'DELETE'} [method]
 * @param {unknown} [body] sent as JSON
 * @returns {Promise<any>} the answer, with `ok: true`
 */
async function request(path, method = 'GET', body = undefined) {
  /** @type {RequestInit} */
  const init = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, init);
  } catch (cause) {
    throw new Error('连不上沙盒。请看看启动它的窗口还开着没有。', { cause });
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || answer?.ok === false) {
    throw new Error(answer?.message ?? `沙盒没有照办（${response.status}）。请再试一次。`);
  }
  return answer;
}

/** @returns {Promise<SandboxState>} */
export const fetchState = () => request('state');

/**
 * The last 200 messages of a chat; none where nothing was ever said.
 * @param {number} chatId
 * @returns {Promise<Message[]>}
 */
export const fetchMessages = async (chatId) => (await request(`chats/${chatId}/messages`)).messages;

/**
 * Bot API calls numbered above `after`, oldest first.
 * @param {number} after
 * @returns {Promise<ApiCall[]>}
 */
export const fetchCalls = async (after) => (await request(`calls?after=${after}`)).calls;

/**
 * Does something as a person.
 * @param {number} personId
 * @param {string} what
 * @param {Record<string, unknown>} params
 * @returns {Promise<Record<string, unknown>>}
 */
export const act = (personId, what, params) => request('act', 'POST', { as: personId, do: what, ...params });

/**
 * Moves the clock and waits until the bot has done what was due.
 * @param {{ to: string } | { addMinutes: number }} move `to` is wall-clock time in the sandbox's zone
 * @returns {Promise<{ now: string }>}
 */
export const moveClock = (move) => request('clock', 'POST', move);

/** @param {Fault} fault */
export const addFault = (fault) => request('faults', 'POST', fault);
export const clearFaults = () => request('faults', 'DELETE');

/** @param {boolean} on */
export const setLimits = (on) => request('limits', 'POST', { on });
/** @param {boolean} on */
export const setPrivacyMode = (on) => request('privacy', 'POST', { on });

import { codePoints } from '../../text/tidy-text.js';
import { badRequest } from '../api-error.js';
import type { Method } from '../call.js';

/** After this a callback query can no longer be answered. Telegram publishes no figure: this is how long it waits to be fetched. */
const CALLBACK_LIFE_MS = 150_000;
const INLINE_LIFE_MS = 30_000;
const ANSWER_TEXT_LIMIT = 200;
const INLINE_RESULTS_LIMIT = 50;

const STALE = 'query is too old and response timeout expired or query ID is invalid';

/** Bot API: answerCallbackQuery. Each query can be answered once. */
export const answerCallbackQuery: Method = ({ core, params }) => {
  const text = params.text('text');
  if (codePoints(text) > ANSWER_TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
  const query = core.state.callbacks.find(({ id }) => id === params.text('callback_query_id'));
  const nowMs = core.clock.now().getTime();
  if (!query || query.answered || nowMs - query.askedAtMs > CALLBACK_LIFE_MS) throw badRequest(STALE);
  query.answered = true;
  core.emit({ kind: 'change', what: 'state' });
  core.emit({ kind: 'toast', person: query.personId, text, alert: params.bool('show_alert') });
  return true;
};

/** Bot API: answerInlineQuery. */
export const answerInlineQuery: Method = ({ core, params }) => {
  const results = params.json('results', 'inline query results');
  if (!Array.isArray(results)) throw badRequest("can't parse inline query results JSON object");
  if (results.length > INLINE_RESULTS_LIMIT) throw badRequest('too many results specified');
  const query = core.state.inlineQueries.find(({ id }) => id === params.text('inline_query_id'));
  const nowMs = core.clock.now().getTime();
  if (!query || query.answered || nowMs - query.askedAtMs > INLINE_LIFE_MS) throw badRequest(STALE);
  query.answered = true;
  query.results = results;
  core.emit({ kind: 'change', what: 'state' });
  return true;
};

import { badRequest } from '../api-error.js';
import { type Method, Remarked } from '../call.js';
import { readAllowedUpdates } from './updates.js';

const SECRET_LIMIT = 256;

/** Bot API: setWebhook. As a local server does, it takes plain HTTP and any port. */
export const setWebhook: Method = (call) => {
  const { core, params } = call;
  const { bot } = core.state;
  const url = params.text('url');
  if (url === '') return deleteWebhook(call);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  const secretToken = params.text('secret_token') || null;
  if (secretToken && secretToken.length > SECRET_LIMIT) throw badRequest('secret token is too long');
  if (secretToken && !/^[A-Za-z0-9_-]+$/.test(secretToken)) {
    throw badRequest('secret token contains unallowed characters');
  }
  const maxConnections = params.int('max_connections', 40, 1, 100);
  if (params.bool('drop_pending_updates')) core.updates.clear();
  readAllowedUpdates(call);
  const same =
    bot.webhook?.url === url &&
    bot.webhook.secretToken === secretToken &&
    bot.webhook.maxConnections === maxConnections;
  if (same) return new Remarked(true, 'Webhook is already set');
  bot.webhook = { url, secretToken, maxConnections, lastErrorAtMs: null, lastErrorMessage: null };
  core.updates.cutOff('setWebhook');
  core.emit({ kind: 'change', what: 'state' });
  return new Remarked(true, 'Webhook was set');
};

/** Bot API: deleteWebhook. */
export const deleteWebhook: Method = ({ core, params }) => {
  if (params.bool('drop_pending_updates')) core.updates.clear();
  if (!core.state.bot.webhook) return new Remarked(true, 'Webhook is already deleted');
  core.state.bot.webhook = null;
  core.emit({ kind: 'change', what: 'state' });
  return new Remarked(true, 'Webhook was deleted');
};

/** Bot API: getWebhookInfo. */
export const getWebhookInfo: Method = ({ core }) => {
  const { webhook } = core.state.bot;
  const allowed = core.updates.allowed;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: core.updates.pending().length,
    ...(webhook ? { max_connections: webhook.maxConnections } : {}),
    ...(webhook?.lastErrorAtMs ? { last_error_date: Math.floor(webhook.lastErrorAtMs / 1000) } : {}),
    ...(webhook?.lastErrorMessage ? { last_error_message: webhook.lastErrorMessage } : {}),
    ...(allowed ? { allowed_updates: allowed } : {}),
  };
};

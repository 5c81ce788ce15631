import { ApiError } from '../api-error.js';
import type { Call, Method } from '../call.js';

/** A text for each way a poll ends without updates (tdlib/telegram-bot-api: Client). */
const CONFLICTS = {
  getUpdates: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  setWebhook: 'Conflict: terminated by setWebhook request',
  closed: 'Internal Server Error: restart',
};

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/** Bot API: getUpdates. `allowed_updates` that cannot be read leaves the earlier choice as it was. */
export const getUpdates: Method = async (call) => {
  const { core, params, signal } = call;
  if (core.state.bot.webhook) throw new ApiError(409, WEBHOOK_ACTIVE);
  readAllowedUpdates(call);
  const offset = params.int('offset', 0);
  const limit = params.int('limit', 100, 1, 100);
  const timeoutSeconds = params.int('timeout', 0, 0, 50);
  const end = await core.updates.poll(offset, limit, timeoutSeconds, signal);
  if ('updates' in end) return end.updates;
  throw new ApiError(end.cutOff === 'closed' ? 500 : 409, CONFLICTS[end.cutOff]);
};

/** Takes over `allowed_updates`, if it is an array of names (Bot API: getUpdates, setWebhook). */
export function readAllowedUpdates({ core, params }: Call): void {
  if (!params.has('allowed_updates')) return;
  let names: unknown;
  try {
    names = JSON.parse(params.text('allowed_updates'));
  } catch {
    return;
  }
  if (Array.isArray(names)) core.updates.allow(names.filter((name) => typeof name === 'string'));
}

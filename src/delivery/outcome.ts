/** What came back from one call to Telegram, stripped to what decides. */
export type TelegramReply =
  | { kind: 'ok'; messageId: number; pollId: string | null }
  /** Telegram (or the server in front of it) answered with an error in its envelope */
  | {
      kind: 'error';
      code: number;
      description: string;
      retryAfterSeconds: number | null;
      migrateToChatId: number | null;
    }
  /** No answer we can read. `written` is false only when the request certainly never reached Telegram. */
  | { kind: 'broken'; written: boolean; cause: string };

/** Why a chat got nothing, in words that staff figures use. */
export type RefusalReason =
  | 'blocked'
  | 'deactivated'
  | 'not-started'
  | 'kicked'
  | 'not-member'
  | 'chat-deleted'
  | 'unreachable'
  | 'not-found'
  | 'no-rights'
  | 'topic-closed'
  | 'content';

/** What one reply means for the delivery and its chat. */
export type Outcome =
  | { kind: 'sent'; messageId: number; pollId: string | null }
  /** `chatLost`: nobody is there any more; `stopNotice`: our message is at fault, every further chat would refuse it */
  | { kind: 'refused'; reason: RefusalReason; chatLost: boolean; stopNotice: boolean }
  | { kind: 'wait'; reason: 'rate-limit' | 'not-connected'; seconds: number }
  | { kind: 'moved'; toChatId: number }
  | { kind: 'unknown'; reason: 'no-answer' | 'server-error' }
  /** the token is refused or the method unknown: stop everything, call the operator */
  | { kind: 'halt'; reason: 'token' | 'method' };

/** How long a delivery rests when Telegram cannot be reached at all. */
const NOT_CONNECTED_WAIT_SECONDS = 15;

/** Texts after "Forbidden: ", from tdlib/telegram-bot-api; any other 403 also means the chat is out of reach. */
const FORBIDDEN: readonly [prefix: string, reason: RefusalReason][] = [
  ['bot was blocked by the user', 'blocked'],
  ['user is deactivated', 'deactivated'],
  ["bot can't initiate conversation", 'not-started'],
  ['bot was kicked from', 'kicked'],
  ['bot is not a member of', 'not-member'],
  ['the group chat was deleted', 'chat-deleted'],
];

/** Texts after "Bad Request: " that say the bot may not write here (now); the chat stays, its owner can mend it. */
const NO_RIGHTS: readonly string[] = [
  'not enough rights',
  'need administrator rights',
  'chat_send_',
  'have no write access to the chat',
  'have no rights to send a message',
  'chat_write_forbidden',
  'chat_restricted',
  'chat_admin_required',
];

/**
 * Texts after "Bad Request: " that blame the message itself: no chat would take it. Any other 400 is held against the
 * one chat only, so that a single odd group never stops a notice for everybody.
 */
const CONTENT_FAULTS: readonly string[] = [
  "can't parse entities",
  'message is too long',
  'message text is empty',
  'text must be non-empty',
  'text is too long',
  'unsupported parse_mode',
  "can't parse inline keyboard button",
  'button_data_invalid',
  'button_url_invalid',
  'reply markup is too long',
  'poll ',
  'correct quiz option',
  'wrong quiz correct_option_id',
];

/**
 * One Telegram reply → one outcome (Bot API, "Making requests"; texts from tdlib/telegram-bot-api).
 * Telegram has no idempotency key: whatever may have been delivered is `unknown` and never repeated by itself.
 */
export function outcomeOf(reply: TelegramReply): Outcome {
  if (reply.kind === 'ok') return { kind: 'sent', messageId: reply.messageId, pollId: reply.pollId };
  if (reply.kind === 'broken') {
    return reply.written
      ? { kind: 'unknown', reason: 'no-answer' }
      : { kind: 'wait', reason: 'not-connected', seconds: NOT_CONNECTED_WAIT_SECONDS };
  }
  if (reply.code === 429) return { kind: 'wait', reason: 'rate-limit', seconds: reply.retryAfterSeconds ?? 5 };
  if (reply.migrateToChatId !== null) return { kind: 'moved', toChatId: reply.migrateToChatId };
  if (reply.code === 401) return { kind: 'halt', reason: 'token' };
  if (reply.code === 404) return { kind: 'halt', reason: 'method' };
  if (reply.code === 403) return forbidden(reply.description);
  if (reply.code === 400) return badRequest(reply.description);
  return { kind: 'unknown', reason: 'server-error' };
}

function forbidden(description: string): Outcome {
  const text = afterPrefix(description, 'forbidden: ');
  const reason = FORBIDDEN.find(([prefix]) => text.startsWith(prefix))?.[1] ?? 'unreachable';
  return { kind: 'refused', reason, chatLost: true, stopNotice: false };
}

function badRequest(description: string): Outcome {
  const text = afterPrefix(description, 'bad request: ');
  // A 502 of Telegram's core arrives as this 400: the message may be out.
  if (text.startsWith('bad gateway')) return { kind: 'unknown', reason: 'server-error' };
  const refused = (reason: RefusalReason, chatLost = false, stopNotice = false): Outcome => ({
    kind: 'refused',
    reason,
    chatLost,
    stopNotice,
  });
  if (text.startsWith('chat not found') || text.startsWith('peer_id_invalid')) return refused('not-found', true);
  if (NO_RIGHTS.some((prefix) => text.startsWith(prefix))) return refused('no-rights');
  if (text.startsWith('message thread not found') || text.startsWith('topic_closed')) return refused('topic-closed');
  return refused(
    'content',
    false,
    CONTENT_FAULTS.some((prefix) => text.startsWith(prefix)),
  );
}

function afterPrefix(description: string, prefix: string): string {
  const text = description.toLowerCase();
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

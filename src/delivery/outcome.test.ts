import { describe, expect, it } from 'vitest';
import { outcomeOf, type TelegramReply } from './outcome.js';

const error = (code: number, description: string, more: Partial<TelegramReply> = {}): TelegramReply =>
  ({ kind: 'error', code, description, retryAfterSeconds: null, migrateToChatId: null, ...more }) as TelegramReply;

const refused = (reason: string, chatLost: boolean, stopNotice = false) => ({
  kind: 'refused',
  reason,
  chatLost,
  stopNotice,
});

const rows: [name: string, reply: TelegramReply, outcome: object][] = [
  ['a message id is a delivery', { kind: 'ok', messageId: 7, pollId: null }, { kind: 'sent', messageId: 7 }],
  ['message id 0 is one too: it cannot be edited later', { kind: 'ok', messageId: 0, pollId: null }, { kind: 'sent' }],
  [
    '429 waits as long as told',
    error(429, 'Too Many Requests: retry after 33', { retryAfterSeconds: 33 } as never),
    { kind: 'wait', reason: 'rate-limit', seconds: 33 },
  ],
  ['429 without a number waits a little', error(429, 'Too Many Requests'), { kind: 'wait', seconds: 5 }],
  [
    'an upgrade re-keys the group',
    error(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrateToChatId: -1001 } as never),
    { kind: 'moved', toChatId: -1001 },
  ],
  [
    'a blocked bot has lost the resident',
    error(403, 'Forbidden: bot was blocked by the user'),
    refused('blocked', true),
  ],
  ['a deleted account is lost', error(403, 'Forbidden: user is deactivated'), refused('deactivated', true)],
  [
    'who never pressed start cannot be written to',
    error(403, "Forbidden: bot can't initiate conversation with a user"),
    refused('not-started', true),
  ],
  [
    'a kicked bot has lost the group',
    error(403, 'Forbidden: bot was kicked from the supergroup chat'),
    refused('kicked', true),
  ],
  [
    'a bot that left has lost the group',
    error(403, 'Forbidden: bot is not a member of the channel chat'),
    refused('not-member', true),
  ],
  ['a deleted group is lost', error(403, 'Forbidden: the group chat was deleted'), refused('chat-deleted', true)],
  ['an unknown 403 is out of reach', error(403, 'Forbidden: something new'), refused('unreachable', true)],
  ['a chat that is not found is lost', error(400, 'Bad Request: chat not found'), refused('not-found', true)],
  ['PEER_ID_INVALID is the same class', error(400, 'Bad Request: PEER_ID_INVALID'), refused('not-found', true)],
  [
    'a muted bot keeps its group',
    error(400, 'Bad Request: not enough rights to send text messages to the chat'),
    refused('no-rights', false),
  ],
  [
    'polls may be forbidden alone',
    error(400, 'Bad Request: not enough rights to send polls to the chat'),
    refused('no-rights', false),
  ],
  ['CHAT_WRITE_FORBIDDEN comes as 400', error(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'), refused('no-rights', false)],
  [
    'a channel without the posting right is not our fault',
    error(400, 'Bad Request: need administrator rights in the channel chat'),
    refused('no-rights', false),
  ],
  ['a closed topic keeps its group', error(400, 'Bad Request: TOPIC_CLOSED'), refused('topic-closed', false)],
  [
    'a fault in our text stops the notice',
    error(400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
    refused('content', false, true),
  ],
  [
    'an unknown 400 is held against this chat only',
    error(400, 'Bad Request: something new'),
    refused('content', false),
  ],
  [
    'a core 502 in a 400 may have been delivered',
    error(400, 'Bad Request: Bad Gateway'),
    { kind: 'unknown', reason: 'server-error' },
  ],
  [
    'a 500 may have been delivered',
    error(500, 'Internal Server Error: restart'),
    { kind: 'unknown', reason: 'server-error' },
  ],
  ['a refused token stops everything', error(401, 'Unauthorized'), { kind: 'halt', reason: 'token' }],
  ['an unknown method stops everything', error(404, 'Not Found: method not found'), { kind: 'halt', reason: 'method' }],
  [
    'a connection that never came about is tried again',
    { kind: 'broken', written: false, cause: 'ECONNREFUSED' },
    { kind: 'wait', reason: 'not-connected' },
  ],
  [
    'a connection that broke after writing is unknown',
    { kind: 'broken', written: true, cause: 'ECONNRESET' },
    { kind: 'unknown', reason: 'no-answer' },
  ],
];

describe('one Telegram reply, one outcome', () => {
  it.each(rows)('%s', (_name, reply, outcome) => {
    expect(outcomeOf(reply)).toMatchObject(outcome);
  });
});

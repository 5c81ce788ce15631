import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.js';
import { reasonName } from './reason-names.js';

const refused = (code: number, description: string) =>
  outcomeOf({ kind: 'error', code, description, retryAfterSeconds: null, migrateToChatId: null });

describe('the names of reasons', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, "Forbidden: bot can't initiate conversation with a user"],
    [403, 'Forbidden: bot was kicked from the group chat'],
    [403, 'Forbidden: bot is not a member of the channel chat'],
    [403, 'Forbidden: the group chat was deleted'],
    [403, 'Forbidden: something new'],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: not enough rights to send text messages to the chat'],
    [400, 'Bad Request: TOPIC_CLOSED'],
    [400, 'Bad Request: message is too long'],
    [429, 'Too Many Requests: retry after 5'],
    [500, 'Internal Server Error: restart'],
  ])('%i %s has one in both languages', (code, description) => {
    const outcome = refused(code, description);
    const reason = 'reason' in outcome ? outcome.reason : '';
    expect(reasonName(reason, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(reasonName(reason, 'en')).not.toBe(reason);
  });

  it('are empty without a reason, and honest about one they do not know', () => {
    expect(reasonName(null, 'zh')).toBe('');
    expect(reasonName('something-new', 'zh')).toBe('something-new');
  });
});

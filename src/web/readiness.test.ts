import { describe, expect, it } from 'vitest';
import { createPulse } from './pulse.js';
import { judgeReadiness, type Vitals } from './readiness.js';

const WELL: Vitals = {
  phase: 'running',
  databaseAnswers: true,
  byWebhook: false,
  telegramHeardSecondsAgo: 20,
  tickedSecondsAgo: 30,
};

describe('ready or not', () => {
  it.each<[string, Partial<Vitals>, string[]]>([
    ['all is well', {}, []],
    ['it is starting', { phase: 'starting', databaseAnswers: false }, ['program']],
    ['it is stopping', { phase: 'stopping' }, ['program']],
    ['the database is silent', { databaseAnswers: false }, ['database']],
    ['Telegram was heard long ago', { telegramHeardSecondsAgo: 101 }, ['telegram']],
    ['Telegram was heard a poll ago', { telegramHeardSecondsAgo: 100 }, []],
    ['Telegram was never heard', { telegramHeardSecondsAgo: null }, ['telegram']],
    ['nobody wrote to the webhook for a day', { byWebhook: true, telegramHeardSecondsAgo: 86_400 }, []],
    ['the webhook is not set yet', { byWebhook: true, telegramHeardSecondsAgo: null }, ['telegram']],
    ['no tick yet', { tickedSecondsAgo: null }, ['scheduler']],
    ['a tick three minutes ago', { tickedSecondsAgo: 180 }, []],
    ['no tick for longer', { tickedSecondsAgo: 181 }, ['scheduler']],
    [
      'everything is wrong at once',
      { databaseAnswers: false, telegramHeardSecondsAgo: 500, tickedSecondsAgo: 500 },
      ['database', 'telegram', 'scheduler'],
    ],
  ])('%s', (_name, vitals, parts) => {
    const found = judgeReadiness({ ...WELL, ...vitals });
    expect(found.map(({ part }) => part)).toEqual(parts);
    for (const { message } of found) expect(message).toMatch(/。$/);
  });

  it('counts seconds from what was last heard', () => {
    let ms = 0;
    const pulse = createPulse(() => ms, false);
    expect(pulse.vitals()).toMatchObject({ phase: 'starting', telegramHeardSecondsAgo: null, tickedSecondsAgo: null });
    pulse.heardTelegram();
    pulse.running();
    ms = 42_000;
    pulse.ticked();
    expect(pulse.vitals()).toMatchObject({ phase: 'running', telegramHeardSecondsAgo: 42, tickedSecondsAgo: 0 });
  });
});

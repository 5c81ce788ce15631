import { BotError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../log.js';
import { NotTakenUp } from './once-only.js';
import { receiveByWebhook } from './webhook.js';

const log = createLog('silent');
const wrapped = (error: unknown) => new BotError(error, {} as never);

describe('what Telegram is told about an update', () => {
  it.each<[string, () => Promise<void>, string]>([
    ['handled', async () => {}, 'done'],
    ['the program stops', () => Promise.reject(wrapped(new NotTakenUp('stopping'))), 'not-now'],
    ['another process is at it', () => Promise.reject(wrapped(new NotTakenUp('elsewhere'))), 'not-now'],
    ['the database is silent', () => Promise.reject(wrapped(new NotTakenUp('database'))), 'failed'],
    ['something unforeseen, which would fail again', () => Promise.reject(wrapped(new TypeError('x'))), 'done'],
    ['takes too long', () => new Promise(() => {}), 'slow'],
  ])('%s', async (_name, handleUpdate, reception) => {
    expect(await receiveByWebhook({ handleUpdate }, log, 20)({ update_id: 1 })).toBe(reception);
  });
});

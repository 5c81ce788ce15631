import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.js';
import { StartError } from './start-error.js';

function refusal(env: Record<string, string>): StartError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof StartError) return error;
  }
  throw new Error('accepted');
}

describe('settings', () => {
  it('need nothing: no token is the sandbox on the embedded database', () => {
    expect(parseConfig({})).toMatchObject({
      botToken: null,
      databaseUrl: null,
      dataDir: './data',
      timeZone: 'Asia/Shanghai',
      host: '127.0.0.1',
      port: 8080,
      sendRatePerSecond: 25,
      retentionDays: 90,
      backupKeep: 7,
      logLevel: 'info',
    });
  });

  it('take an empty value for absent', () => {
    expect(parseConfig({ BOT_TOKEN: '', PORT: '' })).toMatchObject({ botToken: null, port: 8080 });
  });

  it('name every problem at once and end with exit code 2', () => {
    const error = refusal({ PORT: '99999', TIMEZONE: 'Mars/Base', ADMIN_IDS: 'zhang', LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'TIMEZONE', 'ADMIN_IDS', 'LOG_LEVEL']) expect(error.message).toContain(name);
    expect(error.exitCode).toBe(2);
  });

  it('never repeat a secret', () => {
    const error = refusal({
      BOT_TOKEN: 'my-secret-token',
      IDENTITY_KEY: 'short-secret',
      DATABASE_URL: 'mysql://u:hush@h/d',
    });
    expect(error.message).not.toMatch(/my-secret-token|short-secret|hush/);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '８０８０'],
    ['SEND_RATE_PER_SECOND', '0'],
    ['RETENTION_DAYS', '1e3'],
    ['BACKUP_KEEP', '366'],
    ['TELEGRAM_API_ROOT', 'localhost:8081'],
    ['DATABASE_URL', 'file:./x.db'],
    ['BOT_TOKEN', '123'],
    ['ADMIN_IDS', '1;2'],
  ])('refuse %s=%s', (name, value) => {
    expect(refusal({ [name]: value }).message).toContain(name);
  });

  it('take a list of administrators and a server with a slash at its end', () => {
    const config = parseConfig({ ADMIN_IDS: '1, 2,3', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/' });
    expect(config.adminIds).toEqual([1, 2, 3]);
    expect(config.telegramApiRoot).toBe('http://127.0.0.1:8081');
  });
});

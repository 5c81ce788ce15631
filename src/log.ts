import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.js';
import { StartError } from './start-error.js';

export type Log = Logger;

/**
 * The program's log: one JSON line per event on standard error, with ids of our own tables, counts and durations.
 * Message texts, names, chat titles, Telegram ids and tokens never go into it: log calls name the fields they write,
 * and errors pass through `errorFields`.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Log {
  return pino({ level, base: { pid: process.pid } }, destination);
}

/**
 * What may be logged of an error: its kind, code and where it happened. Its message may repeat a resident's words
 * (GrammyError carries the payload, Prisma errors their arguments), so only Telegram's own description is kept,
 * and the sentences we write for operators.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, error_code: errorCode, description } = error as Error & Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(error instanceof StartError ? { sentence: error.message } : {}),
    ...(typeof description === 'string' ? { description: description.slice(0, 120) } : {}),
    at: frames.slice(0, 6).map((line) => line.trim().slice(0, 160)),
  };
}

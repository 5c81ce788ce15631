import { Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.js';
import { movableClock, systemClock } from '../../src/time/clock.js';

/** People of the newcomers' world. */
export const WANG = 700_000_001;
export const LIJIE = 700_000_002;
export const ZHANG = 700_000_003;
export const CHEN = 700_000_004;
export const STRANGER = 700_000_005;

export interface TestSandbox extends Sandbox {
  api: Api;
  /** The updates that wait, confirmed by fetching them. */
  drain(): Promise<Update[]>;
}

/** A sandbox on a free port with the newcomers' world, and grammY's client for it. @param at ISO instant */
export async function aSandbox(
  at = '2026-11-30T02:00:00Z',
  options: Partial<SandboxOptions> = {},
): Promise<TestSandbox> {
  const clock = movableClock(systemClock);
  clock.moveTo(new Date(at));
  const sandbox = await startSandbox({ clock, timeZone: 'Asia/Shanghai', ...options });
  const api = new Api(sandbox.token, { apiRoot: sandbox.apiRoot });
  const drain = async () => {
    const updates = await api.getUpdates({ limit: 100 });
    const last = updates.at(-1);
    if (last) await api.getUpdates({ offset: last.update_id + 1, limit: 1 });
    return updates;
  };
  return Object.assign(sandbox, { api, drain });
}

/** The result of an action a person could do. @throws Error with the refusal otherwise */
export function done<T>(result: ({ ok: true } & T) | { ok: false; message: string }): { ok: true } & T {
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** Waits for a call that must be refused. @returns `code description` */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
  throw new Error('the call was not refused');
}

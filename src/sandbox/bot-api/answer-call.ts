import { setTimeout as delay } from 'node:timers/promises';
import { closeDuePolls } from '../world/actions/vote.js';
import type { Core } from '../world/core.js';
import { ApiError, tooManyRequests } from './api-error.js';
import { Remarked } from './call.js';
import type { CallBook } from './call-log.js';
import type { FaultBook, FaultKind } from './faults.js';
import type { LimitBook } from './limits.js';
import { findMethod } from './method-table.js';
import type { Params } from './params.js';

/** What the calls of the Bot API work on. */
export interface BotApi {
  core: Core;
  calls: CallBook;
  faults: FaultBook;
  limits: LimitBook;
}

/** What goes back over the connection. */
export type Reply =
  | { kind: 'json'; status: number; body: object; retryAfterSeconds?: number }
  | { kind: 'html'; status: number }
  /** Nothing: the connection is destroyed. */
  | { kind: 'cut' };

/** Calls that put something into a chat count against the sending limits, edits too (grammY: Scaling Up, Flood Limits). */
const LIMITED = /^(send(?!chataction)|copy|forward|editmessage)/i;

/** Answers one call of the bot, with the faults that are ordered for it, and notes it in the log. */
export async function answerCall(
  api: BotApi,
  token: string,
  methodName: string,
  params: Params,
  signal: AbortSignal,
): Promise<Reply> {
  const { core, calls, faults } = api;
  const startedMs = performance.now();
  const at = core.clock.now().toISOString();
  const chatId = /^-?\d+$/.test(params.text('chat_id')) ? Number(params.text('chat_id')) : null;
  const method = findMethod(methodName)?.name ?? methodName;
  const work = () => runMethod(api, token, methodName, params, signal, chatId);
  const fault = token === core.state.bot.token ? faults.next(method, chatId) : null;
  const reply = fault ? await suffer(fault, work, signal) : await work();
  calls.note({
    at,
    method,
    ...(chatId === null ? {} : { chat: chatId }),
    params: params.shown(),
    ...outcomeOf(reply),
    durationMs: performance.now() - startedMs,
  });
  return reply;
}

async function suffer(fault: FaultKind, work: () => Promise<Reply>, signal: AbortSignal): Promise<Reply> {
  switch (fault.kind) {
    case 'answer': {
      const { code, description, parameters } = fault;
      return errorReply(new ApiError(code, description, parameters));
    }
    case 'html':
      return { kind: 'html', status: fault.status };
    case 'reset':
      if (fault.delivered) await work();
      return { kind: 'cut' };
    case 'hang':
      if (fault.delivered) await work();
      await pause(fault.ms, signal);
      return { kind: 'cut' };
    case 'delay':
      await pause(fault.ms, signal);
      return work();
  }
}

/** Waits in real time, or until the caller is gone. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}

async function runMethod(
  api: BotApi,
  token: string,
  methodName: string,
  params: Params,
  signal: AbortSignal,
  chatId: number | null,
): Promise<Reply> {
  const { core, limits } = api;
  try {
    if (!/^\d+:[\w-]+$/.test(token)) throw new ApiError(401, 'Unauthorized: invalid token specified');
    if (token !== core.state.bot.token) throw new ApiError(401, 'Unauthorized');
    const method = findMethod(methodName);
    if (!method) throw new ApiError(404, 'Not Found: method not found');
    const waitSeconds = chatId !== null && LIMITED.test(method.name) ? limits.count(chatId) : null;
    if (waitSeconds !== null) throw tooManyRequests(waitSeconds);
    closeDuePolls(core);
    const result = await method.run({ core, method: method.name, params, signal });
    if (result instanceof Remarked) {
      return { kind: 'json', status: 200, body: { ok: true, result: result.result, description: result.description } };
    }
    return { kind: 'json', status: 200, body: { ok: true, result } };
  } catch (error) {
    if (error instanceof ApiError) return errorReply(error);
    throw error;
  }
}

function errorReply({ code, description, parameters }: ApiError): Reply {
  return {
    kind: 'json',
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
    ...(parameters?.retry_after === undefined ? {} : { retryAfterSeconds: parameters.retry_after }),
  };
}

function outcomeOf(reply: Reply): { status: number; description?: string } {
  if (reply.kind === 'cut') return { status: 0, description: '连接断了' };
  if (reply.kind === 'html') return { status: reply.status, description: 'HTML' };
  const { description } = reply.body as { description?: string };
  return { status: reply.status, ...(reply.status >= 400 && description ? { description } : {}) };
}

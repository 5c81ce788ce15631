import type { Core } from '../world/core.js';
import type { Params } from './params.js';

/** One call of a method, on its way through the server. */
export interface Call {
  core: Core;
  /** As the Bot API spells it. */
  method: string;
  params: Params;
  /** Aborted when the caller is gone. */
  signal: AbortSignal;
}

/** A method's answer goes out as `result`. @throws ApiError for `ok: false` */
export type Method = (call: Call) => unknown;

/** A result with the remark some methods add to it ("Webhook was set"). */
export class Remarked {
  constructor(
    readonly result: unknown,
    readonly description: string,
  ) {}
}

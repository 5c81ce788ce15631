/** One Bot API call, as it was answered. */
export interface LoggedCall {
  n: number;
  /** ISO instant of the sandbox's clock. */
  at: string;
  method: string;
  chat?: number;
  /** What was sent, texts included: the sandbox is for looking. */
  params: Record<string, unknown>;
  /** HTTP status of the answer; 0 when the connection was cut. */
  status: number;
  /** Of a refusal. */
  description?: string;
  /** Real time. */
  durationMs: number;
}

/** Every Bot API call made, the last 500 of them. */
export interface CallLog {
  /** Oldest first. @param after only calls with a higher number */
  list(after?: number): LoggedCall[];
  clear(): void;
  /**
   * The first call that fits, of those made already or to come.
   * @throws Error when none came in time (real time)
   */
  waitFor(fits: (call: LoggedCall) => boolean, timeoutMs?: number): Promise<LoggedCall>;
}

export interface CallBook extends CallLog {
  note(call: Omit<LoggedCall, 'n'>): void;
}

const KEPT = 500;
const WAIT_MS = 5000;

export function createCallLog(onChange: () => void): CallBook {
  let calls: LoggedCall[] = [];
  let lastN = 0;
  const waiting = new Set<(call: LoggedCall) => void>();
  return {
    list: (after = 0) => calls.filter(({ n }) => n > after),
    clear: () => {
      calls = [];
    },
    note: (call) => {
      lastN += 1;
      const noted = { n: lastN, ...call };
      calls = [...calls.slice(1 - KEPT), noted];
      for (const look of waiting) look(noted);
      onChange();
    },
    waitFor: (fits, timeoutMs = WAIT_MS) => {
      const known = calls.find(fits);
      if (known) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const look = (call: LoggedCall) => {
          if (!fits(call)) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(call);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`sandbox: no call that fits within ${timeoutMs} ms`));
        }, timeoutMs);
        waiting.add(look);
      });
    },
  };
}

/** Something that goes wrong on purpose with calls of one method. */
export interface Fault {
  /** A method's name in any case, or '*' for all of them, getUpdates included. */
  method: string;
  /** Only calls with this chat_id. */
  chat?: number;
  /** Calls still to be hit; 1 unless given. */
  times?: number;
  /** Matching calls to let through first; 0 unless given. */
  after?: number;
  fault: FaultKind;
}

export type FaultKind =
  /** An answer with `ok: false`; the call has no effect. */
  | {
      kind: 'answer';
      code: number;
      description: string;
      parameters?: { retry_after?: number; migrate_to_chat_id?: number };
    }
  /** A page of HTML, as a front end answers; the call has no effect. */
  | { kind: 'html'; status: number }
  /** The connection is cut, before the call took effect or after. */
  | { kind: 'reset'; delivered: boolean }
  /** Nothing is heard for this long, then the connection is cut. */
  | { kind: 'hang'; delivered: boolean; ms: number }
  /** The call is worked on after this long. */
  | { kind: 'delay'; ms: number };

/** The faults that are ordered. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** Those not used up, in the order they were added; `times` and `after` are what is left. */
  list(): Fault[];
}

export interface FaultBook extends Faults {
  /** The fault that hits this call, if one does; it is counted. */
  next(method: string, chatId: number | null): FaultKind | null;
}

export function createFaults(onChange: () => void): FaultBook {
  let faults: Required<Omit<Fault, 'chat'>>[] & Fault[] = [];
  return {
    add: (fault) => {
      faults.push({ ...fault, times: fault.times ?? 1, after: fault.after ?? 0 });
      onChange();
    },
    clear: () => {
      faults = [];
      onChange();
    },
    list: () => faults.map((fault) => ({ ...fault })),
    next: (method, chatId) => {
      for (const fault of faults) {
        const named = fault.method === '*' || fault.method.toLowerCase() === method.toLowerCase();
        if (!named || (fault.chat !== undefined && fault.chat !== chatId)) continue;
        if (fault.after > 0) {
          fault.after -= 1;
          continue;
        }
        fault.times -= 1;
        faults = faults.filter(({ times }) => times > 0);
        onChange();
        return fault.fault;
      }
      return null;
    },
  };
}

/** What has to be given back, in the reverse order of its taking. */
export interface ClosingStack {
  add(close: () => Promise<unknown>): void;
  /** Closes everything added so far; what was closed is not closed again. @throws the first failure, after the rest is closed */
  closeAll(): Promise<void>;
}

export function createClosingStack(): ClosingStack {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    closeAll: async () => {
      const failures: unknown[] = [];
      for (const close of closers.splice(0).reverse()) {
        await close().catch((error) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

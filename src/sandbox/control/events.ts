import type { WorldEvent } from '../world/core.js';

/** Passes what happens in the world on to the open pages. */
export interface Events {
  emit(event: WorldEvent): void;
  /** @returns stops listening */
  listen(listener: (event: WorldEvent) => void): () => void;
}

const GATHER_MS = 20;

/** Same changes that come together are told once. */
export function createEvents(): Events {
  const listeners = new Set<(event: WorldEvent) => void>();
  const gathered = new Map<string, WorldEvent>();
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    timer = null;
    const events = [...gathered.values()];
    gathered.clear();
    for (const event of events) for (const listener of listeners) listener(event);
  };
  return {
    emit: (event) => {
      if (listeners.size === 0) return;
      gathered.set(JSON.stringify(event), event);
      if (timer === null) timer = setTimeout(flush, GATHER_MS).unref();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

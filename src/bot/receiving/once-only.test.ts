import { describe, expect, it } from 'vitest';
import type { SeenUpdates } from '../../chats/seen-updates.js';
import { createLog } from '../../log.js';
import { systemClock } from '../../time/clock.js';
import { createOnceOnly } from './once-only.js';

/** A memory that forgets nothing; it fails as often as it is told to before it works. */
function aMemory(failures = 0): SeenUpdates & { marked: Set<number> } {
  const claimed = new Set<number>();
  const marked = new Set<number>();
  let left = failures;
  return {
    marked,
    claim: async (id) => {
      if (left-- > 0) throw new Error('no connection');
      if (marked.has(id)) return 'done';
      if (id === 99) return 'elsewhere';
      claimed.add(id);
      return 'ours';
    },
    done: async (id) => {
      if (id === 13) throw new Error('no connection');
      marked.add(id);
    },
    purgeBefore: async () => 0,
  };
}

const onceOnly = (seen: SeenUpdates) => createOnceOnly(seen, systemClock, createLog('silent'), [1, 1]);

/** A handler that counts, and ends when it is let go. */
function aHandler() {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handler = {
    runs: 0,
    release,
    handle: async () => {
      handler.runs += 1;
    },
    handleSlowly: () => gate,
  };
  return handler;
}

describe('an update', () => {
  it('is handled once, however often it comes', async () => {
    const once = onceOnly(aMemory());
    const handler = aHandler();
    for (let i = 0; i < 3; i += 1) await once.run(1, handler.handle);
    expect(handler.runs).toBe(1);
  });

  it('that comes again while it is handled waits for that one', async () => {
    const seen = aMemory();
    const once = onceOnly(seen);
    const handler = aHandler();
    const both = Promise.all([once.run(1, handler.handleSlowly), once.run(1, handler.handle)]);
    handler.release();
    await both;
    expect([handler.runs, seen.marked.has(1)]).toEqual([0, true]);
  });

  it('is handled when the database answers at the third attempt', async () => {
    const handler = aHandler();
    await onceOnly(aMemory(2)).run(1, handler.handle);
    expect(handler.runs).toBe(1);
  });

  it('is not handled while the database is silent, and may come again', async () => {
    const once = onceOnly(aMemory(3));
    const handler = aHandler();
    await expect(once.run(1, handler.handle)).rejects.toMatchObject({ reason: 'database' });
    expect(handler.runs).toBe(0);
    await once.run(1, handler.handle);
    expect(handler.runs).toBe(1);
  });

  it('that another process is at is left to it', async () => {
    await expect(onceOnly(aMemory()).run(99, aHandler().handle)).rejects.toMatchObject({ reason: 'elsewhere' });
  });

  it('that could not be marked is handled all the same', async () => {
    const handler = aHandler();
    await onceOnly(aMemory()).run(13, handler.handle);
    expect(handler.runs).toBe(1);
  });
});

describe('a stop', () => {
  it('waits for what is being handled, and takes up nothing more', async () => {
    const seen = aMemory();
    const once = onceOnly(seen);
    const handler = aHandler();
    const running = once.run(1, handler.handleSlowly);
    let stopped = false;
    const stopping = once.stop().then(() => {
      stopped = true;
    });
    await expect(once.run(2, handler.handle)).rejects.toMatchObject({ reason: 'stopping' });
    const again = once.run(1, handler.handle);
    expect(stopped).toBe(false);
    handler.release();
    await Promise.all([running, again, stopping]);
    expect([...seen.marked]).toEqual([1]);
  });
});

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.js';
import type { WorldState } from './world-state.js';

/** What the file holds: the world and how far its clock was moved ahead. */
export interface SavedWorld {
  version: 1;
  clockOffsetMs: number;
  world: WorldState;
}

/** The rooms of the state that must be there; what is in them this program wrote itself. */
const savedWorld = z.object({
  version: z.literal(1),
  clockOffsetMs: z.number(),
  world: z.looseObject({
    bot: z.looseObject({ id: z.number(), token: z.string(), username: z.string() }),
    people: z.array(z.looseObject({ id: z.number() })),
    chats: z.array(z.looseObject({ id: z.number(), messages: z.array(z.unknown()) })),
    polls: z.array(z.unknown()),
    files: z.array(z.unknown()),
    callbacks: z.array(z.unknown()),
    inlineQueries: z.array(z.unknown()),
    updates: z.looseObject({ queue: z.array(z.unknown()), nextId: z.number() }),
    deliveries: z.array(z.unknown()),
    lastIds: z.record(z.string(), z.number()),
  }),
});

/**
 * @returns null when there is no file yet
 * @throws StartError when the file cannot be understood
 */
export function readStateFile(file: string): SavedWorld | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return savedWorld.parse(JSON.parse(text)) as unknown as SavedWorld;
  } catch (cause) {
    throw new StartError(
      `沙盒的状态文件 ${file} 读不懂（也许被改过或者没写完）：请把它移走或删掉再启动，沙盒会从头开始。`,
      1,
      { cause },
    );
  }
}

const SAVE_AFTER_MS = 150;

/** Writes the state a moment after it changed, by renaming a finished file into place. */
export interface StateKeeper {
  /** Something changed: it is on disk within 200 ms. */
  note(): void;
  /** Writes what is not written yet, and no more after that. */
  close(): void;
}

export function createStateKeeper(file: string, current: () => SavedWorld): StateKeeper {
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const save = () => {
    timer = null;
    const half = `${file}.new`;
    writeFileSync(half, JSON.stringify(current()));
    renameSync(half, file);
  };
  return {
    note: () => {
      if (closed || timer) return;
      timer = setTimeout(save, SAVE_AFTER_MS);
      timer.unref();
    },
    close: () => {
      if (timer) clearTimeout(timer);
      closed = true;
      save();
    },
  };
}

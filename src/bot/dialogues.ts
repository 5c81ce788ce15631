import { z } from 'zod';
import type { PufaContext } from './parts.js';

/** Everything the bot may wait to hear in private from somebody who serves, with what the answer is about. */
const DIALOGUES = {
  // notices
  'notice-content': z.object({ noticeId: z.number().nullable() }),
  'notice-time': z.object({ noticeId: z.number() }),
  'notice-reason': z.object({ noticeId: z.number(), version: z.number(), decision: z.enum(['return', 'reject']) }),
  // roles
  // statistics
  /** which days: of this unit, or of all own ones */
  's-range': z.object({ unitId: z.string().nullable() }),
  // groups
  // activities
} as const;

export type DialogueKind = keyof typeof DIALOGUES;
export type DialogueData<Kind extends DialogueKind> = z.infer<(typeof DIALOGUES)[Kind]>;

/**
 * Takes the person's message (text or media) as the answer. The rights were not checked before: they may have ended
 * since the question. A handler that is content closes the dialogue or asks the next thing; otherwise it stays open.
 */
export type DialogueHandler<Kind extends DialogueKind> = (ctx: PufaContext, data: DialogueData<Kind>) => Promise<void>;
export type DialogueHandlers = { [Kind in DialogueKind]: DialogueHandler<Kind> };

/** Gives the message to the handler of its dialogue. @returns false for a dialogue this build does not know any more */
export async function answerDialogue(
  handlers: DialogueHandlers,
  ctx: PufaContext,
  kept: { kind: string; data: unknown },
): Promise<boolean> {
  const shapes: Record<string, z.ZodType | undefined> = DIALOGUES;
  const data = shapes[kept.kind]?.safeParse(kept.data);
  if (!data?.success) return false;
  const handle = (handlers as Record<string, (ctx: PufaContext, data: unknown) => Promise<void>>)[kept.kind];
  await handle?.(ctx, data.data);
  return true;
}

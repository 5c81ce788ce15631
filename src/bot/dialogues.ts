import { z } from 'zod';
import { STEPS } from '../activities/activity-draft.js';
import { ACTIVITY_KINDS } from '../activities/activity-kinds.js';
import type { KeptDialogue } from '../chats/dialogue-book.js';
import { ROLE_NAMES } from '../roles/roles.js';
import type { PufaContext } from './parts.js';

/** Everything the bot may wait to hear in private from somebody who serves, with what the answer is about. */
const DIALOGUES = {
  // notices
  'notice-content': z.object({ noticeId: z.number().nullable() }),
  'notice-time': z.object({ noticeId: z.number() }),
  'notice-reason': z.object({ noticeId: z.number(), version: z.number(), decision: z.enum(['return', 'reject']) }),
  // roles
  /** what colleagues call the person to be invited */
  'invite-label': z.object({ name: z.enum(ROLE_NAMES), unitId: z.string() }),
  /** why a role is taken away; null: not said yet */
  'role-removal': z.object({ roleId: z.number(), why: z.string().nullable() }),
  // statistics
  /** which days: of this unit, or of all own ones */
  's-range': z.object({ unitId: z.string().nullable() }),
  // groups
  // activities
  /** an activity on its way into the book */
  activity: z.object({
    draft: z.string(),
    activityId: z.number().nullable(),
    asking: z.enum(STEPS),
    kind: z.enum(ACTIVITY_KINDS).nullable(),
    unitId: z.string().nullable(),
    day: z.string().nullable(),
    count: z.number().nullable(),
    howCounted: z.string().nullable(),
  }),
} as const;

export type DialogueKind = keyof typeof DIALOGUES;
export const DIALOGUE_KINDS = Object.keys(DIALOGUES) as DialogueKind[];
export type DialogueData<Kind extends DialogueKind> = z.infer<(typeof DIALOGUES)[Kind]>;

/**
 * Takes the person's message (text or media) as the answer. The rights were not checked before: they may have ended
 * since the question. A handler that is content closes the dialogue or asks the next thing; otherwise it stays open.
 */
export type DialogueHandler<Kind extends DialogueKind> = (ctx: PufaContext, data: DialogueData<Kind>) => Promise<void>;
export type DialogueHandlers = { [Kind in DialogueKind]: DialogueHandler<Kind> };

/** What an open dialogue of this kind is about; null when another one is open, or none. */
export function openDialogue<Kind extends DialogueKind>(
  kind: Kind,
  kept: KeptDialogue | null,
): DialogueData<Kind> | null {
  if (kept?.kind !== kind) return null;
  const data = DIALOGUES[kind].safeParse(kept.data);
  return data.success ? (data.data as DialogueData<Kind>) : null;
}

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

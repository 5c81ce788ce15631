/** What buttons can ask for. Callback data is `verb` or `verb:id`; it may be forged or years old. */
export const ACTION_VERBS = [
  'agree',
  'decline',
  'unit',
  'topic',
  'topics-done',
  'ans',
  'case',
  'erase',
  'erase-yes',
  'keep',
  'code',
  'bind',
  'g-topics',
  'g-topic',
  'g-done',
  'leave-yes',
  'stay',
  // everybody who serves
  'drop',
  // notices
  // roles
  // statistics
  's-show',
  's-unit',
  's-defs',
  's-range',
  's-days',
  // groups
  // activities
] as const;

export type ActionVerb = (typeof ACTION_VERBS)[number];

export interface Action {
  verb: ActionVerb;
  /** an id of ours: a unit, topic, entry or row; empty when the verb needs none */
  id: string;
}

/** Callback data of a button; Bot API, InlineKeyboardButton: 1-64 bytes, which ids of ours never fill. */
export function actionData(verb: ActionVerb, id: string | number = ''): string {
  const data = id === '' ? verb : `${verb}:${id}`;
  if (Buffer.byteLength(data) > 64) throw new Error(`callback data over 64 bytes: ${verb}`);
  return data;
}

/** @returns null for data that no button of ours ever carried */
export function readAction(data: string): Action | null {
  const match = /^([a-z-]{1,20})(?::([a-z0-9-]{1,55}))?$/.exec(data);
  const verb = ACTION_VERBS.find((known) => known === match?.[1]);
  return verb ? { verb, id: match?.[2] ?? '' } : null;
}

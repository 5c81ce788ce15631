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
  'n-new',
  'n-list',
  'n-open',
  'n-read',
  'n-content',
  'n-delete',
  'n-delete-yes',
  'n-who',
  'n-all-units',
  'n-unit',
  'n-kind',
  'n-pick',
  'n-chat',
  'n-when',
  'n-at',
  'n-time',
  'n-ask',
  'n-back',
  'n-release',
  'n-release-yes',
  'n-return',
  'n-reject',
  'n-pause',
  'n-resume',
  'n-stop',
  'n-stop-yes',
  'n-cancel',
  // roles
  // statistics
  's-show',
  's-unit',
  's-defs',
  's-range',
  's-days',
  // groups
  'c-list',
  'c-mine',
  'c-group',
  'c-open',
  'c-pause',
  'c-resume',
  'c-unbind',
  'c-unbind-yes',
  'c-here-unbind',
  'c-here-keep',
  'c-code',
  'c-codes',
  'c-code-off',
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

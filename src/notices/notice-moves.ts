/** The states of a notice; the schema explains each. */
export type NoticeState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'rejected'
  | 'released'
  | 'sending'
  | 'paused'
  | 'done'
  | 'stopped'
  | 'cancelled'
  | 'skipped';

/** What people do with a notice, apart from writing and releasing it. */
export const NOTICE_MOVES = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  'take-back': { from: ['submitted'], to: 'draft' },
  return: { from: ['submitted'], to: 'returned' },
  reject: { from: ['submitted'], to: 'rejected' },
  delete: { from: ['draft', 'returned'], to: 'cancelled' },
  pause: { from: ['released', 'sending'], to: 'paused' },
  /** the next tick begins to send again where the due time has come */
  resume: { from: ['paused'], to: 'released' },
  stop: { from: ['released', 'sending', 'paused'], to: 'stopped' },
  /** only while not one message has gone out; afterwards it is `stop` */
  cancel: { from: ['released', 'sending', 'paused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly NoticeState[]; to: NoticeState }>;

export type NoticeMove = keyof typeof NOTICE_MOVES;

/** States in which the author may change what a notice says, whom it reaches and when. */
export const EDITABLE: readonly NoticeState[] = ['draft', 'returned'];

/** States after the release in which something may still happen. */
export const UNDER_WAY: readonly NoticeState[] = ['released', 'sending', 'paused'];

/** True where the move leads on from this state. */
export function canMove(move: NoticeMove, state: NoticeState): boolean {
  const from: readonly NoticeState[] = NOTICE_MOVES[move].from;
  return from.includes(state);
}

import type { Unit } from '../content/pack.js';
import { mayIn } from '../roles/rights.js';
import type { RoleGrant } from '../roles/roles.js';
import type { Audience } from './audience.js';
import { canMove, type NoticeMove, type NoticeState } from './notice-moves.js';

/** Why a person may not decide over a notice, or do something to it. */
export type NoticeRefusal =
  /** it is not in a state for this any more: see the state */
  | 'state'
  /** the author has changed it since this button was shown */
  | 'changed'
  | 'no-right'
  /** nobody releases what they wrote */
  | 'own'
  /** the author may not write for these units any more */
  | 'author-lost-role';

interface JudgedNotice {
  state: NoticeState;
  version: number;
  /** null: the programme's calendar */
  authorKey: string | null;
  audience: Audience;
}

interface Actor {
  key: string;
  grants: RoleGrant[];
}

/**
 * May this person release, return or reject the notice? (design, decision 4: nothing leaves without a person's
 * release, and nobody approves what they wrote.)
 * @param version      the version the person has read
 * @param authorGrants roles the author holds now
 * @param training     the sandbox's switch: people may play both parts there
 */
export function decisionRefusal(
  decision: 'release' | 'return' | 'reject',
  notice: JudgedNotice,
  version: number,
  actor: Actor,
  authorGrants: RoleGrant[],
  training: boolean,
  units: Unit[],
): NoticeRefusal | null {
  const { unitIds } = notice.audience;
  if (!mayIn(actor.grants, 'notice.release', unitIds, units)) return 'no-right';
  if (notice.state !== 'submitted') return 'state';
  if (notice.version !== version) return 'changed';
  if (notice.authorKey === actor.key && !training) return 'own';
  if (decision === 'release' && !mayIn(authorGrants, 'notice.write', unitIds, units)) return 'author-lost-role';
  return null;
}

/** May this person change the notice, ask for its release, take it back or delete it? Only its author may. */
export function writingRefusal(
  notice: JudgedNotice,
  actor: Actor,
  move: NoticeMove | 'edit',
  units: Unit[],
): NoticeRefusal | null {
  if (notice.authorKey !== actor.key) return 'no-right';
  if (!mayIn(actor.grants, 'notice.write', notice.audience.unitIds, units)) return 'no-right';
  if (!(move === 'edit' ? canMove('submit', notice.state) : canMove(move, notice.state))) return 'state';
  return null;
}

/** May this person pause, resume, stop or cancel the notice? Its author may, and whoever may release it. */
export function steeringRefusal(
  notice: JudgedNotice,
  actor: Actor,
  move: 'pause' | 'resume' | 'stop' | 'cancel',
  units: Unit[],
): NoticeRefusal | null {
  const { unitIds } = notice.audience;
  const asAuthor = notice.authorKey === actor.key && mayIn(actor.grants, 'notice.write', unitIds, units);
  if (!asAuthor && !mayIn(actor.grants, 'notice.release', unitIds, units)) return 'no-right';
  return canMove(move, notice.state) ? null : 'state';
}

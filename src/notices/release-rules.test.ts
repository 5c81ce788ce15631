import { describe, expect, it } from 'vitest';
import { UNITS } from '../../test/support/a-unit-tree.js';
import type { RoleName } from '../roles/roles.js';
import { canMove, NOTICE_MOVES, type NoticeMove, type NoticeState } from './notice-moves.js';
import { decisionRefusal, steeringRefusal, writingRefusal } from './release-rules.js';

const notice = (more: { state?: NoticeState; unitIds?: string[] } = {}) => ({
  state: more.state ?? ('submitted' as NoticeState),
  version: 3,
  authorKey: 'chen',
  audience: { unitIds: more.unitIds ?? ['spring'], topicIds: [], kinds: [], exceptChatIds: [] },
});
const as = (key: string, name: RoleName, unitId: string) => ({ key, grants: [{ name, unitId }] });
const AUTHOR = as('chen', 'adviser', 'spring');
const LEAD = as('zhou', 'lead', 'street');

describe('releasing a notice', () => {
  const refusal = (actor: typeof LEAD, more: Parameters<typeof notice>[0] & { version?: number } = {}) =>
    decisionRefusal('release', notice(more), more.version ?? 3, actor, AUTHOR.grants, false, UNITS);

  it.each<[string, ReturnType<typeof refusal>, ReturnType<typeof refusal>]>([
    ['the lead of the street may', refusal(LEAD), null],
    ['staff of the community may', refusal(as('liu', 'staff', 'spring')), null],
    ['staff of another community may not', refusal(as('liu', 'staff', 'autumn')), 'no-right'],
    [
      'staff of one of two communities may not',
      refusal(as('liu', 'staff', 'spring'), { unitIds: ['spring', 'autumn'] }),
      'no-right',
    ],
    ['another adviser may not', refusal(as('wu', 'adviser', 'spring')), 'no-right'],
    ['a viewer may not', refusal(as('zhao', 'viewer', 'street')), 'no-right'],
    ['the author may not, even with the right', refusal(as('chen', 'lead', 'street')), 'own'],
    ['not a version the person has not read', refusal(LEAD, { version: 2 }), 'changed'],
    ['not what was taken back', refusal(LEAD, { state: 'draft' }), 'state'],
    ['not what is out already', refusal(LEAD, { state: 'sending' }), 'state'],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));

  it('is refused when the author has lost the role, or holds it elsewhere', () => {
    const grants = [
      [],
      [{ name: 'adviser' as const, unitId: 'autumn' }],
      [{ name: 'viewer' as const, unitId: 'spring' }],
    ];
    for (const authorGrants of grants) {
      expect(decisionRefusal('release', notice(), 3, LEAD, authorGrants, false, UNITS)).toBe('author-lost-role');
      expect(decisionRefusal('return', notice(), 3, LEAD, authorGrants, false, UNITS)).toBeNull();
    }
  });

  it('of one’s own is allowed in training, to those who have the right', () => {
    const own = as('chen', 'lead', 'street');
    expect(decisionRefusal('release', notice(), 3, own, own.grants, true, UNITS)).toBeNull();
    expect(decisionRefusal('release', notice(), 3, AUTHOR, AUTHOR.grants, true, UNITS)).toBe('no-right');
  });
});

describe('changing a notice', () => {
  it.each<[string, ReturnType<typeof writingRefusal>, ReturnType<typeof writingRefusal>]>([
    ['the author may while it is a draft', writingRefusal(notice({ state: 'draft' }), AUTHOR, 'edit', UNITS), null],
    ['and when it came back', writingRefusal(notice({ state: 'returned' }), AUTHOR, 'submit', UNITS), null],
    ['not while somebody reads it', writingRefusal(notice(), AUTHOR, 'edit', UNITS), 'state'],
    ['but may take it back then', writingRefusal(notice(), AUTHOR, 'take-back', UNITS), null],
    ['not after the release', writingRefusal(notice({ state: 'sending' }), AUTHOR, 'edit', UNITS), 'state'],
    ['the lead may not', writingRefusal(notice({ state: 'draft' }), LEAD, 'edit', UNITS), 'no-right'],
    [
      'nor an author without the role',
      writingRefusal(notice({ state: 'draft' }), { key: 'chen', grants: [] }, 'edit', UNITS),
      'no-right',
    ],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));
});

describe('steering a notice', () => {
  it.each<[string, ReturnType<typeof steeringRefusal>, ReturnType<typeof steeringRefusal>]>([
    ['its author pauses it', steeringRefusal(notice({ state: 'sending' }), AUTHOR, 'pause', UNITS), null],
    ['whoever may release it stops it', steeringRefusal(notice({ state: 'paused' }), LEAD, 'stop', UNITS), null],
    [
      'another adviser may not',
      steeringRefusal(notice({ state: 'sending' }), as('wu', 'adviser', 'spring'), 'pause', UNITS),
      'no-right',
    ],
    ['a finished one is not paused', steeringRefusal(notice({ state: 'done' }), LEAD, 'pause', UNITS), 'state'],
    ['only a paused one is resumed', steeringRefusal(notice({ state: 'sending' }), LEAD, 'resume', UNITS), 'state'],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));
});

describe('the moves', () => {
  it('never lead out of an end', () => {
    const moves = Object.keys(NOTICE_MOVES) as NoticeMove[];
    for (const end of ['done', 'stopped', 'cancelled', 'rejected', 'skipped'] as const) {
      expect(moves.filter((move) => canMove(move, end))).toEqual([]);
    }
  });
});

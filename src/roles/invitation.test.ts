import { describe, expect, it } from 'vitest';
import type { Unit } from '../content/pack.js';
import { type Invitation, type WhyVoid, whyVoid } from './invitation.js';
import { invitePayload, makeInviteCode, readInvitePayload } from './invite-code.js';
import type { RoleGrant } from './roles.js';

const UNITS: Unit[] = [
  { id: 'street', kind: 'street', name: '街道', parentId: null },
  { id: 'spring', kind: 'community', name: '春风', parentId: 'street' },
  { id: 'other', kind: 'street', name: '别的街道', parentId: null },
];
const NOW = new Date('2026-11-30T02:00:00Z');
const LEAD: RoleGrant = { name: 'lead', unitId: 'street' };
const OFFER: Invitation = {
  ...{ id: 1, name: 'adviser', unitId: 'spring', label: '陈律师', createdByKey: 'lead' },
  ...{ expiresAt: new Date('2026-12-01T02:00:00Z'), usedAt: null, withdrawnAt: null },
};

interface Case {
  offer?: Partial<Invitation>;
  inviter?: RoleGrant[];
  key?: string;
  grants?: RoleGrant[];
  now?: string;
}

describe('an invitation', () => {
  it.each<[string, Case, WhyVoid | null]>([
    ['is good for a stranger', {}, null],
    ['is good for somebody with another role there', { grants: [{ name: 'viewer', unitId: 'spring' }] }, null],
    ['is good for somebody with the same role elsewhere', { grants: [{ name: 'adviser', unitId: 'other' }] }, null],
    ['is good at its last instant', { now: '2026-12-01T02:00:00Z' }, null],
    ['is over afterwards', { now: '2026-12-01T02:00:01Z' }, 'expired'],
    ['is used once', { offer: { usedAt: NOW } }, 'used'],
    ['can be withdrawn', { offer: { withdrawnAt: NOW } }, 'withdrawn'],
    ['is not for the one who invites', { key: 'lead' }, 'own'],
    ['gives nobody what they have', { grants: [{ name: 'adviser', unitId: 'spring' }] }, 'already'],
    ['tells so also after it was used', { offer: { usedAt: NOW }, grants: [OFFER] }, 'already'],
    ['ends with its unit', { offer: { unitId: 'gone' } }, 'unit-gone'],
    ['ends with the role of the inviter', { inviter: [] }, 'inviter-lost'],
    ['ends when the inviter moved to a foreign unit', { inviter: [{ name: 'lead', unitId: 'other' }] }, 'inviter-lost'],
    ['ends when the inviter fell to staff', { inviter: [{ name: 'staff', unitId: 'street' }] }, 'inviter-lost'],
    ['gives no more than the inviter may', { offer: { name: 'lead' } }, 'inviter-lost'],
  ])('%s', (_name, { offer, inviter = [LEAD], key = 'somebody', grants = [], now }, expected) => {
    const at = now ? new Date(now) : NOW;
    expect(whyVoid({ ...OFFER, ...offer }, inviter, { key, grants }, UNITS, at)).toBe(expected);
  });
});

describe('the code of an invitation', () => {
  it('comes back from its link, and is another each time', () => {
    const code = makeInviteCode();
    expect(readInvitePayload(invitePayload(code))).toBe(code);
    expect(invitePayload(code).length).toBeLessThanOrEqual(64);
    expect(makeInviteCode()).not.toBe(code);
  });

  it.each([
    ['a cut link', 'inv_0123456789abcdef', ''],
    ['capitals', `inv_${'A'.repeat(32)}`, ''],
    ['nothing behind', 'inv_', ''],
    ['a binding link', 'bind_12345678', null],
    ['nothing', '', null],
  ])('is not read from %s', (_name, payload, expected) => {
    expect(readInvitePayload(payload)).toBe(expected);
  });
});

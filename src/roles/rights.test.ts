import { describe, expect, it } from 'vitest';
import { UNITS } from '../../test/support/a-unit-tree.js';
import { mayIn, mayTake, RIGHTS, type Right, rolesToGive, unitsFor } from './rights.js';
import { ROLE_NAMES, type RoleName } from './roles.js';

const has = (name: RoleName, right: Right) => mayIn([{ name, unitId: 'street' }], right, ['spring'], UNITS);

describe('what each role allows in its unit', () => {
  it.each<[Right, RoleName[]]>([
    ['role.manage', ['admin', 'lead']],
    ['notice.write', ['admin', 'lead', 'staff', 'adviser']],
    ['notice.release', ['admin', 'lead', 'staff']],
    ['group.manage', ['admin', 'lead', 'staff']],
    ['stats.read', ['admin', 'lead', 'staff', 'adviser', 'viewer']],
    ['activity.enter', ['admin', 'lead', 'staff', 'adviser']],
    ['activity.correct', ['admin', 'lead', 'staff']],
  ])('%s: %j', (right, names) => {
    expect(ROLE_NAMES.filter((name) => has(name, right))).toEqual(names);
  });

  it('is asked for every right there is', () => {
    expect(Object.keys(RIGHTS)).toHaveLength(7);
  });
});

describe('where a role counts', () => {
  const lead = [{ name: 'lead' as const, unitId: 'street' }];
  it.each([
    ['its own unit', ['street'], true],
    ['a unit below', ['spring'], true],
    ['several below', ['spring', 'autumn'], true],
    ['the unit above', ['district'], false],
    ['a foreign unit', ['other'], false],
    ['its own and a foreign one', ['spring', 'other'], false],
    ['everywhere', [], false],
  ])('in %s', (_name, unitIds, expected) => {
    expect(mayIn(lead, 'notice.release', unitIds, UNITS)).toBe(expected);
  });

  it('in a unit that is gone, for the whole tree only, or nobody could stop what goes there', () => {
    expect(mayIn([{ name: 'admin', unitId: 'district' }], 'notice.release', ['gone'], UNITS)).toBe(true);
    expect(mayIn([{ name: 'admin', unitId: 'street' }], 'notice.release', ['gone'], UNITS)).toBe(false);
    expect(mayIn([{ name: 'admin', unitId: 'street' }], 'notice.release', ['street', 'gone'], UNITS)).toBe(false);
  });

  it('everywhere, for the whole tree', () => {
    expect(mayIn([{ name: 'admin', unitId: 'district' }], 'notice.release', [], UNITS)).toBe(true);
  });

  it('nowhere without a role, even for no unit at all', () => {
    expect(mayIn([], 'stats.read', [], [])).toBe(false);
    expect(unitsFor([], 'stats.read', UNITS)).toEqual(new Set());
  });

  it('in the units of several roles together', () => {
    const grants = [
      { name: 'adviser' as const, unitId: 'spring' },
      { name: 'adviser' as const, unitId: 'autumn' },
      { name: 'viewer' as const, unitId: 'other' },
    ];
    expect(unitsFor(grants, 'notice.write', UNITS)).toEqual(new Set(['spring', 'autumn']));
  });
});

describe('who may give which role', () => {
  it.each<[string, RoleName, string, RoleName[]]>([
    ['an administrator', 'admin', 'spring', ['admin', 'lead', 'staff', 'adviser', 'viewer']],
    ['a lead', 'lead', 'spring', ['staff', 'adviser', 'viewer']],
    ['a lead in a foreign unit', 'lead', 'other', []],
    ['staff', 'staff', 'spring', []],
    ['an adviser', 'adviser', 'spring', []],
    ['a viewer', 'viewer', 'spring', []],
  ])('%s', (_name, name, unitId, expected) => {
    expect(rolesToGive([{ name, unitId: 'street' }], unitId, UNITS)).toEqual(expected);
  });
});

describe('who may take which role', () => {
  it.each<[string, RoleName, string, RoleName, string, boolean]>([
    ['a lead an adviser below', 'lead', 'street', 'adviser', 'spring', true],
    ['a lead another lead', 'lead', 'street', 'lead', 'street', false],
    ['a lead an adviser elsewhere', 'lead', 'street', 'adviser', 'other', false],
    ['a lead an adviser of a unit that is gone', 'lead', 'district', 'adviser', 'gone', false],
    ['an administrator of a street one of a unit that is gone', 'admin', 'street', 'adviser', 'gone', false],
    ['an administrator of everything one of a unit that is gone', 'admin', 'district', 'adviser', 'gone', true],
    ['staff a viewer', 'staff', 'street', 'viewer', 'spring', false],
  ])('%s', (_name, name, unitId, taken, takenUnitId, expected) => {
    expect(mayTake([{ name, unitId }], { name: taken, unitId: takenUnitId }, UNITS)).toBe(expected);
  });
});

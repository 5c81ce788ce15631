import { describe, expect, it } from 'vitest';
import { UNITS } from '../../test/support/a-unit-tree.js';
import type { Audience } from './audience.js';
import { sidesOf, toggleChat, toggleSide, toggleUnit } from './toggle-audience.js';
import { communitiesToChoose, isWidest, widestAudience } from './widest-audience.js';

const audience = (more: Partial<Audience> = {}): Audience => ({
  ...{ unitIds: ['street'], topicIds: [], kinds: [], exceptChatIds: [] },
  ...more,
});

describe('everybody a person may write to', () => {
  it.each([
    ['an adviser of one community', [{ name: 'adviser' as const, unitId: 'spring' }], ['spring'], ['spring']],
    ['staff of a street', [{ name: 'staff' as const, unitId: 'street' }], ['street'], ['spring', 'autumn']],
    ['an administrator of the whole tree', [{ name: 'admin' as const, unitId: 'district' }], [], ['spring', 'autumn']],
    [
      'two roles, the smaller inside the larger',
      [
        { name: 'adviser' as const, unitId: 'spring' },
        { name: 'staff' as const, unitId: 'street' },
      ],
      ['street'],
      ['spring', 'autumn'],
    ],
    ['a viewer', [{ name: 'viewer' as const, unitId: 'district' }], [], []],
  ])('%s', (_name, grants, unitIds, communities) => {
    expect(widestAudience(grants, UNITS).unitIds).toEqual(unitIds);
    expect(communitiesToChoose(grants, UNITS).map((unit) => unit.id)).toEqual(communities);
  });

  it('is recognised, also when written differently', () => {
    const staff = [{ name: 'staff' as const, unitId: 'street' }];
    expect(isWidest(audience(), staff, UNITS)).toBe(true);
    expect(isWidest(audience({ unitIds: ['street', 'spring'] }), staff, UNITS)).toBe(true);
    expect(isWidest(audience({ unitIds: ['spring'] }), staff, UNITS)).toBe(false);
    expect(isWidest(audience({ unitIds: [] }), [{ name: 'admin', unitId: 'district' }], UNITS)).toBe(true);
    expect(isWidest(audience({ unitIds: ['spring'] }), [{ name: 'admin', unitId: 'district' }], UNITS)).toBe(false);
  });
});

describe('choosing communities', () => {
  it.each([
    ['the first tap narrows "all" to one', audience({ exceptChatIds: [7] }), true, 'spring', ['spring']],
    ['the second adds one', audience({ unitIds: ['spring'] }), false, 'autumn', ['spring', 'autumn']],
    ['a tap on a chosen one takes it away', audience({ unitIds: ['spring', 'autumn'] }), false, 'spring', ['autumn']],
    ['taking the last one away means all', audience({ unitIds: ['spring'] }), false, 'spring', ['street']],
  ])('%s', (_name, before, isAll, unitId, unitIds) => {
    expect(toggleUnit(before, unitId, isAll, audience())).toMatchObject({ unitIds, exceptChatIds: [] });
  });
});

describe('groups and subscribers', () => {
  it('can be switched off one at a time, never both', () => {
    const groupsOnly = toggleSide(audience(), 'people');
    expect(groupsOnly && sidesOf(groupsOnly)).toEqual({ groups: true, people: false });
    expect(groupsOnly && toggleSide(groupsOnly, 'groups')).toBeNull();
    const both = groupsOnly && toggleSide(groupsOnly, 'people');
    expect(both?.kinds).toEqual([]);
    expect(toggleSide(audience(), 'groups')?.kinds).toEqual(['private']);
  });

  it('of one name can be left out and taken in again', () => {
    const without = toggleChat(audience(), 7);
    expect(without.exceptChatIds).toEqual([7]);
    expect(toggleChat(without, 7).exceptChatIds).toEqual([]);
  });
});

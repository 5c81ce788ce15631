import { describe, expect, it } from 'vitest';
import type { Unit } from '../content/pack.js';
import { reachScope } from './reach-scope.js';

const TREE: Unit[] = [
  { id: 'district', kind: 'district', name: '区', parentId: null },
  { id: 'street', kind: 'street', name: '街道', parentId: 'district' },
  { id: 'spring', kind: 'community', name: '春风', parentId: 'street' },
  { id: 'other', kind: 'street', name: '别的街道', parentId: 'district' },
];

describe('the units that figures are asked for', () => {
  it.each<[string, string[], string[] | null, string[]]>([
    ['a community', ['spring'], ['spring'], ['spring']],
    ['a street with its communities', ['street'], ['street', 'spring'], ['street']],
    ['two streets', ['street', 'other'], ['street', 'other', 'spring'], ['street', 'other']],
    ['the whole tree is everywhere, also chats of no unit', ['district'], null, ['district']],
  ])('%s', (_name, ids, units, roots) => {
    const scope = reachScope(ids, TREE);
    expect(scope.units).toEqual(units);
    expect(scope.roots.map((unit) => unit.id)).toEqual(roots);
  });
});

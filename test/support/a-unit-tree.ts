import type { Unit } from '../../src/content/pack.js';

/** A district with two streets; one of them has two communities. */
export const UNITS: Unit[] = [
  { id: 'district', kind: 'district', name: '示例区', parentId: null },
  { id: 'street', kind: 'street', name: '示例街道', parentId: 'district' },
  { id: 'spring', kind: 'community', name: '春风社区', parentId: 'street' },
  { id: 'autumn', kind: 'community', name: '秋月社区', parentId: 'street' },
  { id: 'other', kind: 'street', name: '别的街道', parentId: 'district' },
];

import { describe, expect, it } from 'vitest';
import { surplusBackups } from './nightly-backup.js';

const night = (day: string) => `pufa-2026-12-${day}.gz`;

const rows: [name: string, names: string[], keep: number, surplus: string[]][] = [
  ['nothing while there is room', [night('01'), night('02')], 2, []],
  ['the oldest, in whatever order the folder lists them', [night('03'), night('01'), night('02')], 2, [night('01')]],
  ['all beyond a number that was made smaller', [night('01'), night('02'), night('03')], 1, [night('01'), night('02')]],
  [
    'nothing that bears another name',
    ['pufa-before-move.gz', 'pufa-2026-12-01.gz.partial', 'copy of pufa-2026-12-01.gz', night('02')],
    1,
    [],
  ],
];

describe('nightly backups that are given up', () => {
  it.each(rows)('%s', (_name, names, keep, surplus) => {
    expect(surplusBackups(names, keep)).toEqual(surplus);
  });
});

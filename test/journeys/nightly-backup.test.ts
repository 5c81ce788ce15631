import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkBackup } from '../../src/db/backup/read-backup.js';
import { dataFolderOf } from '../../src/db/claim-house.js';
import { aHouse, type TestHouse } from '../support/a-house.js';

let house: TestHouse;
let dir: string;
const names = () => readdirSync(dir).sort();

beforeAll(async () => {
  house = await aHouse('2026-12-03T10:00', { BACKUP_KEEP: '2' });
  dir = dataFolderOf(house.config).backupsDir;
}, 60_000);
afterAll(() => house?.close());

it('makes a backup at the first tick after three in the morning, once a day, also over a restart', async () => {
  await house.moveTo('2026-12-04T02:59');
  expect(() => names()).toThrow('ENOENT');
  await house.moveTo('2026-12-04T03:00');
  expect(names()).toEqual(['pufa-2026-12-04.gz']);
  const { rows } = await checkBackup(path.join(dir, 'pufa-2026-12-04.gz'));
  expect(rows.Role).toBe(4);
  await house.restart();
  await house.moveTo('2026-12-04T09:30');
  expect(names()).toEqual(['pufa-2026-12-04.gz']);
  expect(house.logLines.filter((line) => line.includes('"backup.done"'))).toHaveLength(1);
});

it('keeps the newest few, and what somebody else put there', async () => {
  await writeFile(path.join(dir, 'before-the-move.gz'), '');
  // What a process left half-written that was killed in an earlier night.
  await writeFile(path.join(dir, 'pufa-2026-12-01.gz.partial'), '');
  // Slept through a night: the next one is made as soon as it wakes.
  for (const instant of ['2026-12-05T03:00', '2026-12-07T11:00', '2026-12-08T03:01']) await house.moveTo(instant);
  expect(names()).toEqual(['before-the-move.gz', 'pufa-2026-12-07.gz', 'pufa-2026-12-08.gz']);
});

it('says that it failed, goes on ticking, and tries again in an hour', async () => {
  await rm(dir, { recursive: true });
  await writeFile(dir, 'a file in the way');
  await house.moveTo('2026-12-09T03:00');
  const failed = () => house.logLines.filter((line) => line.includes('"backup.failed"'));
  expect(failed()).toHaveLength(1);
  await rm(dir);
  await mkdir(dir);
  await house.moveTo('2026-12-09T03:30');
  expect(names()).toEqual([]);
  await house.moveTo('2026-12-09T04:01');
  expect(names()).toEqual(['pufa-2026-12-09.gz']);
  expect(house.logLines.filter((line) => line.includes('"tick.failed"'))).toEqual([]);
});

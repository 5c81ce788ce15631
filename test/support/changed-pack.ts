import { afterEach } from 'vitest';
import type { Problem } from '../../src/content/problem.js';
import { readPack } from '../../src/content/read-pack.js';
import { aPack, type PackOverrides, type TestPack } from './a-pack.js';

const packs: TestPack[] = [];
afterEach(async () => {
  for (const pack of packs.splice(0)) await pack.remove();
});

/** The smallest pack with these changes, in a folder that goes away after the test. */
export async function aPackFolder(overrides: PackOverrides = {}): Promise<string> {
  const pack = await aPack(overrides);
  packs.push(pack);
  return pack.dir;
}

/** Writes the smallest pack with these changes and reads it. */
export async function readChanged(overrides: PackOverrides = {}): ReturnType<typeof readPack> {
  return readPack(await aPackFolder(overrides));
}

/** The problems of the smallest pack with these changes, as `pufa content check` prints them. */
export async function problemsOf(overrides: PackOverrides): Promise<string[]> {
  return problemLines((await readChanged(overrides)).problems);
}

/** A line per problem; warnings are marked with 提醒. */
export function problemLines(problems: Problem[]): string[] {
  return problems.map(
    ({ file, line, severity, message }) => `${file}:${line}: ${severity === 'warning' ? '提醒：' : ''}${message}`,
  );
}

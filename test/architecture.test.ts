import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve('src');

interface Import {
  /** path inside src, such as `bot/ask.ts` */
  file: string;
  /** its room, `bot`; the file's own name at the top level */
  room: string;
  /** a room of ours, or a package */
  target: string;
}

function imports(): Import[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(generated|sandbox\/page)\//.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(path.join(SRC, file), 'utf8');
    const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return specifiers.map((specifier) => ({ file, room: roomOf(file), target: targetOf(file, specifier) }));
  });
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return roomOf(path.join(path.dirname(file), specifier));
}

const all = imports();
const offenders = (wrong: (row: Import) => boolean) => all.filter(wrong).map((row) => `${row.file} → ${row.target}`);

const SHELLS = ['bot', 'db', 'sandbox', 'scheduler', 'web'];
const RULES = ['time', 'content', 'calendar', 'faq', 'notices', 'delivery', 'chats', 'roles', 'reach', 'report'];

describe('the house', () => {
  it('has files to look at', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('keeps its shells apart: they do not import one another', () => {
    expect(
      offenders(({ room, target }) => SHELLS.includes(room) && SHELLS.includes(target) && room !== target),
    ).toEqual([]);
  });

  it('keeps its rules free of shells', () => {
    expect(offenders(({ room, target }) => RULES.includes(room) && SHELLS.includes(target))).toEqual([]);
  });

  it.each([
    ['grammy', ['bot']],
    ['grammy/types', ['bot', 'sandbox']],
    ['@prisma/adapter-pg', ['db']],
    ['@prisma/client', ['db']],
    ['generated', ['db', 'generated']],
    ['pg', ['db']],
    ['@electric-sql/pglite', ['db']],
    ['node-cron', ['scheduler']],
    ['commander', ['cli.ts']],
    ['echarts/core', ['report']],
    ['echarts/charts', ['report']],
    ['echarts/components', ['report']],
    ['echarts/renderers', ['report']],
    ['@resvg/resvg-js', ['report']],
  ])('opens %s only in %j', (target, rooms) => {
    expect(offenders((row) => row.target === target && !rooms.includes(row.room))).toEqual([]);
  });

  it('reads the environment and the host clock at its door only', () => {
    const readers = [...new Set(all.map((row) => row.file))].filter((file) => {
      const text = readFileSync(path.join(SRC, file), 'utf8');
      return /process\.env|Date\.now\(\)|new Date\(\)/.test(text) && !['cli.ts', 'time/clock.ts'].includes(file);
    });
    expect(readers).toEqual([]);
  });
});

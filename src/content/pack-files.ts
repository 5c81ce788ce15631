import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './problem.js';

export type PackFileKind = 'topics' | 'units' | 'hotlines' | 'holidays' | 'observance' | 'faq' | 'quiz';

export interface PackFile {
  kind: PackFileKind;
  /** where to read it */
  path: string;
  /** as editors see it: `content/topics.yaml` */
  file: string;
}

const FOLDERS = ['faq', 'observances', 'quizzes'];

const PLACES: [RegExp, PackFileKind][] = [
  [/^topics\.yaml$/, 'topics'],
  [/^units\.yaml$/, 'units'],
  [/^hotlines\.yaml$/, 'hotlines'],
  [/^holidays\.yaml$/, 'holidays'],
  [/^observances\/[^/]+\.md$/, 'observance'],
  // Also in the wrong folder: the reader says where an entry belongs.
  [/^faq\/.+\.md$/, 'faq'],
  [/^quizzes\/[^/]+\.yaml$/, 'quiz'],
];

/**
 * The files of the pack in `dir`, ordered by name. What is no part of a pack (a symlink, a file of another kind) is
 * left out with a warning; names that begin with a dot are the system's and are left out silently.
 * Null where there is no such folder.
 */
export async function listPackFiles(dir: string, problems: Problem[]): Promise<PackFile[] | null> {
  const root = path.resolve(dir);
  const shownRoot = path.basename(root);
  const found: PackFile[] = [];

  async function walk(relative: string): Promise<boolean> {
    const entries = await readdir(path.join(root, relative), { withFileTypes: true }).catch(() => null);
    if (entries === null) return false;
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const place = relative === '' ? entry.name : `${relative}/${entry.name}`;
      const file = `${shownRoot}/${place}`;
      const ignore = (reason: string) =>
        problems.push({ file, line: 1, severity: 'warning', message: `${reason}，已忽略；用不到就删掉。` });
      if (entry.isSymbolicLink()) ignore('这是一个链接，内容包里只读真正的文件');
      else if (entry.isDirectory()) {
        const known = relative === '' ? FOLDERS.includes(entry.name) : relative.startsWith('faq');
        if (!known) ignore('内容包里没有这个文件夹的位置');
        else if (!(await walk(place))) ignore('这个文件夹打不开');
      } else {
        const kind = entry.isFile() ? PLACES.find(([pattern]) => pattern.test(place))?.[1] : undefined;
        if (kind === undefined) ignore('内容包里没有这个文件的位置');
        else found.push({ kind, path: path.join(root, place), file });
      }
    }
    return true;
  }

  return (await walk('')) ? found : null;
}

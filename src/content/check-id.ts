import path from 'node:path';
import type { LocatedYaml } from './parse-yaml.js';
import type { Report } from './problem.js';

/**
 * A file is named after the id in it, and an id is used once.
 * @param takenBy the file of each id of this kind so far; the id is entered into it
 */
export function checkId(
  id: string | undefined,
  file: string,
  yaml: LocatedYaml,
  takenBy: Map<string, string>,
  report: Report,
): void {
  if (id === undefined) return;
  const line = yaml.lineOf(['id']);
  const name = path.posix.parse(file).name;
  if (name !== id) report(line, `编号“${id}”和文件名“${name}”不一样，请改成一样的。`);
  const first = takenBy.get(id);
  if (first === undefined) takenBy.set(id, file);
  else report(line, `编号“${id}”在 ${first} 里已经用了，请换一个。`);
}

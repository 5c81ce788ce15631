import { StartError } from '../start-error.js';
import type { ContentPack } from './pack.js';
import { problemLine } from './problem.js';
import { readPack } from './read-pack.js';

/** Problems shown at most; the rest is counted. */
const SHOWN = 20;

/**
 * The pack for running the product.
 * @throws StartError that lists its errors; warnings do not stop the start, `pufa content check` shows them
 */
export async function loadPack(dir: string): Promise<ContentPack> {
  const { pack, problems } = await readPack(dir);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return pack;
  const lines = errors.slice(0, SHOWN).map((problem) => `  ${problemLine(problem)}`);
  const more = errors.length > SHOWN ? `\n  ……还有 ${errors.length - SHOWN} 处` : '';
  throw new StartError(`内容包 ${dir} 有 ${errors.length} 处错误，请改好再启动：\n${lines.join('\n')}${more}`);
}

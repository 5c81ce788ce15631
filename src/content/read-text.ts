import { readFile } from 'node:fs/promises';
import type { Report } from './problem.js';

const LINE_FEED = 0x0a;

/**
 * The file's text with LF line ends and without a byte order mark, which Windows editors write.
 * Null, and reported with its line, where it is not UTF-8 or cannot be read.
 */
export async function readText(path: string, report: Report): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    report(1, '这个文件打不开，请检查文件权限。');
    return null;
  }
  const badLine = firstLineNotUtf8(bytes);
  if (badLine !== null) {
    report(badLine, '这一行不是 UTF-8 编码，请用编辑器把文件另存为 UTF-8。');
    return null;
  }
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n');
}

/** No byte of a longer UTF-8 character is a line feed, so each line can be judged alone. */
function firstLineNotUtf8(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const lineEnd = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, lineEnd));
    } catch {
      return line;
    }
    start = lineEnd + 1;
  }
  return null;
}

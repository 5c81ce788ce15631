import {
  type ErrorCode,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Report } from './problem.js';

/** A YAML text as plain values that still knows its lines. */
export interface LocatedYaml {
  value: unknown;
  /** The line of a key or list item; of the nearest thing around it when it is not there. */
  lineOf(path: readonly PropertyKey[]): number;
}

const UNCLEAR = '这里的写法读不懂，请检查缩进、引号和冒号后面的空格。';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不对，或者上面的括号没有关上，请对齐。',
  TAB_AS_INDENT: '不能用 Tab 缩进，请换成空格。',
  DUPLICATE_KEY: '同一个键写了两遍，请删掉一个。',
  MISSING_CHAR: '少了引号、括号或冒号，请补上。',
  MULTILINE_IMPLICIT_KEY: '键要写在一行里，请检查这一行是不是少了冒号或引号。',
  BLOCK_AS_IMPLICIT_KEY: '一行里写了两个冒号，请把冒号后面的话加上引号。',
  BAD_DQ_ESCAPE: '引号里的反斜杠写法不对，请删掉反斜杠。',
  BAD_SCALAR_START: '这个开头的符号有特别含义，请把整句话加上引号。',
  TAG_RESOLVE_FAILED: '不能用以 ! 开头的标签，请把整句话加上引号。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请删掉多余的 ---。',
};

/**
 * @param firstLine the file's line in which `text` begins
 * @param startLine the line to name for what is missing at the top
 * @returns null, with every error reported, for text that is not plain YAML
 */
export function parseYaml(text: string, firstLine: number, startLine: number, report: Report): LocatedYaml | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  const faults = new Map<number, string>();
  for (const error of [...document.errors, ...document.warnings]) {
    const line = lineAt(error.pos[0]);
    // One slip often brings several errors on its line; the first says it.
    if (!faults.has(line)) faults.set(line, SENTENCES[error.code] ?? UNCLEAR);
  }
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key)) faults.set(lineAt(key.range?.[0] ?? 0), UNCLEAR);
    },
    Alias: (_, alias) => {
      faults.set(lineAt(alias.range?.[0] ?? 0), '不能用 * 开头引用别处的内容，请把整句话加上引号。');
    },
  });
  for (const [line, message] of faults) report(line, message);
  if (faults.size > 0) return null;

  return {
    value: document.toJS(),
    lineOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === null ? startLine : lineAt(offset);
    },
  };
}

/** Where in the text the path's last part that exists begins; null where not even its first does. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number | null {
  let node: unknown = root;
  let offset: number | null = null;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return isScalar(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? null) : null;
}

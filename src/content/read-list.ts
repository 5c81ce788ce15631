import type { z } from 'zod';
import { type CheckedShape, checkShape } from './check-shape.js';
import { type LocatedYaml, parseYaml } from './parse-yaml.js';
import type { Report } from './problem.js';

/** One item of a YAML list. */
export interface ListItem<Output> extends CheckedShape<Output> {
  /** the line of one of its keys, or of the item */
  lineOf(key: string): number;
}

/** The items of a file that is one YAML list, right or not; null, and reported, where it is none. */
export function readList<Schema extends z.ZodObject>(
  schema: Schema,
  text: string,
  report: Report,
): ListItem<z.output<Schema>>[] | null {
  const yaml = parseYaml(text, 1, 1, report);
  if (yaml === null) return null;
  if (!Array.isArray(yaml.value) || yaml.value.length === 0) {
    report(1, '这个文件要写成列表，每项以“- ”开头，至少一项。');
    return null;
  }
  return checkItems(schema, yaml, [], report);
}

/** Holds each item of the list at `path` against the schema. */
export function checkItems<Schema extends z.ZodObject>(
  schema: Schema,
  yaml: LocatedYaml,
  path: readonly string[],
  report: Report,
): ListItem<z.output<Schema>>[] {
  const list = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], yaml.value);
  if (!Array.isArray(list)) return [];
  return list.map((_, index) => ({
    ...checkShape(schema, yaml, [...path, index], report),
    lineOf: (key) => yaml.lineOf([...path, index, key]),
  }));
}

/** Reports each value that an earlier line has already. @param what how people call the value: `编号` */
export function reportRepeated(rows: { value: string; line: number }[], what: string, report: Report): void {
  const firstLines = new Map<string, number>();
  for (const { value, line } of rows) {
    const first = firstLines.get(value);
    if (first === undefined) firstLines.set(value, line);
    else report(line, `${what}“${value}”和第 ${first} 行重复，请改掉一个。`);
  }
}

/** The values of one field over all items, with their lines; items without it are left out. */
export function column<Output, Key extends keyof Output & string>(
  items: ListItem<Output>[],
  key: Key,
): { value: NonNullable<Output[Key]>; line: number }[] {
  return items.flatMap(({ fields, lineOf }) => {
    const value = fields[key];
    return value === undefined || value === null ? [] : [{ value, line: lineOf(key) }];
  });
}

import { z } from 'zod';
import type { LocatedYaml } from './parse-yaml.js';
import type { Report } from './problem.js';

/** Values held against a schema: whole only when nothing is wrong, the right fields in any case. */
export interface CheckedShape<Output> {
  whole: Output | null;
  /** for checks across fields, so that one run finds everything */
  fields: Partial<Output>;
}

const KINDS: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '一组“键: 值”',
  record: '一组“键: 值”',
};

/**
 * Holds a part of a YAML file against a schema and reports each issue at the line of its key.
 * @param path where in the file the part stands; empty for all of it
 */
export function checkShape<Schema extends z.ZodObject>(
  schema: Schema,
  yaml: LocatedYaml,
  path: readonly PropertyKey[],
  report: Report,
): CheckedShape<z.output<Schema>> {
  const value = path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), yaml.value);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { whole: parsed.data, fields: parsed.data };
  for (const issue of parsed.error.issues) reportIssue(issue, yaml, path, report);
  return { whole: null, fields: rightFields(schema, value) };
}

function rightFields<Schema extends z.ZodObject>(schema: Schema, value: unknown): Partial<z.output<Schema>> {
  if (!isRecord(value)) return {};
  const fields = Object.entries(schema.shape).flatMap(([key, field]) => {
    const parsed = z.safeParse(field, value[key]);
    return parsed.success && value[key] !== undefined ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(fields);
}

function reportIssue(issue: z.core.$ZodIssue, yaml: LocatedYaml, base: readonly PropertyKey[], report: Report): void {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report(yaml.lineOf([...path, key]), `不认识“${key}”，请删掉或改正；这里可以写：${issue.message}。`);
    }
    return;
  }
  report(yaml.lineOf(path), sentence(issue, nameOf(path)));
}

function sentence(issue: z.core.$ZodIssue, name: string): string {
  if (issue.code === 'custom') return `${name}${issue.message}`;
  if (issue.input === undefined) return `缺少${name}，请补上。`;
  if (issue.input === null) return `${name}空着，请填上。`;
  if (issue.code !== 'invalid_type') return `${name}${issue.message}`;
  if (issue.expected === 'boolean') return `${name}只能写 true 或 false。`;
  if (issue.expected === 'string' && typeof issue.input === 'number') return `${name}要加引号，不然会被当成数字。`;
  return `${name}应当是${KINDS[issue.expected] ?? issue.expected}，请改正。`;
}

/** `“aliases”第 3 项`; the whole file without a path. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return '内容';
  if (typeof last !== 'number') return `“${String(last)}”`;
  const list = path.at(-2);
  return list === undefined ? `第 ${last + 1} 项` : `“${String(list)}”第 ${last + 1} 项`;
}

/** Lists too: their items are found under their numbers. */
function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { z } from 'zod';
import type { Unit, UnitKind } from './pack.js';
import type { Report } from './problem.js';
import { column, type ListItem, readList, reportRepeated } from './read-list.js';
import { unitSchema } from './schema.js';

type UnitItem = ListItem<z.output<typeof unitSchema>>;

const RANKS: Record<UnitKind, number> = { district: 0, street: 1, community: 2 };

/** Reads units.yaml: the tree district → street → community. A tree may begin with a street. */
export function readUnits(text: string, report: Report): Unit[] | null {
  const items = readList(unitSchema, text, report);
  if (items === null) return null;
  reportRepeated(column(items, 'id'), '单位编号', report);
  const byId = new Map(items.flatMap((item) => (item.fields.id === undefined ? [] : [[item.fields.id, item]])));
  for (const item of items) checkParent(item, byId, report);
  return items.flatMap(({ whole }) => (whole ? [{ ...named(whole), parentId: whole.parent ?? null }] : []));
}

function named({ id, kind, name }: Omit<Unit, 'parentId'>): Omit<Unit, 'parentId'> {
  return { id, kind, name };
}

function checkParent({ fields, lineOf }: UnitItem, byId: ReadonlyMap<string, UnitItem>, report: Report): void {
  const { id, kind, parent: parentId } = fields;
  if (parentId === undefined) return;
  const parent = byId.get(parentId);
  const circle = id === undefined ? null : circleFrom(id, byId);
  if (!parent) report(lineOf('parent'), `没有编号为“${parentId}”的单位，请改正上级。`);
  else if (circle) report(lineOf('parent'), `上下级绕成了圈（${circle.join(' → ')}），请改正上级。`);
  else if (kind && parent.fields.kind && RANKS[parent.fields.kind] >= RANKS[kind]) {
    report(lineOf('parent'), `“${parentId}”不能当上级：社区的上级是街道或区，街道的上级是区。`);
  }
}

/** The way up from a unit back to itself; null where it ends at a root or in a circle of others. */
function circleFrom(id: string, byId: ReadonlyMap<string, UnitItem>): string[] | null {
  const way = [id];
  for (let next = byId.get(id)?.fields.parent; next !== undefined; next = byId.get(next)?.fields.parent) {
    if (next === id) return [...way, id];
    if (way.includes(next)) return null;
    way.push(next);
  }
  return null;
}

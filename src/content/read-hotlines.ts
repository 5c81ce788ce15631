import type { Hotline } from './pack.js';
import type { Report } from './problem.js';
import { column, readList, reportRepeated } from './read-list.js';
import { hotlineSchema } from './schema.js';

export interface HotlinesFile {
  hotlines: Hotline[];
  /** every number in the file, of items with other faults too */
  numbers: Set<string>;
}

/** Reads hotlines.yaml: the numbers that answers may name. */
export function readHotlines(text: string, report: Report): HotlinesFile | null {
  const items = readList(hotlineSchema, text, report);
  if (items === null) return null;
  const numbers = column(items, 'number');
  reportRepeated(numbers, '电话', report);
  return {
    hotlines: items.flatMap(({ whole }) => (whole ? [whole] : [])),
    numbers: new Set(numbers.map(({ value }) => value)),
  };
}

import { type ActionVerb, actionData } from './actions.js';
import type { PufaContext } from './parts.js';
import type { Button } from './show.js';

/** Few enough to be read on a phone, and to be picked by a digit. */
const PER_PAGE = 8;

export interface Page<Item> {
  items: Item[];
  /** 0-based */
  number: number;
  /** at least 1 */
  count: number;
}

/** @param asked 0-based page number; one that is not there becomes the nearest that is */
export function pageOf<Item>(all: Item[], asked: number): Page<Item> {
  const count = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const number = Math.min(Math.max(0, Number.isSafeInteger(asked) ? asked : 0), count - 1);
  return { items: all.slice(number * PER_PAGE, (number + 1) * PER_PAGE), number, count };
}

/** The row that turns the pages; no row where there is one page. @param prefix of the callback id, before the page's number */
export function pageButtons(ctx: PufaContext, page: Page<unknown>, verb: ActionVerb, prefix = ''): Button[][] {
  const { previous, next } = ctx.say.work;
  const to = (text: string, number: number) => ({ text, data: actionData(verb, `${prefix}${number}`) });
  const row = [
    ...(page.number > 0 ? [to(previous, page.number - 1)] : []),
    ...(page.number < page.count - 1 ? [to(next, page.number + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}

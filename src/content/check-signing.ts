import { Temporal } from 'temporal-polyfill';
import type { LocatedYaml } from './parse-yaml.js';
import type { Report } from './problem.js';

/** What an entry is checked on cannot be before it was written. */
export function checkSigning(
  { written, checked }: { written?: Temporal.PlainDate; checked?: Temporal.PlainDate },
  front: LocatedYaml,
  report: Report,
): void {
  if (written && checked && Temporal.PlainDate.compare(checked, written) < 0) {
    report(front.lineOf(['checked']), '核对日期不能早于编写日期，请改正。');
  }
}

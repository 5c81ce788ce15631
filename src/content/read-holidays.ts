import type { Temporal } from 'temporal-polyfill';
import { checkShape } from './check-shape.js';
import type { WorkdayTable } from './pack.js';
import { parseYaml } from './parse-yaml.js';
import type { Report } from './problem.js';
import { holidaysSchema, holidayYearSchema } from './schema.js';

const SATURDAY = 6;

/** Reads holidays.yaml: per year the days off and the weekend days that are worked. */
export function readHolidays(text: string, report: Report): WorkdayTable {
  const daysOff = new Set<string>();
  const workedWeekendDays = new Set<string>();
  const yaml = parseYaml(text, 1, 1, report);
  const years = yaml && checkShape(holidaysSchema, yaml, [], report).fields.years;
  if (!yaml || !years) return { daysOff, workedWeekendDays };

  for (const year of Object.keys(years)) {
    const { off = [], work = [] } = checkShape(holidayYearSchema, yaml, ['years', year], report).fields;
    const check = (
      list: string,
      dates: Temporal.PlainDate[],
      known: Set<string>,
      unfit: (day: Temporal.PlainDate) => string | null,
    ) =>
      dates.forEach((day, index) => {
        const line = yaml.lineOf(['years', year, list, index]);
        const fault = String(day.year) === year ? unfit(day) : `不在 ${year} 年里，请移到那一年下面。`;
        if (known.has(day.toString())) report(line, `${day} 写了两遍，请删掉一个。`);
        else if (fault !== null) report(line, `${day} ${fault}`);
        known.add(day.toString());
      });
    check('off', off, daysOff, () => null);
    check('work', work, workedWeekendDays, (day) => {
      if (daysOff.has(day.toString())) return '既放假又上班，请删掉一处。';
      return day.dayOfWeek < SATURDAY ? '不是周六、周日，不用写在这里，请删掉。' : null;
    });
  }
  return { daysOff, workedWeekendDays };
}

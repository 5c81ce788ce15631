import type { Grade } from '../../reach/figure-rules.js';
import type { PeriodName } from '../../reach/period.js';
import type { PeriodFault } from '../../reach/read-period.js';

/** The sentences of 统计; labels and definitions of the figures are in reach/figures.ts. */
export interface StatsWords {
  menu: string;
  title: string;
  periods: Record<PeriodName, string>;
  /** @param first ISO date @param last ISO date */
  days(first: string, last: string): string;
  /** a unit with everything below it */
  withBelow(name: string): string;
  /** what stands behind a number, shown after it; empty where it is simply counted */
  marks: Record<Grade, string>;
  unknowable: string;
  range(lower: string, upper: string): string;
  noActivities: string;
  note: string;
  chooseDays: string;
  otherUnit: string;
  definitions: string;
  picture: string;
  back: string;
  askDays: string;
  faults: Record<PeriodFault, string>;
  chooseUnit: string;
  allUnits: string;
  grades: Record<Grade, string>;
  chart: { title: string; toGroups: string; toPeople: string; questions: string; unit: string; note: string };
  caption(data: { days: string; units: string; toGroups: string; toPeople: string; questions: string }): string;
}

export const statsWords: Record<'zh' | 'en', StatsWords> = {
  zh: {
    menu: '看统计',
    title: '统计',
    periods: { today: '今天', week: '本周', month: '本月', year: '今年' },
    days: (first, last) => (first === last ? first : `${first} 至 ${last}`),
    withBelow: (name) => `${name}（含下属）`,
    marks: {
      measured: '',
      'upper-bound': '（上限）',
      'lower-bound': '（下限）',
      'hand-entered': '（人工登记）',
      unknowable: '',
    },
    unknowable: '不可知（Telegram 不告诉机器人谁看了）',
    range: (lower, upper) => `触达区间：<b>${lower}</b>（下限）～ <b>${upper}</b>（上限）人`,
    noActivities: '线下活动：没有登记',
    note: '结果以平台受理为准，不等于已读。群次和人数不是一回事，不要相加。',
    chooseDays: '自己选时间',
    otherUnit: '换单位',
    definitions: '每个数怎么来的',
    picture: '近 30 天的图',
    back: '回到统计',
    askDays:
      '要看哪段时间？比如：<b>11月1日到11月24日</b>、<b>11.1-11.24</b>、<b>10月</b>、<b>2026年</b>、<b>上个月</b>。',
    faults: {
      unclear: '没看懂是哪几天。请这样写：11月1日到11月24日，或者：10月、2026年、上个月。',
      'no-such-day': '没有这一天。请核对月份和日子，再写一次，比如：2月1日到2月28日。',
      reversed: '开始的日子比结束的晚。请把早的写在前面，比如：11月1日到11月24日。',
      future: '这些日子还没到。请写到今天为止的日子，比如：11月1日到今天。',
      'too-long': '时间太长了，最多看 10 年。请写短一些，比如：2025年到2026年。',
    },
    chooseUnit: '看哪个单位？点一下，或者回数字。',
    allUnits: '我管的全部单位',
    grades: {
      measured: '实测',
      'upper-bound': '上限，真实的只会更少',
      'lower-bound': '下限，真实的只会更多',
      'hand-entered': '人工登记',
      unknowable: '不可知',
    },
    chart: {
      title: '近 30 天的推送和提问',
      toGroups: '群次（群里受理）',
      toPeople: '私聊次（私聊受理）',
      questions: '居民提问',
      unit: '单位：次',
      note: '来源：普法机器人的投递台账和提问记录。结果以平台受理为准，不等于已读。',
    },
    caption: ({ days, units, toGroups, toPeople, questions }) =>
      `<b>近 30 天</b>（${days}）　${units}\n群次 ${toGroups}　私聊次 ${toPeople}　居民提问 ${questions}\n` +
      '来源：普法机器人的投递台账和提问记录。结果以平台受理为准，不等于已读。',
  },
  en: {
    menu: 'Statistics',
    title: 'Statistics',
    periods: { today: 'Today', week: 'This week', month: 'This month', year: 'This year' },
    days: (first, last) => (first === last ? first : `${first} to ${last}`),
    withBelow: (name) => `${name} (with everything below)`,
    marks: {
      measured: '',
      'upper-bound': ' (upper bound)',
      'lower-bound': ' (lower bound)',
      'hand-entered': ' (entered by hand)',
      unknowable: '',
    },
    unknowable: 'cannot be known (Telegram tells a bot nothing about reading)',
    range: (lower, upper) => `People reached: <b>${lower}</b> (lower bound) to <b>${upper}</b> (upper bound)`,
    noActivities: 'Activities: none entered',
    note: 'Accepted by Telegram does not mean read. Deliveries are not people; do not add them up.',
    chooseDays: 'Other days',
    otherUnit: 'Other unit',
    definitions: 'Where each number comes from',
    picture: 'Picture of 30 days',
    back: 'Back',
    askDays: 'Which days? For example <b>2026-11-01 2026-11-24</b>, <b>2026-10</b>, <b>2026</b> or <b>last month</b>.',
    faults: {
      unclear: 'I did not understand which days. Please write for example: 2026-11-01 2026-11-24, or 2026-10.',
      'no-such-day': 'There is no such day. Please check month and day and write again.',
      reversed: 'The first day is after the last. Please write the earlier one first.',
      future: 'These days have not come yet. Please write days up to today.',
      'too-long': 'That is too long: ten years at most.',
    },
    chooseUnit: 'Which unit? Tap one, or send its number.',
    allUnits: 'All my units',
    grades: {
      measured: 'measured',
      'upper-bound': 'upper bound: the truth can only be less',
      'lower-bound': 'lower bound: the truth can only be more',
      'hand-entered': 'entered by hand',
      unknowable: 'cannot be known',
    },
    chart: {
      title: 'Notices and questions of the last 30 days',
      toGroups: 'Group deliveries accepted',
      toPeople: 'Private deliveries accepted',
      questions: 'Questions of residents',
      unit: 'times',
      note: 'Source: the bot’s ledger and question log. Accepted by Telegram does not mean read.',
    },
    caption: ({ days, units, toGroups, toPeople, questions }) =>
      `<b>Last 30 days</b> (${days})  ${units}\nGroups ${toGroups}, private ${toPeople}, questions ${questions}\n` +
      'Source: the bot’s ledger and question log. Accepted by Telegram does not mean read.',
  },
};

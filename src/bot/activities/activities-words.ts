import type { KindLabels } from '../../activities/activity-kinds.js';

/** One activity in words; every value escaped. */
export interface ActivityText {
  kind: KindLabels;
  day: string;
  unit: string;
  count: string;
  how: string;
}

/** What was done by hand: entering, changing, deleting. */
export interface ActivitiesWords {
  menuNew: string;
  menuList: string;

  askKind: string;
  askUnit: string;
  askDay: string;
  today: string;
  yesterday: string;
  dayBad: Record<'unreadable' | 'no-such-day' | 'future' | 'too-old', string>;
  askCount(kind: KindLabels): string;
  countBad: Record<'not-a-number' | 'not-whole' | 'too-small' | 'too-big', string>;
  askHow: string;
  ways: string[];
  howBad: string;
  check(text: ActivityText): string;
  notSavedYet: string;
  save: string;
  revise: string;
  reviseWhat: string;
  fields: Record<'kind' | 'unit' | 'day' | 'count' | 'how', string>;
  saved(text: ActivityText): string;
  changed(text: ActivityText): string;
  anotherOne: string;
  alreadyDone: string;

  list(count: number): string;
  none: string;
  line(text: ActivityText): string;
  one(text: ActivityText): string;
  notYours: string;
  deleteButton: string;
  sureToDelete(text: ActivityText): string;
  deleteYes: string;
  deleted: string;
  gone: string;
  backToList: string;
}

const zhText = ({ kind, day, unit, count, how }: ActivityText) =>
  `${kind.name}，${unit}\n日期：${day}\n${kind.counted}：${count}${kind.measure}\n怎么数的：${how}`;
const enText = ({ kind, day, unit, count, how }: ActivityText) =>
  `${kind.name}, ${unit}\nDay: ${day}\n${kind.counted}: ${count}\nHow counted: ${how}`;

export const activitiesWords: Record<'zh' | 'en', ActivitiesWords> = {
  zh: {
    menuNew: '登记线下活动',
    menuList: '已登记的活动',

    askKind: '登记哪一种活动？点一下，或者回数字。',
    askUnit: '是哪个单位的？点一下，或者回数字。',
    askDay: '哪一天？点一下，或者打字，比如：<b>11月20日</b>、<b>20号</b>。',
    today: '今天',
    yesterday: '昨天',
    dayBad: {
      unreadable: '没看懂是哪一天。请写成 11月20日、11-20 或 20号。',
      'no-such-day': '没有这一天，请看看日历再写一次，比如 11月20日。',
      future: '这一天还没到。办完了再登记，请写今天或以前的日子。',
      'too-old': '太早了，只能登记两年以内的活动。请再看看年份。',
    },
    askCount: ({ name, counted }) => `${name}的${counted}是多少？打个整数，比如：<b>120</b>。`,
    countBad: {
      'not-a-number': '没看懂这个数。请只写一个整数，比如：120。',
      'not-whole': '要写整数，不能有小数。请再写一次，比如：120。',
      'too-small': '至少是 1。一个也没有的话就不用登记，发“取消”。',
      'too-big': '太大了，一次最多登记 1,000,000。请看看是不是多打了几个零。',
    },
    askHow: '这个数是怎么数出来的？点一下，或者打字写明（50 字以内，别写姓名电话）。',
    ways: ['签到表', '清点', '物业报数', '估计'],
    howBad: '请用 1 到 50 个字写明怎么数的，比如：签到表。',
    check: (text) => `请看一眼对不对：\n\n<b>${zhText(text)}</b>\n\n点“保存”才算登记。`,
    notSavedYet: '还没有保存。对的话点“保存”，不对点“改”。',
    save: '保存',
    revise: '改',
    reviseWhat: '改哪一项？',
    fields: { kind: '种类', unit: '单位', day: '日期', count: '数量', how: '怎么数的' },
    saved: (text) => `登记好了：\n${zhText(text)}\n\n统计里会注明是手工登记的。要改要删，发“活动”。`,
    changed: (text) => `改好了：\n${zhText(text)}`,
    anotherOne: '再登记一个',
    alreadyDone: '这一次已经保存过或者不要了。发“活动”看已登记的，发“登记”再来一个。',

    list: (count) => `您的单位最近登记的 ${count} 个活动。点一个可以改、可以删，或者回数字。`,
    none: '您的单位还没有登记过活动。发“登记”来记第一个。',
    line: ({ kind, day, unit, count }) => `${day} ${kind.name} ${count}${kind.measure} ${unit}`,
    one: (text) => `<b>${zhText(text)}</b>`,
    notYours: '这是别的同事登记的，要请本人或者街道的工作人员来改。',
    deleteButton: '删除',
    sureToDelete: (text) => `删除这个活动吗？删了统计里就不算了。\n\n${zhText(text)}`,
    deleteYes: '确定删除',
    deleted: '删好了，统计里不再算它。',
    gone: '这个活动已经删掉了。发“活动”看还有哪些。',
    backToList: '回到活动',
  },
  en: {
    menuNew: 'Enter an activity',
    menuList: 'Activities entered',

    askKind: 'Which kind of activity? Tap one or send its number.',
    askUnit: 'Of which unit? Tap one or send its number.',
    askDay: 'On which day? Tap one or write it, such as <b>11-20</b>.',
    today: 'Today',
    yesterday: 'Yesterday',
    dayBad: {
      unreadable: 'I do not see which day that is. Please write it like 11-20 or 2026-11-20.',
      'no-such-day': 'There is no such day. Please look at the calendar and write it again.',
      future: 'That day is still to come. Please enter today or a day before it.',
      'too-old': 'That is too long ago: activities of the last two years only. Please check the year.',
    },
    askCount: ({ name, counted }) => `${name}: how many ${counted}? A whole number, such as <b>120</b>.`,
    countBad: {
      'not-a-number': 'I do not understand this number. Please send a whole number only, such as 120.',
      'not-whole': 'It has to be a whole number, such as 120.',
      'too-small': 'At least 1. If there were none, nothing needs entering: send “cancel”.',
      'too-big': 'That is too much: 1,000,000 at most. Are there too many zeros?',
    },
    askHow: 'How was it counted? Tap one or write it, up to 50 characters, no names or phone numbers.',
    ways: ['Sign-in sheet', 'Counted', 'Told by the property manager', 'Estimated'],
    howBad: 'Please write how it was counted, 1 to 50 characters.',
    check: (text) => `Is this right?\n\n<b>${enText(text)}</b>\n\nIt is entered when you tap “Save”.`,
    notSavedYet: 'Nothing is saved yet. Tap “Save” if it is right, “Change” if not.',
    save: 'Save',
    revise: 'Change',
    reviseWhat: 'Change what?',
    fields: { kind: 'Kind', unit: 'Unit', day: 'Day', count: 'Number', how: 'How counted' },
    saved: (text) =>
      `Entered:\n${enText(text)}\n\nFigures mark it as entered by hand. To change or delete it send “activities”.`,
    changed: (text) => `Changed:\n${enText(text)}`,
    anotherOne: 'Enter another',
    alreadyDone: 'This one was saved or dropped before. Send “activities” to see what is entered.',

    list: (count) =>
      `The latest ${count} activities of your units. Tap one to change or delete it, or send its number.`,
    none: 'No activity has been entered in your units yet. Send “activity” to enter the first.',
    line: ({ kind, day, unit, count }) => `${day} ${kind.name} ${count} ${unit}`,
    one: (text) => `<b>${enText(text)}</b>`,
    notYours: 'A colleague entered this; they or the staff of the street office can change it.',
    deleteButton: 'Delete',
    sureToDelete: (text) => `Delete this activity? It will not count any more.\n\n${enText(text)}`,
    deleteYes: 'Delete',
    deleted: 'Deleted; it counts no more.',
    gone: 'This activity was deleted. Send “activities” to see what there is.',
    backToList: 'Back to the activities',
  },
};

import { describe, expect, it } from 'vitest';
import { edited, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf } from '../../test/support/changed-pack.js';

const DAY = 'content/observances/drug-day.md';

const day = (from: string, to: string) => edited('observances/drug-day.md', from, to);

describe('an observance', () => {
  const series = (to: string) => day('{ step: day, offset: 0, at: "09:00", lateUntil: "21:00" }', to);

  it.each<[string, PackOverrides, string[]]>([
    [
      'of an unknown topic',
      day('[平安与禁毒]', '[禁毒]'),
      [`${DAY}:8: topics.yaml 里没有主题“禁毒”，请改正；可以写：平安与禁毒。`],
    ],
    ['without topics', day('[平安与禁毒]', '[]'), [`${DAY}:8: “topics”是空的，至少写一项。`]],
    [
      'without citations',
      day('\n  - { law: 禁毒法, article: "62" }', ' []'),
      [`${DAY}:9: “citations”是空的，至少写一项。`],
    ],
    [
      'named otherwise than its file',
      day('id: drug-day', 'id: drugs-day'),
      [`${DAY}:2: 编号“drugs-day”和文件名“drug-day”不一样，请改成一样的。`],
    ],
    [
      'whose step has no text',
      day('## day\n**今天是国际禁毒日。**\n主动去治，不罚。\n', ''),
      [`${DAY}:14: 步骤“day”没有文字，请在正文里写“## day”和要发的话。`],
    ],
    [
      'whose text has no step',
      day('主动去治，不罚。\n', '主动去治，不罚。\n\n## case\n老张的事。\n'),
      [`${DAY}:21: “series”里没有步骤“case”，请补上这一步或改小标题。`],
    ],
    [
      'whose quiz is unknown',
      day('quiz: drugs', 'quiz: drug'),
      [`${DAY}:15: 没有答题“drug”，请改正，或写好 quizzes/drug.yaml。`],
    ],
    [
      'whose quiz has a text',
      day('主动去治，不罚。\n', '主动去治，不罚。\n\n## quiz\n答题。\n'),
      [`${DAY}:21: 步骤“quiz”发的是答题，这段文字不会发出，请删掉或改小标题。`],
    ],
    [
      'with a step twice',
      series('{ step: quiz, offset: 0, at: "09:00", lateUntil: "21:00", quiz: drugs }'),
      [
        `${DAY}:15: 步骤名“quiz”和第 14 行重复，请改掉一个。`,
        `${DAY}:17: “series”里没有步骤“day”，请补上这一步或改小标题。`,
      ],
    ],
    [
      'late before it is due',
      series('{ step: day, offset: 0, at: "09:00", lateUntil: "09:00" }'),
      [`${DAY}:14: “lateUntil”要晚于“at”，请改正。`],
    ],
    [
      'late by no day',
      series('{ step: day, offset: 0, at: "09:00", lateUntil: "+0d" }'),
      [`${DAY}:14: “lateUntil”要晚于“at”，请改正。`],
    ],
    [
      'late at night',
      series('{ step: day, offset: 0, at: "09:00", lateUntil: "22:00" }'),
      [`${DAY}:14: 提醒：“lateUntil”过了晚上 9 点，补发会吵到人，最好改早。`],
    ],
    [
      'due at 21:00',
      series('{ step: day, offset: 0, at: "21:00", lateUntil: "+1d" }'),
      [`${DAY}:14: “at”在晚上 9 点到早上 8 点之间，会吵到人，请改到白天。`],
    ],
    [
      'due at 07:59',
      series('{ step: day, offset: 0, at: "07:59", lateUntil: "21:00" }'),
      [`${DAY}:14: “at”在晚上 9 点到早上 8 点之间，会吵到人，请改到白天。`],
    ],
    ['due at 08:00', series('{ step: day, offset: 0, at: "08:00", lateUntil: "21:00" }'), []],
    [
      'due at 25:00',
      series('{ step: day, offset: 0, at: "25:00", lateUntil: "+1d" }'),
      [`${DAY}:14: “at”要写成 "09:00" 的样子，从 "00:00" 到 "23:59"。`],
    ],
    [
      'with half a day of offset',
      series('{ step: day, offset: 0.5, at: "09:00", lateUntil: "+1d" }'),
      [`${DAY}:14: “offset”应当是整数，请改正。`],
    ],
    [
      'with an unknown anchor',
      series('{ step: day, offset: 0, anchor: last, at: "09:00", lateUntil: "+1d" }'),
      [`${DAY}:14: “anchor”只能写 start（从第一天算）或 end（从最后一天算）。`],
    ],
    [
      'with a lateness in other words',
      series('{ step: day, offset: 0, at: "09:00", lateUntil: "1d" }'),
      [`${DAY}:14: “lateUntil”要写当天的时间（"21:00"）或推后的天数（"+1d"）。`],
    ],
    [
      'with an empty series',
      day(
        '\n  - { step: day, offset: 0, at: "09:00", lateUntil: "21:00" }\n  - { step: quiz, offset: 4, at: "19:00", lateUntil: "+3d", quiz: drugs }',
        ' []',
      ),
      [`${DAY}:13: “series”是空的，至少写一项。`, `${DAY}:15: “series”里没有步骤“day”，请补上这一步或改小标题。`],
    ],
    [
      'with a message of 4097 characters',
      day('主动去治，不罚。', '赔'.repeat(4087)),
      [`${DAY}:17: 这条消息有 4097 个字，Telegram 最多 4096 个，请写短些。`],
    ],
    ['with a message of 4096 characters', day('主动去治，不罚。', '😀'.repeat(4086)), []],
  ])('%s is judged', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });
});

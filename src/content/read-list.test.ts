import { describe, expect, it } from 'vitest';
import { edited, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf } from '../../test/support/changed-pack.js';

const FAQ = 'content/faq/tort/tort-dog.md';

describe('the tables', () => {
  const unit = (from: string, to: string) => edited('units.yaml', from, to);
  const topic = (from: string, to: string) => edited('topics.yaml', from, to);
  const holiday = (from: string, to: string) => edited('holidays.yaml', from, to);

  it.each<[string, PackOverrides, string[]]>([
    [
      'a unit whose parent is unknown',
      unit('parent: test-street', 'parent: street'),
      ['content/units.yaml:7: 没有编号为“street”的单位，请改正上级。'],
    ],
    [
      'units in a circle',
      unit('name: 测试街道', 'name: 测试街道\n  parent: test-community'),
      [
        'content/units.yaml:4: 上下级绕成了圈（test-street → test-community → test-street），请改正上级。',
        'content/units.yaml:8: 上下级绕成了圈（test-community → test-street → test-community），请改正上级。',
      ],
    ],
    [
      'a unit that is its own parent',
      unit('parent: test-street', 'parent: test-community'),
      ['content/units.yaml:7: 上下级绕成了圈（test-community → test-community），请改正上级。'],
    ],
    [
      'a street below a street',
      unit('kind: community', 'kind: street'),
      ['content/units.yaml:7: “test-street”不能当上级：社区的上级是街道或区，街道的上级是区。'],
    ],
    [
      'a unit of an unknown kind',
      unit('kind: community', 'kind: village'),
      ['content/units.yaml:5: “kind”只能写 district（区）、street（街道）或 community（社区）。'],
    ],
    [
      'two units with one id',
      unit('id: test-community', 'id: test-street'),
      [
        'content/units.yaml:4: 单位编号“test-street”和第 1 行重复，请改掉一个。',
        'content/units.yaml:7: 上下级绕成了圈（test-street → test-street），请改正上级。',
      ],
    ],
    [
      'units that are no list',
      { 'units.yaml': 'id: x\n' },
      ['content/units.yaml:1: 这个文件要写成列表，每项以“- ”开头，至少一项。'],
    ],
    ['no units', { 'units.yaml': '[]\n' }, ['content/units.yaml:1: 这个文件要写成列表，每项以“- ”开头，至少一项。']],
    ['a topic without its default', topic('  default: true\n', ''), ['content/topics.yaml:1: 缺少“default”，请补上。']],
    [
      'a class in two places',
      topic('人身损害与侵权, 禁毒', '人身损害与侵权, 人身损害与侵权'),
      ['content/topics.yaml:5: 问答类别“人身损害与侵权”和第 5 行重复，请改掉一个。'],
    ],
    [
      'a hotline twice',
      edited('hotlines.yaml', '"12348"', '"110"'),
      [
        `${FAQ}:8: hotlines.yaml 里没有电话“12348”，请改正或先加进去。`,
        'content/hotlines.yaml:3: 电话“110”和第 1 行重复，请改掉一个。',
      ],
    ],
    [
      'a hotline in words',
      edited('hotlines.yaml', '"12348"', '"一二三四八"'),
      [
        `${FAQ}:8: hotlines.yaml 里没有电话“12348”，请改正或先加进去。`,
        'content/hotlines.yaml:3: “number”要写电话号码的数字，例如 "12348"。',
      ],
    ],
    [
      'a day off that cannot be',
      holiday('"2027-01-02"', '"2027-02-29"'),
      ['content/holidays.yaml:5: “off”第 2 项没有 2027-02-29 这一天，请改正。'],
    ],
    [
      'a day off in another year',
      holiday('"2027-01-02"', '"2026-01-02"'),
      ['content/holidays.yaml:5: 2026-01-02 不在 2027 年里，请移到那一年下面。'],
    ],
    [
      'a day off twice',
      holiday('"2027-01-02"', '"2027-01-01"'),
      ['content/holidays.yaml:5: 2027-01-01 写了两遍，请删掉一个。'],
    ],
    [
      'a worked Friday',
      holiday('"2027-01-09"', '"2027-01-08"'),
      ['content/holidays.yaml:7: 2027-01-08 不是周六、周日，不用写在这里，请删掉。'],
    ],
    [
      'a worked day off',
      holiday('"2027-01-09"', '"2027-01-02"'),
      ['content/holidays.yaml:7: 2027-01-02 既放假又上班，请删掉一处。'],
    ],
    [
      'a year without a source',
      holiday('    source: 测试用\n', ''),
      ['content/holidays.yaml:2: 缺少“source”，请补上。'],
    ],
    ['a table that is not there', { 'units.yaml': null }, ['content/units.yaml:1: 缺少这个文件，请补上。']],
  ])('%s: reported', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });

  it('says nothing about topics and hotlines while their files cannot be read', async () => {
    expect(await problemsOf({ 'topics.yaml': 'x: [', 'hotlines.yaml': null })).toEqual([
      'content/hotlines.yaml:1: 缺少这个文件，请补上。',
      'content/topics.yaml:1: 缩进不对，或者上面的括号没有关上，请对齐。',
    ]);
  });
});

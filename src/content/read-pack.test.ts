import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { edited, PACK_FILES } from '../../test/support/a-pack.js';
import { aPackFolder, problemLines, problemsOf, readChanged } from '../../test/support/changed-pack.js';
import { readPack } from './read-pack.js';

const FAQ = 'content/faq/tort/tort-dog.md';
const DAY = 'content/observances/drug-day.md';
const QUIZ = 'content/quizzes/drugs.yaml';

const day = (from: string, to: string) => edited('observances/drug-day.md', from, to);
const quiz = (from: string, to: string) => edited('quizzes/drugs.yaml', from, to);
const rule = (to: string) => day('{ fixed: "06-26" }', to);

describe('a pack without problems', () => {
  it('is read whole', async () => {
    const { pack, problems } = await readChanged();
    expect(problems).toEqual([]);
    expect(pack.topics).toEqual([
      {
        id: 'public-safety',
        name: '平安与禁毒',
        en: 'Public safety',
        byDefault: true,
        faqTopics: ['人身损害与侵权', '禁毒'],
      },
    ]);
    expect(pack.units).toEqual([
      { id: 'test-street', kind: 'street', name: '测试街道', parentId: null },
      { id: 'test-community', kind: 'community', name: '测试社区', parentId: 'test-street' },
    ]);
    expect(pack.hotlines.map(({ number }) => number)).toEqual(['110', '12348']);
    expect([...pack.workdays.daysOff]).toEqual(['2027-01-01', '2027-01-02']);
    expect([...pack.workdays.workedWeekendDays]).toEqual(['2027-01-09']);
    expect(pack.quizzes).toEqual([
      {
        id: 'drugs',
        title: '禁毒小测',
        questions: [
          {
            question: '种一棵罂粟行吗？',
            options: ['行', '不行'],
            correctOption: 1,
            explanation: '一棵也不能种。',
            citations: [{ law: '禁毒法', article: '19' }],
          },
        ],
        file: QUIZ,
      },
    ]);
    const date = Temporal.PlainDate.from('2026-11-23');
    expect(pack.faq).toEqual([
      {
        id: 'tort-dog',
        faqTopic: '人身损害与侵权',
        question: '被狗咬了找谁赔？',
        gist: '先打疫苗，养狗的人赔',
        aliases: expect.arrayContaining(['狗咬人']),
        urgent: false,
        answer: '谁养的狗谁赔。',
        steps: ['先去打疫苗。', '打 <b>110</b> 报警。'],
        caseStory: '（案例为普法编写）老张被狗咬了。',
        lawNote: '故意逗狗的，可以少赔。',
        hotlines: ['110', '12348'],
        citations: [{ law: '民法典', article: '1245' }],
        written: date,
        checked: date,
        file: FAQ,
      },
    ]);
    expect(pack.observances).toEqual([
      {
        id: 'drug-day',
        ref: '0626',
        title: '国际禁毒日',
        en: null,
        rule: { kind: 'fixed', date: { month: 6, day: 26 }, onWorkday: false },
        basis: '联合国确定',
        responsible: '公安',
        topicIds: ['public-safety'],
        citations: [{ law: '禁毒法', article: '62' }],
        written: date,
        checked: date,
        steps: [
          {
            step: 'day',
            offsetDays: 0,
            anchor: 'start',
            at: Temporal.PlainTime.from('09:00'),
            lateUntil: { kind: 'time', time: Temporal.PlainTime.from('21:00') },
            body: { kind: 'text', html: '<b>今天是国际禁毒日。</b>\n主动去治，不罚。' },
          },
          {
            step: 'quiz',
            offsetDays: 4,
            anchor: 'start',
            at: Temporal.PlainTime.from('19:00'),
            lateUntil: { kind: 'days', days: 3 },
            body: { kind: 'quiz', quizId: 'drugs' },
          },
        ],
        file: DAY,
      },
    ]);
  });

  it('accepts what Windows editors write: a byte order mark and CRLF', async () => {
    const windows = `\uFEFF${PACK_FILES['faq/tort/tort-dog.md'].replaceAll('\n', '\r\n')}`;
    const { pack, problems } = await readChanged({ 'faq/tort/tort-dog.md': windows });
    expect(problems).toEqual([]);
    expect(pack.faq[0]?.steps).toEqual(['先去打疫苗。', '打 <b>110</b> 报警。']);
  });

  it('is this project’s own', async () => {
    expect(problemLines((await readPack(path.resolve('content'))).problems)).toEqual([]);
  });
});

describe('the folder', () => {
  it('finds the problems of all files in one run, each in its line', async () => {
    const broken = PACK_FILES['faq/tort/tort-dog.md']
      .replace('urgent: false', 'urgent: maybe')
      .replace('topic: 人身损害与侵权', 'topic: 养狗')
      .replace('checked: 2026-11-23', 'checked: 2026-11-01')
      .replace('## 案例', '## 故事');
    const overrides = {
      ...rule('{ fixed: "13-01" }'),
      ...quiz('answer: B', 'answer: Z'),
      'faq/tort/tort-dog.md': broken,
    };
    expect((await problemsOf(overrides)).map((line) => line.replace(/: \D.*/, ''))).toEqual([
      `${FAQ}:3`,
      `${FAQ}:7`,
      `${FAQ}:12`,
      `${FAQ}:13`,
      `${FAQ}:21`,
      `${DAY}:5`,
      `${QUIZ}:8`,
    ]);
  });

  it('names the line that is not UTF-8', async () => {
    const gbk = Buffer.concat([
      Buffer.from('# 好\n- id: a\n  name: '),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from('\n'),
    ]);
    expect(await problemsOf({ 'units.yaml': gbk })).toEqual([
      'content/units.yaml:3: 这一行不是 UTF-8 编码，请用编辑器把文件另存为 UTF-8。',
    ]);
  });

  it('leaves out what is no part of a pack', async () => {
    const dir = await aPackFolder({
      'notes.txt': 'x',
      'drafts/a.md': 'x',
      'faq/tort/picture.png': 'x',
      'quizzes/old.yml': 'x',
      '.DS_Store': 'x',
    });
    await symlink(path.join(dir, 'topics.yaml'), path.join(dir, 'faq/tort/tort-link.md'));
    await mkdir(path.join(dir, 'observances/odd.md'));
    expect(problemLines((await readPack(dir)).problems)).toEqual([
      'content/drafts:1: 提醒：内容包里没有这个文件夹的位置，已忽略；用不到就删掉。',
      'content/faq/tort/picture.png:1: 提醒：内容包里没有这个文件的位置，已忽略；用不到就删掉。',
      'content/faq/tort/tort-link.md:1: 提醒：这是一个链接，内容包里只读真正的文件，已忽略；用不到就删掉。',
      'content/notes.txt:1: 提醒：内容包里没有这个文件的位置，已忽略；用不到就删掉。',
      'content/observances/odd.md:1: 提醒：内容包里没有这个文件夹的位置，已忽略；用不到就删掉。',
      'content/quizzes/old.yml:1: 提醒：内容包里没有这个文件的位置，已忽略；用不到就删掉。',
    ]);
  });

  it('is empty', async () => {
    const none = Object.fromEntries(Object.keys(PACK_FILES).map((name) => [name, null]));
    expect(await problemsOf(none)).toEqual([
      'content:1: 内容包是空的：一条问答、一个节点也没有，请先写内容。',
      'content/holidays.yaml:1: 缺少这个文件，请补上。',
      'content/hotlines.yaml:1: 缺少这个文件，请补上。',
      'content/topics.yaml:1: 缺少这个文件，请补上。',
      'content/units.yaml:1: 缺少这个文件，请补上。',
    ]);
  });

  it('is not there', async () => {
    const { pack, problems } = await readPack(path.resolve('no-such-folder', 'content'));
    expect(problemLines(problems)).toEqual(['content:1: 找不到内容包文件夹，请检查 CONTENT_DIR。']);
    expect(pack.faq).toEqual([]);
  });
});

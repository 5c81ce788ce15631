import { describe, expect, it } from 'vitest';
import { edited, type PackOverrides } from '../../test/support/a-pack.js';
import { problemsOf } from '../../test/support/changed-pack.js';

const QUIZ = 'content/quizzes/drugs.yaml';

const quiz = (from: string, to: string) => edited('quizzes/drugs.yaml', from, to);

describe('a quiz', () => {
  it.each<[string, PackOverrides, string[]]>([
    [
      'named otherwise than its file',
      quiz('id: drugs', 'id: drug'),
      [`${QUIZ}:1: 编号“drug”和文件名“drugs”不一样，请改成一样的。`],
    ],
    ['with one option', quiz('      - 行\n', ''), [`${QUIZ}:5: “options”至少要有 2 项。`]],
    [
      'with 13 options',
      quiz('      - 行\n', Array.from({ length: 12 }, (_, i) => `      - 行${i}\n`).join('')),
      [`${QUIZ}:5: “options”最多 12 项。`],
    ],
    ['with an option twice', quiz('- 不行', '- 行'), [`${QUIZ}:5: “options”有两项一样，请改掉一项。`]],
    [
      'with a long option',
      quiz('- 不行', `- ${'不'.repeat(101)}`),
      [`${QUIZ}:7: “options”第 2 项有 101 个字，最多 100 个，请写短些。`],
    ],
    [
      'with a long question',
      quiz('种一棵罂粟行吗？', '种'.repeat(301)),
      [`${QUIZ}:4: “question”有 301 个字，最多 300 个，请写短些。`],
    ],
    [
      'with a long explanation',
      quiz('一棵也不能种。', '种'.repeat(201)),
      [`${QUIZ}:9: “explanation”有 201 个字，最多 200 个，请写短些。`],
    ],
    [
      'with four lines of explanation',
      quiz('一棵也不能种。', '"一\\n二\\n三\\n四"'),
      [`${QUIZ}:9: “explanation”最多换 2 次行。`],
    ],
    [
      'with an answer that is no option',
      quiz('answer: B', 'answer: C'),
      [`${QUIZ}:8: 答案是 C，可是只有 2 个选项，请改正。`],
    ],
    ['with an answer in words', quiz('answer: B', 'answer: 不行'), [`${QUIZ}:8: “answer”要写一个大写字母，例如 B。`]],
    [
      'without citations',
      quiz('[{ law: 禁毒法, article: "19" }]', '[]'),
      [`${QUIZ}:10: “citations”是空的，至少写一项。`],
    ],
    [
      'without questions',
      { 'quizzes/drugs.yaml': 'id: drugs\ntitle: 小测\nquestions: []\n' },
      [`${QUIZ}:3: “questions”是空的，至少写一项。`],
    ],
    ['that is empty', { 'quizzes/drugs.yaml': '' }, [`${QUIZ}:1: 内容空着，请填上。`]],
  ])('%s is reported', async (_, overrides, expected) => {
    expect(await problemsOf(overrides)).toEqual(expected);
  });
});

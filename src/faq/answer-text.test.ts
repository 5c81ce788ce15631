import { describe, expect, it } from 'vitest';
import { faqEntry } from '../../test/support/faq-entry.js';
import { type AnswerLabels, answerText, caseText, citationsText } from './answer-text.js';

const labels: AnswerLabels = {
  steps: '怎么办',
  caseTitle: '案例',
  citations: '法条依据',
  hotlines: '电话',
  asOf: (date) => `截至 ${date}`,
  disclaimer: '一般信息，不是针对个案的法律意见',
};

const entry = faqEntry({
  id: 'falling',
  gist: '先报警，<找>物业 & 证据',
  answer: '<b>谁扔谁赔。</b>',
  steps: ['打 110', '拍照'],
  hotlines: ['110', '99999'],
  citations: [
    { law: '民法典', article: '1254' },
    { law: '刑法', article: '291之二' },
    { law: '民法典', article: '1165' },
  ],
  caseStory: '（案例为普法编写）老张。',
  lawNote: '物业也有责任。',
});

describe('an answer for a phone', () => {
  it('says the point first, then what to do, whom to call and on what it rests', () => {
    expect(answerText(entry, [{ number: '110', name: '报警' }], labels)).toBe(`<b>先报警，&lt;找&gt;物业 &amp; 证据</b>

<b>谁扔谁赔。</b>

<b>怎么办</b>
1. 打 110
2. 拍照

<b>电话</b>
110 报警
99999

<b>法条依据</b>
《民法典》第1254条、第1165条；《刑法》第291条之二
截至 2026-11-23 · 一般信息，不是针对个案的法律意见`);
  });

  it('leaves out headings over nothing', () => {
    const bare = faqEntry({ id: 'bare', steps: [], hotlines: [], citations: [] });
    expect(answerText(bare, [], labels)).toBe(
      '<b>先说要点</b>\n\n简短的回答。\n\n截至 2026-11-23 · 一般信息，不是针对个案的法律意见',
    );
  });

  it('tells the case with what else the law says', () => {
    expect(caseText(entry, labels)).toBe('<b>案例</b>\n（案例为普法编写）老张。\n\n物业也有责任。');
    expect(caseText(faqEntry({ id: 'x' }), labels)).toBe('<b>案例</b>\n（案例为普法编写）老张的故事。');
  });
});

it.each([
  ['an article', [{ law: '刑法', article: '264' }], '《刑法》第264条'],
  ['an inserted article', [{ law: '刑法', article: '287之二' }], '《刑法》第287条之二'],
  [
    'two laws',
    [
      { law: '甲法', article: '1' },
      { law: '乙法', article: '2' },
    ],
    '《甲法》第1条；《乙法》第2条',
  ],
  ['none', [], ''],
])('citations are written as lawyers write them: %s', (_reason, citations, expected) => {
  expect(citationsText(citations)).toBe(expected);
});

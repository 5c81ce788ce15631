import { describe, expect, it } from 'vitest';
import { faqEntry } from '../../test/support/faq-entry.js';
import { StartError } from '../start-error.js';
import { createFaq } from './answer-question.js';
import { askReport, batchLine } from './ask-report.js';

const faq = createFaq([
  faqEntry({
    id: 'dog',
    question: '被狗咬了谁赔？',
    aliases: ['狗咬人', '共有的说法'],
    answer: '<b>养狗的人</b>赔 &amp; 道歉。',
    steps: ['打<b>疫苗</b>'],
    hotlines: ['110'],
    citations: [{ law: '民法典', article: '1245' }],
  }),
  faqEntry({ id: 'fee', question: '物业费能不交吗？', aliases: ['物业费', '共有的说法'] }),
]);

describe('pufa ask', () => {
  it('prints the answer without tags', () => {
    expect(askReport(faq, '狗咬人', 'text')).toBe(
      [
        '被狗咬了谁赔？  [dog]',
        '先说要点',
        '养狗的人赔 & 道歉。',
        '1. 打疫苗',
        '电话：110',
        '法条：《民法典》第1245条',
        '核对：2026-11-23',
      ].join('\n'),
    );
  });

  it('prints choices and that there is no answer', () => {
    expect(askReport(faq, '共有的说法', 'text')).toBe(
      '拿不准，请提问的人选：\n1. 被狗咬了谁赔？  [dog]\n2. 物业费能不交吗？  [fee]',
    );
    expect(askReport(faq, '你好', 'text')).toBe('没有合适的答案，转给法律顾问。');
  });

  it('explains what was looked up, which rule decided and what spoke for each entry', () => {
    const explained = askReport(faq, '您好，物业费？', 'explain');
    expect(explained).toContain('查的是：物业费');
    expect(explained).toContain('为什么：整句就是这条问答的一种问法。');
    expect(explained).toMatch(/1\. 1\.000 fee {2}一字不差 {2}像 1\.00 /);
    expect(askReport(faq, '你好', 'explain')).toContain('查的是：（空）');
  });

  it('prints one JSON line', () => {
    expect(JSON.parse(askReport(faq, '狗咬人', 'json'))).toMatchObject({
      q: '狗咬人',
      answered: true,
      verdict: 'answer',
      results: [{ id: 'dog', score: 1 }],
    });
  });
});

describe('pufa ask --batch', () => {
  it.each([
    ['a sure answer is answered', '{"q":"狗咬人"}', true, 'dog'],
    ['choices are not answered', '{"q":"共有的说法"}', false, 'dog'],
    ['nothing is not answered', '{"q":""}', false, undefined],
    ['other keys are ignored', '{"q":"物业费","kind":"keyword"}', true, 'fee'],
  ])('%s', (_reason, line, answered, first) => {
    const out = JSON.parse(batchLine(faq, line, 1));
    expect(Object.keys(out)).toEqual(['q', 'answered', 'results']);
    expect(out.q).toBe(JSON.parse(line).q);
    expect(out.answered).toBe(answered);
    expect(out.results[0]?.id).toBe(first);
    expect(out.results.length).toBeLessThanOrEqual(5);
  });

  it.each(['工资', '{"q":1}', '{}', 'null', '["q"]'])('a line that is no question names its number: %s', (line) => {
    expect(() => batchLine(faq, line, 7)).toThrow(StartError);
    expect(() => batchLine(faq, line, 7)).toThrow(/^第 7 行读不懂/);
  });
});

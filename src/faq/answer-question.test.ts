import { describe, expect, it } from 'vitest';
import { faqEntry } from '../../test/support/faq-entry.js';
import { createFaq } from './answer-question.js';

const faq = createFaq([
  faqEntry({
    id: 'wages',
    question: '老板拖着工资不给，怎么要？',
    gist: '先留证据，去劳动监察投诉',
    aliases: ['欠薪', '拖欠工资', '老板不发工资', '干完活不给钱', '讨薪', '重名的说法'],
    answer: '<b>可以投诉。</b>带上工资条和聊天记录 &amp; 考勤。',
    steps: ['打12333问清去哪投诉', '去劳动监察大队'],
  }),
  faqEntry({
    id: 'dog',
    question: '被别人的狗咬了，谁赔？',
    gist: '养狗的人赔，先打疫苗',
    aliases: ['狗咬人', '遛狗不拴绳咬了孩子', '流浪狗咬伤', '被狗抓了一下'],
    answer: '养狗的人要赔医药费。',
    steps: ['先去打狂犬疫苗', '报警或找居委会'],
  }),
  faqEntry({
    id: 'fee',
    question: '物业服务差，可以不交物业费吗？',
    gist: '不能直接不交，可以要求改',
    aliases: ['物业费', '不交物业费会怎样', '物业起诉我', '房子没住要交物业费吗', '重名的说法'],
    answer: '先找业主委员会反映。',
    steps: ['拍照留证据', '找居委会调解'],
  }),
  faqEntry({
    id: 'lawyer',
    question: '没钱请律师，能免费吗？',
    gist: '可以申请法律援助',
    aliases: ['律师', '法律援助', '免费律师', '12348是什么'],
    answer: '打12348问。',
    steps: ['带身份证去法律援助中心'],
  }),
]);

function verdictOf(text: string): string {
  const { verdict } = faq.ask(text);
  if (verdict.kind === 'answer') return `answer ${verdict.entry.id}`;
  return verdict.kind === 'choices' ? `choices ${verdict.entries.map(({ id }) => id).join(' ')}` : 'none';
}

describe('a question gets the answer it asks for', () => {
  it.each([
    ['an alias word for word', '狗咬人', 'answer dog'],
    ['an alias with a question mark and greeting', '您好，狗咬人？谢谢', 'answer dog'],
    ['an alias in traditional characters', '拖欠工資', 'answer wages'],
    ['an alias and "what to do"', '欠薪怎么办', 'answer wages'],
    ['the editor’s own question', '物业服务差，可以不交物业费吗？', 'answer fee'],
    ['an alias that is also a form of address', '律师', 'answer lawyer'],
    ['other words in another order', '老板一直不给我发工资', 'answer wages'],
    ['a homophone typo', '托欠公资', 'answer wages'],
    ['pinyin with spaces', 'tuo qian gong zi', 'answer wages'],
    ['a number that stands for the entry', '12348', 'answer lawyer'],
  ])('%s', (_reason, text, expected) => {
    expect(verdictOf(text)).toBe(expected);
  });
});

it('a story is not sure enough for an answer, but its entry is offered first', () => {
  expect(verdictOf('昨天下楼遛弯，楼下老李的狗没拴绳，咬了我家孩子，谁赔？')).toMatch(/^choices dog/);
});

describe('what is not a clear question gets no answer', () => {
  it.each([
    ['nothing', '', 'none'],
    ['white space', ' \n ', 'none'],
    ['punctuation', '？？？', 'none'],
    ['emoji', '😀😀👍', 'none'],
    ['one character', '狗', 'none'],
    ['one character of form', '我', 'none'],
    ['half a surrogate pair', '\ud83d', 'none'],
    ['a greeting', '你好', 'none'],
    ['a greeting to a person', '老师好', 'none'],
    ['thanks', '好的谢谢', 'none'],
    ['only "what to do"', '怎么办', 'none'],
    ['the weather', '今天天气怎么样', 'none'],
    ['an advertisement', '低价出售二手冰箱，有意私聊', 'none'],
    ['law the entries do not know', '商标被人抢注了能撤销吗', 'none'],
    ['a language the entries are not in', 'how do I get my salary', 'none'],
    ['a phrase two entries share', '重名的说法', 'choices fee wages'],
  ])('%s', (_reason, text, expected) => {
    expect(verdictOf(text)).toBe(expected);
  });

  it('a word that stands in one alias by chance is at most a choice', () => {
    expect(verdictOf('孩子')).not.toMatch(/^answer/);
    expect(verdictOf('狗粮多少钱一斤')).not.toMatch(/^answer/);
  });

  it('ten thousand characters are looked up by their beginning', () => {
    expect(verdictOf(`欠薪。${'哈'.repeat(10_000)}`)).not.toMatch(/^answer (dog|fee|lawyer)/);
    expect(faq.ask('，'.repeat(10_000)).ranked).toEqual([]);
  });

  it('an empty pack answers nothing', () => {
    expect(createFaq([]).ask('欠薪').verdict.kind).toBe('none');
  });
});

describe('the trace of a question', () => {
  it('names the phrase that was nearest and whether it was heard or read', () => {
    expect(faq.ask('托欠公资').ranked[0]).toMatchObject({ phrase: '拖欠工资', by: 'sound', exact: false });
    expect(faq.ask('老板不发工资').ranked[0]).toMatchObject({
      phrase: '老板不发工资',
      by: 'text',
      exact: true,
      score: 1,
    });
  });

  it('is the same for the same question', () => {
    expect(faq.ask('物业费太贵')).toEqual(faq.ask('物业费太贵'));
  });

  it('keeps scores between 0 and 1, best first', () => {
    const scores = faq.ask('物业和律师都不管狗').ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score).toBeGreaterThanOrEqual(0);
    for (const score of scores) expect(score).toBeLessThanOrEqual(1);
  });
});

it('an entry is found by its id, an unknown id is null', () => {
  expect(faq.entry('dog')?.id).toBe('dog');
  expect(faq.entry('cat')).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { maxQuestionLength, normalize, trimFillers } from './normalize.js';

describe('one spelling for everything that is looked up', () => {
  it.each([
    ['full width becomes half width', 'ＡＢＣ　１２３４８？', 'abc 12348?'],
    ['capitals become small', 'KTV里', 'ktv里'],
    ['traditional becomes simplified', '離婚財產怎麼分', '离婚财产怎么分'],
    ['traditional words of Taiwan stay words', '計程車', '计程车'],
    ['a single digit beside a character becomes its character', '7天无理由', '七天无理由'],
    ['so do several single digits', '3倍2次', '三倍二次'],
    ['a longer number stays a number', '12月30日', '12月30日'],
    ['a decimal stays a number', '2.5倍', '2.5倍'],
    ['a web address says nothing about the matter', '看看 https://a.example/b?c=1 是骗人的吗', '看看 是骗人的吗'],
    ['placeholders of pictures and videos are no words', '[图片]这样对吗', '这样对吗'],
    ['invisible characters go', '工\u200b资\ufeff', '工资'],
    ['repeated marks become one', '急！！！！', '急!'],
    ['white space becomes one space', ' 欠\n\n薪\t了 ', '欠 薪 了'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_reason, text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('cuts a text of ten thousand characters, never through a surrogate pair', () => {
    expect(Array.from(normalize('工'.repeat(10_000)))).toHaveLength(maxQuestionLength);
    expect(normalize(`a${'𠮷'.repeat(10_000)}`)).toBe(`a${'𠮷'.repeat(maxQuestionLength - 1)}`);
  });
});

describe('greetings and thanks are no part of the question', () => {
  it.each([
    ['a greeting alone asks nothing', '你好', ''],
    ['nor does a greeting with an address', '律师您好！', ''],
    ['nor thanks', '谢谢老师', ''],
    ['nor a bare "what to do"', '怎么办？', ''],
    ['nor a bare ok', 'OK👌', ''],
    ['greeting before, thanks after', '您好，我想请问一下：物业费能不交吗？谢谢！', '物业费能不交吗'],
    ['urgency around', '急！老板跑了，在线等', '老板跑了'],
    ['a final "what to do" says nothing of the matter', '欠薪怎么办', '欠薪'],
    ['a lawyer in the question stays', '请律师要多少钱', '请律师要多少钱'],
    ['a lawyer at its start stays', '律师费谁出', '律师费谁出'],
    ['a lawyer at its end stays', '没钱请律师', '没钱请律师'],
    ['a teacher in the question stays', '老师打学生', '老师打学生'],
    ['an emergency in the question stays', '急救车收费吗', '急救车收费吗'],
  ])('%s', (_reason, text, expected) => {
    expect(trimFillers(normalize(text))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { soundPairs, syllablesOf } from './sound.js';
import { tokenize } from './tokenize.js';

describe('terms of a text', () => {
  it.each([
    ['characters and pairs', '欠工资', ['欠', '工', '资', '欠工', '工资']],
    ['one character has no pair', '狗', ['狗']],
    ['numbers and Latin words stay whole', '打12348或ktv', ['打', '12348', '或', 'ktv']],
    ['no pair reaches over a mark', '欠薪，仲裁', ['欠', '薪', '欠薪', '仲', '裁', '仲裁']],
    ['other scripts are words', 'こんにちは', ['こんにちは']],
    ['marks and emoji are nothing', '?!😀👌', []],
    ['nothing is nothing', '', []],
  ])('%s', (_reason, text, expected) => {
    expect(tokenize(text)).toEqual(expected);
  });
});

describe('the sound of a text', () => {
  const syllables = new Set(syllablesOf('拖欠工资吸毒'));

  it.each([
    ['homophones sound the same', '吸独', ['xi+du']],
    ['spaced pinyin is read', 'tuo qian', ['tuo+qian']],
    ['joined pinyin is cut into syllables', 'tuoqiangongzi', ['tuo+qian', 'qian+gong', 'gong+zi']],
    ['a Latin word that is no pinyin parts its neighbours', '工abc资', []],
    ['a mark parts its neighbours', '工，资', []],
    ['one character gives nothing', '毒', []],
    ['nothing gives nothing', '', []],
  ])('%s', (_reason, text, expected) => {
    expect(soundPairs(text, syllables)).toEqual(expected);
  });
});

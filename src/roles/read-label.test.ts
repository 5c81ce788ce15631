import { describe, expect, it } from 'vitest';
import { readLabel } from './read-label.js';

describe('what colleagues call somebody', () => {
  it.each([
    ['a name and a title', '陈律师', '陈律师'],
    ['with spaces around and lines within', '  春风社区\n 李 书记 ', '春风社区 李 书记'],
    ['with few digits', '2号窗口 小王', '2号窗口 小王'],
    ['exactly 20 characters', '好'.repeat(20), '好'.repeat(20)],
    ['with marks that turn the writing around', '小\u202e刘', '小刘'],
    ['full-width letters', 'Ａ组', 'A组'],
  ])('is taken: %s', (_name, text, label) => {
    expect(readLabel(text)).toEqual({ kind: 'label', label });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['spaces only', ' 　', 'empty'],
    ['signs only', '……！', 'empty'],
    ['21 characters', '好'.repeat(21), 'long'],
    ['a mobile number', '小王13912345678', 'number'],
    ['one with spaces and full-width digits', '小王 １３９ 1234 5678', 'number'],
    ['a landline', '010-654321', 'number'],
  ])('is refused: %s', (_name, text, problem) => {
    expect(readLabel(text)).toEqual({ kind: 'problem', problem });
  });
});

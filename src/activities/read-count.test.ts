import { describe, expect, it } from 'vitest';
import { readCount } from './read-count.js';

describe('a typed number', () => {
  it.each([
    ['120', 120],
    ['１２０', 120],
    [' 120 人', 120],
    ['300份', 300],
    ['1,200', 1200],
    ['1，200', 1200],
    ['1,000,000', 1_000_000],
    ['1千', 1000],
    ['1.2万', 12_000],
    ['3百', 300],
    ['10万', 100_000],
    ['1百万', 1_000_000],
    ['两百', 200],
    ['二百五十', 250],
    ['三百五', 350],
    ['三百零五', 305],
    ['一千二', 1200],
    ['一千零二十', 1020],
    ['一万二', 12_000],
    ['一万两千', 12_000],
    ['十万', 100_000],
    ['十五户', 15],
    ['十', 10],
    ['四十', 40],
    ['一', 1],
  ])('is understood: %s', (text, count) => {
    expect(readCount(text)).toEqual({ kind: 'count', count });
  });

  it.each([
    ['1000000000', 'too-big'],
    ['10亿', 'too-big'],
    ['一亿', 'too-big'],
    ['1000001', 'too-big'],
    ['9'.repeat(40), 'too-big'],
    ['0', 'too-small'],
    ['零', 'too-small'],
    ['-5', 'too-small'],
    ['3.5', 'not-whole'],
    ['1.23456万', 'not-whole'],
    ['10^9', 'not-a-number'],
    ['1e6', 'not-a-number'],
    ['1,20', 'not-a-number'],
    ['100多', 'not-a-number'],
    ['约两百', 'not-a-number'],
    ['很多', 'not-a-number'],
    ['一二三', 'not-a-number'],
    ['', 'not-a-number'],
    ['人', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
  ])('is refused: %s', (text, problem) => {
    expect(readCount(text)).toEqual({ kind: 'problem', problem });
  });

  it('is refused however long it is', () => {
    expect(readCount('9'.repeat(4000))).toEqual({ kind: 'problem', problem: 'too-big' });
  });
});

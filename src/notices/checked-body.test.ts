import { describe, expect, it } from 'vitest';
import { checkedBody, titleOf, type Written } from './checked-body.js';

const written = (more: Partial<Written> = {}): Written => ({
  ...{ text: '周六上午九点讲反诈', marks: [], media: null, inAlbum: false, isOther: false },
  ...more,
});
const photo = (sizeBytes: number | null = 1000) => ({ kind: 'photo' as const, fileId: 'f1', sizeBytes });

describe('what a person wrote', () => {
  it('is passed on as it stands', () => {
    expect(checkedBody(written())).toEqual({ body: { kind: 'message', text: '周六上午九点讲反诈', marks: [] } });
  });

  it('keeps its formatting, and drops names, found links and custom emoji', () => {
    const marks = [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'text_link', offset: 2, length: 2, url: 'https://example.org/' },
      { type: 'pre', offset: 4, length: 1, language: 'js' },
      { type: 'text_mention', offset: 0, length: 2 },
      { type: 'url', offset: 0, length: 2 },
      { type: 'custom_emoji', offset: 0, length: 2 },
      { type: 'text_link', offset: 2, length: 2 },
    ];
    const result = checkedBody(written({ marks }));
    expect(result).toMatchObject({ body: { marks: [marks[0], marks[1], marks[2]] } });
  });

  it('may be media without a word', () => {
    expect(checkedBody(written({ text: '', media: photo() }))).toEqual({
      body: { kind: 'photo', fileId: 'f1', caption: '', marks: [] },
    });
  });

  it.each<[string, Partial<Written>, string | null]>([
    ['4096 characters', { text: '法'.repeat(4096) }, null],
    ['4096 emoji, which are two units each', { text: '🙂'.repeat(4096) }, null],
    ['4097 characters', { text: '法'.repeat(4097) }, 'text-too-long'],
    ['a caption of 1024', { text: '法'.repeat(1024), media: photo() }, null],
    ['a caption of 1025', { text: '法'.repeat(1025), media: photo() }, 'caption-too-long'],
    ['a file of 50 MB', { media: photo(50 * 1024 * 1024) }, null],
    ['a file of a byte more', { media: photo(50 * 1024 * 1024 + 1) }, 'file-too-big'],
    ['a file of unknown size', { media: photo(null) }, null],
    ['nothing but blanks', { text: ' \n ' }, 'empty'],
    ['a piece of an album', { media: photo(), inAlbum: true }, 'album'],
    ['a sticker', { isOther: true }, 'other'],
  ])('%s: %s', (_name, more, problem) => {
    const result = checkedBody(written(more));
    expect('problem' in result ? result.problem.kind : null).toBe(problem);
  });
});

describe('the title of a notice', () => {
  it.each([
    ['the first line', '反诈讲座\n周六上午', '反诈讲座'],
    [
      'at most twenty characters',
      '一二三四五六七八九十一二三四五六七八九十多',
      '一二三四五六七八九十一二三四五六七八九…',
    ],
    ['nothing for silent media', '', ''],
  ])('%s', (_name, caption, title) => {
    expect(titleOf({ kind: 'photo', fileId: 'f', caption, marks: [] })).toBe(title);
  });
});

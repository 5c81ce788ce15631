import { describe, expect, it } from 'vitest';
import { findEntities } from './find-entities.js';
import { showAsHtml } from './show-as-html.js';
import { codePoints, tidyText } from './tidy-text.js';

describe('what Telegram finds in plain text', () => {
  it.each([
    ['/ask 楼上扔东西', ['bot_command /ask']],
    ['/bind@pufa_sandbox_bot 1234', ['bot_command /bind@pufa_sandbox_bot']],
    ['请发/ask', []],
    ['请发 /ask', ['bot_command /ask']],
    ['@pufa_sandbox_bot 你好', ['mention @pufa_sandbox_bot']],
    ['看 https://flk.npc.gov.cn/detail，谢谢', ['url https://flk.npc.gov.cn/detail']],
    ['#普法 今天', ['hashtag #普法']],
    ['写信到 a.b@example.com。', ['email a.b@example.com']],
    ['12/4 是宪法日', []],
  ])('%s', (text, expected) => {
    const found = findEntities(text).map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    );
    expect(found).toEqual(expected);
  });
});

describe('a text as Telegram keeps it', () => {
  it('has no white space around it and its entities move along', () => {
    const kept = tidyText({ text: ' \r\n法律 \n', entities: [{ type: 'bold', offset: 3, length: 4 }] });
    expect(kept).toEqual({ text: '法律', entities: [{ type: 'bold', offset: 0, length: 2 }] });
  });

  it('is counted in code points', () => {
    expect(codePoints('法🏟a')).toBe(3);
  });
});

describe('a text on the page', () => {
  it.each([
    ['is escaped', '<script>&"', [], '&lt;script&gt;&amp;&quot;'],
    [
      'nests',
      'abc',
      [
        { type: 'bold' as const, offset: 0, length: 3 },
        { type: 'italic' as const, offset: 1, length: 1 },
      ],
      '<b>a<i>b</i>c</b>',
    ],
    [
      'closes what overlaps',
      'abc',
      [
        { type: 'bold' as const, offset: 0, length: 2 },
        { type: 'italic' as const, offset: 1, length: 2 },
      ],
      '<b>a<i>b</i></b><i>c</i>',
    ],
    [
      'drops dangerous links',
      'x',
      [{ type: 'text_link' as const, offset: 0, length: 1, url: 'javascript:alert(1)' }],
      'x',
    ],
  ])('%s', (_name, text, entities, html) => {
    expect(showAsHtml(text, entities)).toBe(html);
  });
});

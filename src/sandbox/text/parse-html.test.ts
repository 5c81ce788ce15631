import { describe, expect, it } from 'vitest';
import { parseHtml } from './parse-html.js';

describe('the HTML that Telegram reads', () => {
  it.each([
    ['plain text', 'a & b > c', 'a & b > c', []],
    ['bold in Chinese', '法<b>律</b>', '法律', [{ type: 'bold', offset: 1, length: 1 }]],
    ['UTF-16 offsets after an emoji', '🏟<i>x</i>', '🏟x', [{ type: 'italic', offset: 2, length: 1 }]],
    ['named and numeric references', '&lt;&gt;&amp;&quot;&#65;&#x42&nbsp;', '<>&"AB&nbsp;', []],
    [
      'nested tags, inner first',
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'italic', offset: 1, length: 1 },
        { type: 'bold', offset: 0, length: 2 },
      ],
    ],
    ['upper-case tags', '<B>x</B>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
    ['</> closes the innermost', '<b>x</>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
    ['unknown attributes are ignored', '<b class="x" id=y>z</b>', 'z', [{ type: 'bold', offset: 0, length: 1 }]],
    ['an empty tag leaves nothing', '<b></b>x', 'x', []],
    [
      'a link',
      '<a href="https://flk.npc.gov.cn/?a=1&amp;b=2">法</a>',
      '法',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://flk.npc.gov.cn/?a=1&b=2' }],
    ],
    ['a bad href keeps its text', '<a href="javascript:alert(1)">x</a>', 'x', []],
    ['a spoiler by span', '<span class="tg-spoiler">x</span>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
    [
      'an expandable quote',
      '<blockquote expandable>x</blockquote>',
      'x',
      [{ type: 'expandable_blockquote', offset: 0, length: 1 }],
    ],
    [
      'code in pre is one block with a language',
      '<pre><code class="language-ts">x</code></pre>',
      'x',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
  ])('%s', (_name, html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });

  it.each([
    ['an unknown tag', '法<br>律', 'Unsupported start tag "br" at byte offset 3'],
    ['a lone <', '1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['a tag without its end', 'x <b', 'Unclosed start tag at byte offset 2'],
    ['an attribute without its end', '<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['a quote without its end', '<a href="x', 'Unclosed start tag at byte offset 0'],
    ['an attribute without a name', '<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['a slash in a bare value', '<a href=x/>y</a>', 'Unexpected end of name token at byte offset 8'],
    ['a span of another class', '<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['an end without a start', 'x</b>', 'Unexpected end tag at byte offset 1'],
    ['an end tag without its end', '<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['crossed tags', '<b>法</i>', 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'],
    ['a start without an end', '<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    [
      'a lone surrogate',
      '&#57311;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ])('%s is refused in Telegram’s words', (_name, html, message) => {
    expect(() => parseHtml(html)).toThrow(message);
  });
});

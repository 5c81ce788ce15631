import { describe, expect, it } from 'vitest';
import { escapeHtml, visibleLength, visibleText } from './telegram-text.js';

describe('a message as people see it', () => {
  it.each([
    ['plain words', '先报警', '先报警', 3],
    ['tags', '<b>先</b>报<a href="https://a.example/?x=1&amp;y=2">警</a>', '先报警', 3],
    ['escaped characters', '3 &lt; 5 &amp;&amp; 5 &gt; 3 &quot;x&quot;', '3 < 5 && 5 > 3 "x"', 18],
    ['an escaped entity', '&amp;lt;', '&lt;', 4],
    ['characters beyond the basic plane', '😀𠮷', '😀𠮷', 2],
    ['nothing', '', '', 0],
  ])('%s', (_, html, text, length) => {
    expect(visibleText(html)).toBe(text);
    expect(visibleLength(html)).toBe(length);
  });

  it('is what was escaped', () => {
    const text = '<b>&lt;"\'&amp;</b>';
    expect(visibleText(escapeHtml(text))).toBe(text);
  });
});

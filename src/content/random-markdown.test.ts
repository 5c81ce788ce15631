import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../test/support/random.js';
import { telegramHtmlFaults } from '../../test/support/telegram-html-faults.js';
import { markdownToHtml } from './markdown-to-html.js';
import { splitMessages } from './split-messages.js';
import { visibleLength, visibleText } from './telegram-text.js';

const PIECES = [
  ...['**', '*', '***', '_', '__', '`', '```', '```js\n', '~~~\n', '[', ']', '](', '](https://a.example/?a=1&b="c")'],
  ...[
    '](tg://user?id=1)',
    '](javascript:x)',
    '![',
    '<b>',
    '</b>',
    '<br/>',
    '<!--',
    '-->',
    '<https://a.example>',
    '<',
    '>',
  ],
  ...[
    '&',
    '&lt;',
    '&#x3c;',
    '&amp;',
    '"',
    '\\',
    '\\*',
    '|',
    '|---|',
    '# ',
    '## ',
    '---',
    '> ',
    '- ',
    '1. ',
    '2) ',
    '    ',
  ],
  ...['\n', '\n', '\n\n', '\n\n', ' ', '  \n', '\t', '\u0000', '[x]: https://a.example\n', '[x]'],
  ...['先报警。', '“留证据”，', '找谁赔？', '好', 'word', '😀', '👨‍👩‍👧', 'e\u0301', '\uD800', '110'],
];

function randomMarkdown(seed: number): string {
  const random = seededRandom(seed);
  const length = 1 + Math.floor(random() * 40);
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join('');
}

const letters = (text: string) => text.replaceAll(/\s/g, '');

describe('random Markdown', () => {
  it('never becomes a message that Telegram would refuse', () => {
    for (let seed = 0; seed < 4000; seed += 1) {
      const markdown = randomMarkdown(seed);
      const html = markdownToHtml(markdown, () => {});
      expect(telegramHtmlFaults(html), `seed ${seed}: ${JSON.stringify(markdown)}`).toEqual([]);
    }
  });

  it('is split into messages that are short enough, balanced, and lose nothing', () => {
    for (let seed = 0; seed < 4000; seed += 1) {
      const html = markdownToHtml(randomMarkdown(seed), () => {});
      const limit = 1 + (seed % 30);
      const messages = splitMessages(html, limit);
      const context = `seed ${seed}, limit ${limit}: ${JSON.stringify(html)}`;
      for (const message of messages) {
        expect(telegramHtmlFaults(message), context).toEqual([]);
        expect(visibleLength(message), context).toBeLessThanOrEqual(limit);
        expect(visibleText(message).trim(), context).not.toBe('');
      }
      expect(letters(messages.map(visibleText).join('')), context).toBe(letters(visibleText(html)));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { splitMessages } from './split-messages.js';

describe('a long text in several messages', () => {
  it.each<[string, string, number, string[]]>([
    ['fits as it is', '<b>先</b>报警。', 4, ['<b>先</b>报警。']],
    ['counts what is seen, not the tags', '<b>一</b>&amp;<i>二</i>', 3, ['<b>一</b>&amp;<i>二</i>']],
    ['is cut at an empty line first', '一二。\n三四\n\n五六七八', 9, ['一二。\n三四', '五六七八']],
    ['is cut at a line next', '一二。三四\n五六七八', 8, ['一二。三四', '五六七八']],
    ['is cut after a sentence next', '一二。三，四五六七', 8, ['一二。', '三，四五六七']],
    ['keeps the closing quote with its sentence', '他说：“好。”我走了，再见', 9, ['他说：“好。”', '我走了，再见']],
    ['does not part a stop from its closing quote', '先走。他说：“好。”', 9, ['先走。', '他说：“好。”']],
    ['is cut after a clause next', '一二，三四五六', 6, ['一二，', '三四五六']],
    ['is cut anywhere at last', '一二三四五', 2, ['一二', '三四', '五']],
    ['closes tags at the cut and opens them again', '<b>一。<i>二三</i></b>', 3, ['<b>一。</b>', '<b><i>二三</i></b>']],
    [
      'opens a link again with its address',
      '<a href="https://a.example">一二</a>',
      1,
      ['<a href="https://a.example">一</a>', '<a href="https://a.example">二</a>'],
    ],
    ['closes a tag that ends at the cut', '<b>一。</b>二', 2, ['<b>一。</b>', '二']],
    ['never cuts an escaped character', '&lt;&lt;&lt;', 2, ['&lt;&lt;', '&lt;']],
    ['never cuts what people see as one character', '好👨‍👩‍👧好', 5, ['好', '👨‍👩‍👧', '好']],
    ['cuts even that where it does not fit', '👨‍👩‍👧', 3, ['👨‍👩', '‍👧']],
    ['drops blanks at the cut', '<b>一二 \n\n</b>\n 三四', 4, ['<b>一二</b>', '三四']],
    ['gives nothing for nothing', ' \n<b> </b>', 10, []],
  ])('%s', (_, html, limit, messages) => {
    expect(splitMessages(html, limit)).toEqual(messages);
  });

  it('takes Telegram’s limit by default', () => {
    expect(splitMessages('赔'.repeat(4096))).toHaveLength(1);
    expect(splitMessages('赔'.repeat(4097))).toHaveLength(2);
  });

  it('stays quick with a very long text', () => {
    expect(splitMessages('<b>一二三四五六七八九。</b>'.repeat(20_000), 4096)).toHaveLength(49);
  });
});

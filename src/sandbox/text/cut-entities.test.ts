import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { cutEntities } from './cut-entities.js';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

describe('entities given with a text', () => {
  it.each<[string, unknown, MessageEntity[]]>([
    ['stay where they lie inside', [bold(1, 2)], [bold(1, 2)]],
    ['end where the text ends', [bold(2, 9)], [bold(2, 2)]],
    ['are gone where they begin after it', [bold(4, 1)], []],
    ['are gone with a negative place', [bold(-1, 2)], []],
    ['are gone when empty', [bold(1, 0)], []],
    ['are gone without a number', [{ type: 'bold', offset: '1', length: 1 }], []],
    ['are none when they are no list', { type: 'bold' }, []],
  ])('%s', (_name, given, expected) => {
    expect(cutEntities('法律热线', given)).toEqual(expected);
  });
});

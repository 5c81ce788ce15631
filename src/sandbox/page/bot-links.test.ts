import { expect, it } from 'vitest';
import { botLink } from './bot-links.js';

it.each([
  ['a start link', 'https://t.me/pufa_sandbox_bot?start=abc', { kind: 'start', payload: 'abc' }],
  ['a link without payload', 'https://t.me/pufa_sandbox_bot', { kind: 'start', payload: '' }],
  [
    'a link to add the bot to a group',
    'https://t.me/pufa_sandbox_bot?startgroup=K7',
    { kind: 'startgroup', payload: 'K7' },
  ],
  ['a link with another case', 'https://t.me/Pufa_Sandbox_Bot?start=a', { kind: 'start', payload: 'a' }],
  ['a tg:// link', 'tg://resolve?domain=pufa_sandbox_bot&startgroup=K7', { kind: 'startgroup', payload: 'K7' }],
  ['another bot', 'https://t.me/other_bot?start=abc', null],
  ['another site', 'https://example.org/pufa_sandbox_bot?start=abc', null],
  ['no link at all', '12348', null],
])('understands %s', (_name, url, expected) => {
  expect(botLink(url, 'pufa_sandbox_bot')).toEqual(expected);
});

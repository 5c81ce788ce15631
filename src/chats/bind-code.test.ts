import { describe, expect, it } from 'vitest';
import { bindPayload, makeBindCode, readBindCode, showBindCode } from './bind-code.js';

const rows: [text: string, code: string | null][] = [
  ['48273916', '48273916'],
  ['4827 3916', '48273916'],
  ['４８２７　３９１６', '48273916'],
  ['绑定 4827 3916', '48273916'],
  ['绑定码：4827-3916', '48273916'],
  ['bind_48273916', '48273916'],
  ['4827391', null],
  ['482739160', null],
  ['13800138000', null],
  ['绑定', null],
  ['我的号是48273916', null],
  ['', null],
];

describe('a binding code', () => {
  it.each(rows)('%j → %j', (text, code) => {
    expect(readBindCode(text)).toBe(code);
  });

  it('survives being shown to people and put into a link', () => {
    const code = makeBindCode();
    expect(code).toMatch(/^\d{8}$/);
    expect(readBindCode(showBindCode(code))).toBe(code);
    expect(readBindCode(bindPayload(code))).toBe(code);
  });
});

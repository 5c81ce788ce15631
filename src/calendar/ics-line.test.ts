import { describe, expect, it } from 'vitest';
import { foldIcsLine, icsText } from './ics-line.js';

describe('a line of an iCalendar file', () => {
  it.each([
    ['a comma and a semicolon', '公安,应急;司法', '公安\\,应急\\;司法'],
    ['a backslash before everything else', 'a\\,b', 'a\\\\\\,b'],
    ['line ends of every kind', 'a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
    ['Chinese punctuation stays', '“美好生活·民法典相伴”，五月；', '“美好生活·民法典相伴”，五月；'],
  ])('escapes %s', (_name, text, expected) => {
    expect(icsText(text)).toBe(expected);
  });

  it('is left alone at 75 octets and folded at 76', () => {
    expect(foldIcsLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldIcsLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  it.each([
    ['Chinese text', `SUMMARY:${'宪法'.repeat(60)}`],
    ['Chinese text off by one', `SUMMARY:a${'宪法'.repeat(60)}`],
    ['characters of four octets', `SUMMARY:${'𠮷📣'.repeat(40)}`],
    ['Latin text', `DESCRIPTION:${'law and order '.repeat(40)}`],
  ])('never has more than 75 octets nor a cut character, and unfolds to what it was: %s', (_name, line) => {
    const folded = foldIcsLine(line);
    for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    // A cut character would come back from UTF-8 as a replacement character.
    expect(Buffer.from(folded).toString()).toBe(folded);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
  });
});

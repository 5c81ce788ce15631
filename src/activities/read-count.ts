/** The most that one activity can have reached; a larger number is a slip of the finger. */
export const MAX_COUNT = 1_000_000;

export type ReadCount =
  | { kind: 'count'; count: number }
  | { kind: 'problem'; problem: 'not-a-number' | 'not-whole' | 'too-small' | 'too-big' };

const DIGITS = '零一二三四五六七八九';
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/**
 * A number of people or things as it was typed: 120, １２０, 1,200, 1千, 1.2万, 两百, 三百五; a measure word may follow.
 * What is only roughly a number (100多, 约两百) is not one.
 */
export function readCount(text: string): ReadCount {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:人次|人|份|条|户|次|个|张|位|名)[。.]?$/, '');
  const number = inDigits(plain) ?? inChinese(plain);
  if (number === null) return { kind: 'problem', problem: 'not-a-number' };
  if (number > MAX_COUNT) return { kind: 'problem', problem: 'too-big' };
  if (!Number.isInteger(number)) return { kind: 'problem', problem: 'not-whole' };
  if (number < 1) return { kind: 'problem', problem: 'too-small' };
  return { kind: 'count', count: number };
}

/** @returns null when it is not written in digits */
function inDigits(plain: string): number | null {
  const match = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千]?[万亿]?)$/.exec(plain);
  if (!match) return null;
  const [, minus, whole = '', fraction = '', unit = ''] = match;
  const factor = [...unit].reduce((product, sign) => product * (TENS[sign] ?? MYRIADS[sign] ?? 1), 1);
  // Rounded to a millionth, so that 1.2 × 10000 is whole although its binary fraction is not.
  const size = Math.round(Number(whole.replaceAll(',', '') + fraction) * factor * 1e6) / 1e6;
  return minus ? -size : size;
}

/** @returns null when it is not written in Chinese numerals */
function inChinese(plain: string): number | null {
  const signs = plain.replaceAll('两', '二').replaceAll('〇', '零');
  if (!/^[零一二三四五六七八九十百千万亿]+$/.test(signs)) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let afterZero = false;
  for (const sign of signs) {
    const ten = TENS[sign];
    const myriad = MYRIADS[sign];
    if (ten !== undefined) {
      section += (digit ?? (section === 0 ? 1 : 0)) * ten;
      [digit, lastUnit, afterZero] = [null, ten, false];
    } else if (myriad !== undefined) {
      total = (total + section + (digit ?? 0)) * myriad;
      [section, digit, lastUnit, afterZero] = [0, null, myriad, false];
    } else {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS.indexOf(sign);
      afterZero ||= digit === 0;
    }
  }
  // 三百五 is 350 and 一万二 is 12,000, but 三百零五 is 305 and 十五 is 15.
  const shortened = digit !== null && digit > 0 && !afterZero && lastUnit >= 100;
  return total + section + (digit ?? 0) * (shortened ? lastUnit / 10 : 1);
}

/** The longest question worth keeping for the gap queue, in characters. */
const KEPT_CHARACTERS = 200;

/**
 * What stands for a person in a question, and the mark that replaces it. Numbers come first: a phone number inside a
 * longer number must not leave its tail behind.
 */
const MASKS: readonly [pattern: RegExp, mark: string][] = [
  [/(?:https?:\/\/|www\.|t\.me\/)\S+/gi, '〔链接〕'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱〕'],
  [/@\w{4,}/g, '〔账号〕'],
  [/(?:微信|wx|vx|QQ)号?[\s:：是为]*[A-Za-z0-9_-]{5,}/gi, '〔账号〕'],
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s-]?[A-Z0-9]{5,6}/gi, '〔车牌〕'],
  [/\d[\d\s-]{4,}[\dXx]/g, '〔号码〕'],
  [/(?:我叫|名叫|名字叫|叫做|姓名[:：是]?)\s*[\p{Script=Han}·]{2,4}/gu, '〔姓名〕'],
  [
    /[\p{Script=Han}]{1,6}(?:小区|花园|家园|公寓|大厦)?[0-9一二三四五六七八九十]+(?:号楼|栋|幢|单元|室|号院|弄)/gu,
    '〔住址〕',
  ],
];

/**
 * A question as it may be kept: without what points at a person, and short.
 * @returns null when nothing but marks is left
 */
export function maskText(text: string): string | null {
  let masked = text.normalize('NFKC');
  for (const [pattern, mark] of MASKS) masked = masked.replace(pattern, mark);
  masked = [...masked.replace(/\s+/g, ' ').trim()].slice(0, KEPT_CHARACTERS).join('');
  return masked.replace(/〔..〕/g, '').trim() === '' ? null : masked;
}

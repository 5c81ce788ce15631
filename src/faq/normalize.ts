import { Converter } from 'opencc-js/t2cn';

/** Characters of a question that are looked at; what stands after them is cut. Real questions rarely pass 200. */
export const maxQuestionLength = 400;

// Typed here: opencc-js's own types do not resolve under NodeNext.
const toSimplified: (text: string) => string = Converter({ from: 'tw', to: 'cn' });

const invisible = /[\p{Cf}\p{Variation_Selector}]+/gu;
const control = /\p{Cc}+/gu;
const webAddress = /https?:\/\/[^\s\p{Script=Han}]+|www\.[^\s\p{Script=Han}]+/gu;
/** What clients write in place of something that is no text. */
const placeholder = /\[(?:图片|照片|视频|语音|表情|动画表情|链接|文件|位置|红包|转账|聊天记录|名片)\]/gu;
const loneDigit = /(?<![\p{L}\p{N}.])[0-9](?=\p{Script=Han})|(?<=\p{Script=Han})[0-9](?=\p{Script=Han})/gu;
const repeatedMark = /([\s\p{P}\p{S}])\1+/gu;
const hanDigits = '零一二三四五六七八九';

/** Greetings, requests and thanks: they stand around many questions and in no entry, and would lower every match. */
const fillers = longestFirst([
  '大家好|各位好|早上好|上午好|中午好|下午好|晚上好|早安|晚安|您好|你好|哈喽|哈啰|在不在|在吗|在么|有人吗|有人么',
  '我想请问一下|我想请教一下|我想咨询一下|我想咨询下|我想问一下|我想问问|我想问下|我想请问|想请问一下|想咨询一下|想问一下|想问问|想问下|想问',
  '请问一下|请问下|请教一下|请教下|请教|请问|问一下|问一哈|问下|咨询一下|咨询下|麻烦问一下|麻烦问下|打扰一下|打扰了|打扰',
  '跪求解答|急求解答|求解答|急急急|在线等|拜托了|麻烦了|麻烦您了|麻烦你了|辛苦了',
  '非常感谢|万分感谢|十分感谢|感激不尽|谢谢大家|谢谢律师|谢谢您|谢谢你|谢谢了|谢谢啦|谢谢|多谢|谢了',
]);

/** Words that are a greeting only where they stand alone: 律师， at the start, but not 律师费 or 要请律师. */
const loneFillers = longestFirst([
  '律师|法律顾问|顾问|老师|专家|各位老师|各位律师|各位专家|各位朋友|机器人|小助手|同志|嗨|嘿|哈哈|嗯|哦|好的',
  '求助|求解|求教|急|拜托|感谢|hello|hi|thanks|thank you|ok',
]);

/** What ends a question about anything at all. */
const finalFillers = longestFirst([
  '我该怎么办|该怎么办|要怎么办|应该怎么办|怎么办|咋办|咋整|怎么处理|如何处理|怎么解决',
]);

const particles = '[啊呀哈啦呢哇的]?';
const gap = '[\\s\\p{P}\\p{S}]';
const leadingFillers = new RegExp(
  `^${gap}*(?:(?:(?:${fillers})${particles}|(?:${loneFillers})(?=${gap}|$|${fillers}))${gap}*)+`,
  'u',
);
const trailingFillers = new RegExp(
  `(?:${gap}*(?:(?:${fillers}|${finalFillers})|(?<=^|${gap}|${fillers})(?:${loneFillers}))${particles})+${gap}*$`,
  'u',
);

/**
 * One spelling for everything that is looked up: cut to {@link maxQuestionLength}, half width (NFKC), lower case,
 * simplified characters, a single digit beside a Chinese character as that digit's character (7天 = 七天), single spaces
 * and marks, no web addresses, no placeholders such as [图片], no invisible characters. Used for questions and for the
 * entries' texts alike.
 * Empty means the text holds nothing that can be looked up as text.
 */
export function normalize(text: string): string {
  const plain = firstCharacters(text, maxQuestionLength)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(control, ' ')
    .toLowerCase()
    .replace(webAddress, ' ');
  return toSimplified(plain)
    .replace(placeholder, ' ')
    .replace(loneDigit, (digit) => hanDigits.charAt(Number(digit)))
    .replace(repeatedMark, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * A normalized question without the greeting before it and the thanks after it. Empty when there is nothing else:
 * then nothing was asked.
 */
export function trimFillers(normalized: string): string {
  return normalized.replace(leadingFillers, '').replace(trailingFillers, '').trim();
}

/** Alternatives of a pattern, longest first, so that a short one never hides a longer one. */
function longestFirst(lists: readonly string[]): string {
  return lists
    .flatMap((list) => list.split('|'))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** The first `count` code points; never half a surrogate pair. */
function firstCharacters(text: string, count: number): string {
  // Code units first: a text of a million characters must not become an array of a million strings.
  return Array.from(text.slice(0, count * 2))
    .slice(0, count)
    .join('');
}

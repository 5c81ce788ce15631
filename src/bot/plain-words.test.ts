import { describe, expect, it } from 'vitest';
import { choiceOf, type Wish, wishOf } from './plain-words.js';

const wishes: [text: string, wish: Wish | null][] = [
  ['退订', 'stop'],
  ['退订！', 'stop'],
  ['ＴＤ', 'stop'],
  ['TD', 'stop'],
  ['我要退订', 'stop'],
  ['怎么退订', 'stop'],
  ['请帮我取消订阅吧', 'stop'],
  ['别再给我发了', 'stop'],
  ['不要再发这些消息了', 'stop'],
  ['别老发了，烦', null],
  ['请勿推送', 'stop'],
  ['我不想再收到这些消息了', 'stop'],
  ['不需要提醒了', 'stop'],
  ['停止推送', 'stop'],
  ['stop', 'stop'],
  ['unsubscribe', 'stop'],
  ['订阅', 'subscribe'],
  ['主题', 'topics'],
  ['“换社区”', 'community'],
  ['我的数据', 'my-data'],
  ['删除我的数据', 'erase'],
  ['你好！', 'help'],
  ['绑定码', 'bind-code'],
  ['暂停', 'pause'],
  ['恢复', 'resume'],
  // questions, although they hold one of the words
  ['怎么取消合同', null],
  ['老板停止上班不发工资', null],
  ['我不想要孩子的抚养权', null],
  ['不要彩礼能离婚吗', null],
  ['房东不退押金', null],
  ['不想收养了怎么办', null],
  ['预付卡退订不给退钱', null],
  ['健身房暂停营业怎么退钱', null],
  ['别人给我发骚扰短信', null],
  ['', null],
  ['。。。', null],
];

describe('plain words', () => {
  it.each(wishes)('%j → %j', (text, wish) => {
    expect(wishOf(text)).toBe(wish);
  });
});

const choices: [text: string, number: number | null][] = [
  ['1', 1],
  ['３', 3],
  ['2.', 2],
  ['第2个', 2],
  ['选3', 3],
  ['12', 12],
  ['0', null],
  ['21', null],
  ['110', null],
  ['1个月工资没发', null],
];

describe('a digit that answers a menu', () => {
  it.each(choices)('%j → %j', (text, number) => {
    expect(choiceOf(text)).toBe(number);
  });
});

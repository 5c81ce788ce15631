import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.js';

const rows: [name: string, text: string, masked: string | null][] = [
  ['an ordinary question stays', '物业费能不能不交', '物业费能不能不交'],
  ['a mobile number goes', '他电话13800138000一直骚扰我', '他电话〔号码〕一直骚扰我'],
  ['a spaced number goes', '打138 0013 8000', '打〔号码〕'],
  ['an id number with X goes', '身份证41100219900101123X被冒用', '身份证〔号码〕被冒用'],
  ['a bank card goes', '转到6222 0200 0000 0000 123', '转到〔号码〕'],
  ['full-width digits go', '电话１３８００１３８０００', '电话〔号码〕'],
  ['a link goes', '点了 https://evil.example/a?b=1 被骗', '点了 〔链接〕 被骗'],
  ['an address of mail goes', '发到 wang.er@example.com', '发到 〔邮箱〕'],
  ['a WeChat id goes', '他微信号 abc_12345 不回', '他〔账号〕 不回'],
  ['a Telegram name goes', '是 @zhang_san_99 骗的我', '是 〔账号〕 骗的我'],
  ['a number plate goes', '豫K·12345撞了我', '〔车牌〕撞了我'],
  ['a name that is given goes', '我叫王小明，被辞退了', '〔姓名〕,被辞退了'],
  ['a house goes', '春风小区3号楼漏水', '〔住址〕漏水'],
  ['amounts and years stay', '2024年借了50000元', '2024年借了50000元'],
  ['nothing but a number is nothing', '13800138000', null],
  ['nothing is nothing', '  ', null],
];

describe('masked text', () => {
  it.each(rows)('%s', (_name, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it('is short', () => {
    expect([...(maskText('怎么办'.repeat(5_000)) ?? '')]).toHaveLength(200);
  });
});

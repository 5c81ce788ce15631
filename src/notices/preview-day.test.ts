import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readChanged } from '../../test/support/changed-pack.js';
import type { ContentPack, ObservanceStep } from '../content/pack.js';
import { type PreviewStep, previewDay } from './preview-day.js';

const ZONE = 'Asia/Shanghai';
const DAY = Temporal.PlainDate.from('2027-06-26');

function stepsOf(pack: ContentPack): { text: PreviewStep; quiz: PreviewStep } {
  const [observance] = pack.observances;
  const [text, quiz] = observance?.steps ?? [];
  if (!observance || !text || !quiz) throw new Error('the test pack has an observance with two steps');
  const dated = ({ step, body }: ObservanceStep, due: string, limit: string): PreviewStep => ({
    observance,
    year: 2027,
    slot: `drug-day/2027/${step}`,
    step,
    body,
    dueAt: new Date(`${due}:00+08:00`),
    sendLateUntil: new Date(`${limit}:00+08:00`),
  });
  return {
    text: dated(text, '2027-06-26T09:00', '2027-06-26T21:00'),
    quiz: dated(quiz, '2027-06-26T19:00', '2027-06-29T19:00'),
  };
}

describe('the preview of a day', () => {
  it('shows each message in its order, as people will read it', async () => {
    const { pack } = await readChanged();
    const { text, quiz } = stepsOf(pack);
    const rule = '─'.repeat(40);
    expect(previewDay(pack, DAY, [quiz, text], ZONE)).toBe(`2027-06-26 周六：发 2 条

09:00  国际禁毒日（day），最迟 21:00
发给订阅“平安与禁毒”的会话；出自 content/observances/drug-day.md
${rule}
今天是国际禁毒日。
主动去治，不罚。
${rule}

19:00  国际禁毒日（quiz），最迟 2027-06-29 19:00
发给订阅“平安与禁毒”的会话；出自 content/observances/drug-day.md
${rule}
种一棵罂粟行吗？
  A 行
✓ B 不行
一棵也不能种。
${rule}
`);
  });

  it('says that nothing is sent', async () => {
    const { pack } = await readChanged();
    expect(previewDay(pack, DAY, [], ZONE)).toBe('2027-06-26 周六：这一天不发消息。\n');
  });
});

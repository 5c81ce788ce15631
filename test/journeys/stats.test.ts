import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aTelegram, type Telegram } from '../support/a-telegram.js';

const run = promisify(execFile);

interface FigureLine {
  key: string;
  label: string;
  value: number | null;
  definition: string;
  grade: string;
}

/** A week in December: a bound group, two subscribers of whom one blocked the bot, a law day, questions, activities. */
describe('statistics', () => {
  let house: TestHouse;
  let telegram: Telegram;
  let group: number;

  beforeAll(async () => {
    house = await aHouse('2026-12-03T10:00');
    telegram = aTelegram(house);
    group = await aBoundGroup(house, telegram);
    await subscribe(house, telegram, '张大爷');
    await subscribe(house, telegram, '小陈');
    house.sandbox.faults.add({
      method: 'sendMessage',
      chat: telegram.person('小陈'),
      times: 99,
      fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was blocked by the user' },
    });
    await house.moveTo('2026-12-04T09:00');
    house.sandbox.faults.clear();
    await telegram.say('张大爷', '楼上扔东西');
    await telegram.say('张大爷', '工资');
    await telegram.say('张大爷', '火星上的土地归谁所有');
    // A colleague who tries the bot out is no resident.
    await telegram.say('小刘', '楼上扔东西');
    await telegram.say('李姐', '老板不发工资', {
      chat: group,
      replyTo: telegram.fromBot(group).at(-1)?.message_id ?? 0,
    });
    await telegram.say('小陈', '大家看看这个', { chat: group });
    const entry = { enteredByKey: 'somebody', enteredAt: new Date(), howCounted: '签到表' };
    await prisma().activity.createMany({
      data: [
        { ...entry, kind: 'lecture', day: '2026-12-04', unitId: 'chunfeng', count: 80 },
        { ...entry, kind: 'lecture', day: '2026-12-02', unitId: 'chunfeng', count: 50 },
        { ...entry, kind: 'leaflets', day: '2026-12-04', unitId: 'qingliuwan', count: 1000 },
        { ...entry, kind: 'banner', day: '2026-12-04', unitId: 'chunfeng', count: 3, deletedAt: new Date() },
      ],
    });
    await telegram.act(house.sandbox.world.startBot(telegram.person('路人老周')));
  }, 60_000);
  afterAll(() => house.close());

  const prisma = () => house.running.database.prisma;
  const buttons = (who: string) =>
    telegram.fromBot(who).findLast((message) => message.reply_markup?.inline_keyboard.length)?.reply_markup
      ?.inline_keyboard ?? [];
  /** The text without its HTML, as the sandbox shows it. */
  const stats = async (who: string) => {
    await telegram.say(who, '统计');
    return telegram.last(who);
  };

  /** Runs the command beside the running program. */
  async function pufa(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const env = {
      ...process.env,
      ...{ DATA_DIR: house.config.dataDir, DATABASE_URL: house.config.databaseUrl ?? '', BOT_TOKEN: '' },
    };
    const command = ['--import', 'tsx', path.resolve('src/cli.ts'), ...args];
    return run(process.execPath, command, { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
    );
  }

  /** What the world above must come to; what the calendar sent is counted in the ledger. */
  async function expected(): Promise<Record<string, number | null>> {
    const sent = { state: 'sent' as const, day: { gte: '2026-12-01', lte: '2026-12-04' } };
    const notices = await prisma().delivery.findMany({ where: sent, distinct: ['noticeId'] });
    return {
      notices: notices.length,
      'group-deliveries': await prisma().delivery.count({ where: { ...sent, kind: { not: 'private' } } }),
      'private-deliveries': await prisma().delivery.count({ where: { ...sent, kind: 'private' } }),
      refused: 1,
      'refused-blocked': 1,
      unknown: 0,
      'seat-ceiling': 3,
      'private-chats': 1,
      people: 4,
      'reach-ceiling': 4,
      'question-answered': 2,
      'question-choices': 1,
      'question-none': 1,
      subscribed: 2,
      left: 0,
      lost: 1,
      'activity-lecture-times': 2,
      'activity-lecture-count': 130,
      'activity-stall-times': 0,
      'activity-stall-count': 0,
      'activity-leaflets-times': 1,
      'activity-leaflets-count': 1000,
      'activity-banner-times': 0,
      'activity-banner-count': 0,
      'activity-visit-times': 0,
      'activity-visit-count': 0,
      'activity-wechat-forward-times': 0,
      'activity-wechat-forward-count': 0,
      readers: null,
    };
  }

  it('show every figure of the month in a few lines, bounds called bounds', async () => {
    const text = await stats('区局小赵');
    const { notices, ...sent } = await expected();
    expect(text).toContain('统计 · 本月（2026-12-01 至 2026-12-04）\n示例区（含下属）');
    for (const line of [
      `推送条数：${notices}`,
      `群次：${sent['group-deliveries']}　私聊次：${sent['private-deliveries']}`,
      '未送达：1\n　未送达·对方停用了机器人：1',
      '结果不明：0',
      '覆盖席位上限：3（上限）',
      '私聊覆盖人数：1（上限）',
      '互动人数：4（下限）',
      '触达区间：4（下限）～ 4（上限）人',
      '提问·已答：2　提问·给选项：1　提问·没答上：1',
      '订阅：2　退订：0　流失：1',
      '讲座·场次：2（人工登记）　讲座·听众人数：130（人工登记）',
      '发传单·登记笔数：1（人工登记）　发传单·份数：1,000（人工登记）',
      '阅读人数：不可知',
      '不等于已读',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).not.toContain('横幅');
    expect(text.split('\n').length).toBeLessThan(24);
  });

  it('are printed the same by pufa stats while the program runs', async () => {
    const { stdout, code } = await pufa('stats', '--from', '2026-12-01', '--to', '2026-12-04', '--json');
    expect(code).toBe(0);
    const { figures, ...head } = JSON.parse(stdout) as { figures: FigureLine[] };
    expect(head).toEqual({ from: '2026-12-01', to: '2026-12-04', unit: null });
    expect(Object.fromEntries(figures.map(({ key, value }) => [key, value]))).toEqual(await expected());
    expect(figures[0]).toEqual({
      ...{ key: 'notices', label: '推送条数', value: expect.any(Number), grade: 'measured' },
      definition: expect.stringContaining('。'),
    });
    const text = await pufa('stats', '--from', '2026-12-01', '--to', '2026-12-04', '--unit', 'qingliuwan');
    expect(text.stdout).toMatch(/清柳湾社区\n推送条数　0　\[实测\][\s\S]*发传单·份数　1000　\[人工登记\]/);
  });

  it.each([
    ['an unknown unit', ['--from', '2026-12-01', '--to', '2026-12-04', '--unit', 'mars'], '没有编号为“mars”的单位'],
    ['reversed days', ['--from', '2026-12-04', '--to', '2026-12-01'], '--from 不能晚于 --to'],
    ['31 February', ['--from', '2026-02-31', '--to', '2026-12-01'], '没有“2026-02-31”这一天'],
    ['no days', [], '--from'],
  ])('by the command refuse %s in one line', async (_name, args, sentence) => {
    const { code, stderr, stdout } = await pufa('stats', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['王主任', '示例区（含下属）', '130'],
    ['区局小赵', '示例区（含下属）', '1,000'],
    ['周所长', '示例街道（含下属）', '1,000'],
    ['小刘', '示例街道（含下属）', '1,000'],
    ['陈律师', '春风社区', '130'],
  ])('show %s their own units: %s', async (who, units, figure) => {
    const text = await stats(who);
    expect(text).toContain(`\n${units}\n`);
    expect(text).toContain(`：${figure}（人工登记）`);
    expect(text.includes('发传单')).toBe(who !== '陈律师');
  });

  it.each(['统计', '数据', '看统计', '/stats'])('kindly refuse a resident who writes %s', async (words) => {
    await telegram.say('张大爷', words);
    expect(telegram.last('张大爷')).toContain('这是给街道和社区工作人员用的');
    expect(telegram.last('张大爷')).not.toContain('推送条数');
  });

  const FOREIGN = {
    王主任: 'mars',
    区局小赵: 'mars',
    周所长: 'shili-district',
    小刘: 'shili-district',
    陈律师: 'qingliuwan',
  };
  const OWN = {
    王主任: 'shili-street',
    区局小赵: 'shili-district',
    周所长: 'shili-street',
    小刘: 'yueshuitai',
    陈律师: 'chunfeng',
  };
  const everybody = Object.keys(OWN) as (keyof typeof OWN)[];
  const verbs: [string, (unit: string) => string][] = [
    ['s-show', (unit) => `s-show:y-${unit}`],
    ['s-unit', (unit) => `s-unit:w-${unit}`],
    ['s-defs', (unit) => `s-defs:d-${unit}`],
    ['s-range', (unit) => `s-range:${unit}`],
    ['s-days', (unit) => `s-days:${unit}`],
  ];

  it.each(everybody)('give %s each button for an own unit, and nothing for a foreign one', async (who) => {
    await stats(who);
    const seen = () => JSON.stringify(telegram.fromBot(who));
    for (const [, data] of verbs) {
      const before = seen();
      await telegram.forge(who, data(FOREIGN[who]));
      expect(seen()).toBe(before);
      await telegram.forge(who, data(OWN[who]));
      expect(seen()).not.toBe(before);
    }
    await telegram.say(who, '算了');
  });

  it.each(verbs)('give a resident nothing for a forged %s', async (_verb, data) => {
    await telegram.say('路人老周', '订阅');
    const before = JSON.stringify(telegram.fromBot('路人老周'));
    await telegram.forge('路人老周', data('chunfeng'));
    await telegram.forge('路人老周', data('chunfeng').replace(/[:-][^:-]*chunfeng$/, ''));
    expect(JSON.stringify(telegram.fromBot('路人老周'))).toBe(before);
    expect(await prisma().dialogue.count()).toBe(0);
  });

  it.each(['s-show:zzz', 's-show:m-', 's-show:0000000', 's-unit:1', 's-defs:x-y'])(
    'call a forged period out of date: %s',
    async (data) => {
      await stats('小刘');
      const before = JSON.stringify(telegram.fromBot('小刘'));
      await telegram.forge('小刘', data);
      expect(JSON.stringify(telegram.fromBot('小刘'))).toBe(before);
      expect(house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
    },
  );

  it('change the period and the unit by taps and digits', async () => {
    await stats('小刘');
    await telegram.press('小刘', '今年');
    expect(telegram.last('小刘')).toContain('今年（2026-01-01 至 2026-12-04）');
    await telegram.say('小刘', '1');
    expect(telegram.last('小刘')).toContain('今天（2026-12-04）');
    await telegram.press('小刘', '换单位');
    expect(buttons('小刘')).toHaveLength(9);
    await telegram.press('小刘', '清柳湾社区');
    expect(telegram.last('小刘')).toMatch(/今天（2026-12-04）\n清柳湾社区\n[\s\S]*发传单·份数：1,000/);
    await telegram.press('小刘', '换单位');
    await telegram.press('小刘', '我管的全部单位');
    expect(telegram.last('小刘')).toContain('示例街道（含下属）');
  });

  it('take days as somebody types them, and say in one sentence what is wrong with them', async () => {
    await stats('小刘');
    await telegram.press('小刘', '自己选时间');
    for (const [typed, sentence] of [
      ['2月31日', '没有这一天'],
      ['12.4-12.1', '开始的日子比结束的晚'],
      ['2027年', '还没到'],
      ['2015-01-01 2026-01-01', '最多看 10 年'],
      ['随便', '没看懂'],
    ] as const) {
      await telegram.say('小刘', typed);
      expect(telegram.last('小刘')).toContain(sentence);
    }
    await telegram.say('小刘', '12月2日到3日');
    expect(telegram.last('小刘')).toMatch(/^统计（2026-12-02 至 2026-12-03）[\s\S]*讲座·听众人数：50/);
    await telegram.press('小刘', '每个数怎么来的');
    expect(telegram.last('小刘')).toContain('互动人数［下限，真实的只会更多］');
    await telegram.press('小刘', '回到统计');
    expect(telegram.last('小刘')).toContain('统计（2026-12-02 至 2026-12-03）');
  });

  it('come with a picture of 30 days that says where its numbers are from', async () => {
    await stats('区局小赵');
    await telegram.press('区局小赵', '近 30 天的图');
    const picture = telegram.fromBot('区局小赵').at(-1);
    expect(picture?.photo?.at(-1)).toMatchObject({ width: 1920, height: 1200 });
    expect(picture?.caption).toMatch(/近 30 天（2026-11-05 至 2026-12-04）[\s\S]*居民提问 4\n来源：[\s\S]*不等于已读/);
  });

  it('are in the work menu of everybody who serves', async () => {
    await telegram.say('区局小赵', '工作');
    await telegram.press('区局小赵', '看统计');
    expect(telegram.last('区局小赵')).toContain('统计 · 本月');
  });
});

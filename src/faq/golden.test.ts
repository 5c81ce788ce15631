import { beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '../content/load-pack.js';
import { createFaq, type Faq } from './answer-question.js';
import { answerText } from './answer-text.js';

let faq: Faq;
let pack: Awaited<ReturnType<typeof loadPack>>;

beforeAll(async () => {
  pack = await loadPack('content');
  faq = createFaq(pack.faq);
});

/** Written for this test: what a resident might type and the entry that should be offered first or among the first three. */
const asked: [question: string, id: string][] = [
  ['我家车停楼下，被楼上掉的花盆砸了个大坑', 'tort-falling-object'],
  ['高空拋物誰負責', 'tort-falling-object'],
  ['楼上丢烟头把我家被子烧了', 'tort-falling-object'],
  ['遛弯的时候被没拴绳的大狗咬了一口', 'tort-dog-bite'],
  ['楼上半夜放音响，吵得睡不着觉', 'neighbor-noise'],
  ['天花板一直滴水，楼上不肯修', 'neighbor-water-leak'],
  ['房子一直空着没住，物业费还要交吗', 'property-fee'],
  ['房东找借口不退我押金', 'rent-deposit'],
  ['儿子偷偷用我手机给主播打赏了三千', 'minor-topup'],
  ['孩子在班上老被几个同学打', 'minor-bullying'],
  ['借给同事的钱一直不还，只有微信转账记录', 'loan-recover'],
  ['打官司请不起律师可以免费吗', 'legal-aid-12348'],
  ['包工头拖欠工资两个月', 'labor-unpaid-wages'],
  ['laoban tuo qian gong zi', 'labor-unpaid-wages'],
  ['入职半年了公司还没跟我签合同', 'labor-no-contract'],
  ['在车间干活手被机器压伤，怎么报工伤', 'labor-injury-recognition'],
  ['劳动仲裁要不要交钱', 'labor-arbitration'],
  ['有人出高价收我的银行卡', 'fraud-two-cards'],
  ['刚才把钱转给骗子了，怎么拦住', 'fraud-report-stop-payment'],
  ['手机兼职刷单返佣金是真的吗', 'fraud-brushing-orders'],
  ['邻居在楼道里给电动车充电', 'fire-ebike-charging'],
  ['楼道里堆满杂物，消防通道都堵了', 'fire-corridor-block'],
  ['理财公司保本高息，是不是非法集资', 'finance-illegal-fundraising'],
  ['老妈听讲座领鸡蛋，又买了一堆保健品', 'finance-elder-fraud'],
  ['和老公商量好离婚了，去民政局要带什么', 'family-divorce-agreement'],
  ['三个儿女都不管我，赡养费能要吗', 'elder-support'],
  ['老公喝酒就打我', 'dv-what-to-do'],
  ['想申请人身安全保护令', 'dv-protection-order'],
  ['出租屋里有人吸毒，想匿名举报', 'drug-report'],
  ['健身房关门跑路，卡里的钱怎么退', 'consumer-prepaid-card'],
  ['买到假货找哪里投诉', 'consumer-complaint-12315'],
  ['网购的鞋子七天内能退货吗', 'consumer-7day-return'],
  ['国家宪法日是哪天', 'const-basic-rights'],
  ['有人老在军营门口拍照，像间谍', 'security-report-12339'],
];

/** Neither chit-chat nor another law may get an answer. */
const notAsked = [
  '你好呀',
  '在吗',
  '今天晚上吃什么',
  '明天会下雨吗',
  '收到',
  '谢谢大家',
  '出售九成新冰箱，有意私聊',
  '本店开业大酬宾，充值满五百送两百',
  '快递到了放门口就行',
  '谁有开锁师傅的电话',
  '孩子发烧吃什么药好',
  '广场舞几点开始',
  '小区门口的超市几点关门',
  '帮我写一首诗',
  '1+1等于几',
  '公司股东怎么查账',
  '专利申请要多少钱',
  '开饭店要办什么证',
  '护照过期了去哪换',
  '工',
  '😀😀😀',
  '？？？',
];

describe('the real content pack answers its residents', () => {
  it.each(asked)('%s → among the first three: %s', (question, id) => {
    const ids = faq.ask(question).ranked.map(({ entry }) => entry.id);
    expect(ids.slice(0, 3)).toContain(id);
  });

  it.each(asked)('%s → never another answer than %s', (question, id) => {
    const { verdict } = faq.ask(question);
    if (verdict.kind === 'answer') expect(verdict.entry.id).toBe(id);
  });

  it('answers or offers the right entry to nine of ten', () => {
    const helped = asked.filter(([question, id]) => {
      const { verdict } = faq.ask(question);
      if (verdict.kind === 'answer') return verdict.entry.id === id;
      return verdict.kind === 'choices' && verdict.entries.some((entry) => entry.id === id);
    });
    expect(helped.length / asked.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each(notAsked)('%s → no answer', (text) => {
    expect(faq.ask(text).verdict.kind).not.toBe('answer');
  });

  it('answers every alias that belongs to one entry with that entry', () => {
    for (const entry of pack.faq) {
      for (const alias of entry.aliases) {
        const { verdict } = faq.ask(alias);
        const ids =
          verdict.kind === 'answer'
            ? [verdict.entry.id]
            : verdict.kind === 'choices'
              ? verdict.entries.map(({ id }) => id)
              : [];
        expect(ids, alias).toContain(entry.id);
      }
    }
  });

  it('fits every answer on a phone', () => {
    const labels = {
      steps: '怎么办',
      caseTitle: '案例',
      citations: '法条依据',
      hotlines: '电话',
      disclaimer: '一般信息',
    };
    for (const entry of pack.faq) {
      const text = answerText(entry, pack.hotlines, { ...labels, asOf: (date) => `截至 ${date}` });
      expect(Array.from(text).length, entry.id).toBeLessThan(1000);
    }
  });
});

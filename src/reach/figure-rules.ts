import type { ReachFacts } from './reach-facts.js';

/** A text in the languages of the interface. */
export interface Bilingual {
  zh: string;
  en: string;
}

/**
 * What stands behind a figure: counted by us, an end of a range in which the truth lies, written down by a person, or
 * not to be known at all.
 */
export type Grade = 'measured' | 'upper-bound' | 'lower-bound' | 'hand-entered' | 'unknowable';

export interface Figure {
  key: string;
  label: Bilingual;
  /** one sentence: what exactly is counted */
  definition: Bilingual;
  grade: Grade;
  /** null: not to be known */
  value: number | null;
  /** what is missing in this very number */
  note?: Bilingual;
}

/** How a figure is computed from the facts. */
export interface FigureRule extends Omit<Figure, 'value' | 'note'> {
  value(facts: ReachFacts): number | null;
  note?(facts: ReachFacts): Bilingual | null;
}

/** Every single figure, once: the chat, the command and the report take it from here. 群次 and 人次 are never added up. */
export const FIGURE_RULES: FigureRule[] = [
  {
    key: 'notices',
    label: { zh: '推送条数', en: 'Notices' },
    definition: {
      zh: '这段日子里至少有一个会话被 Telegram 受理的不同推送；同一条发给许多会话只算一条。',
      en: 'Different notices that Telegram accepted for at least one chat in these days; one sent to many chats counts once.',
    },
    grade: 'measured',
    value: (facts) => facts.notices,
  },
  {
    key: 'group-deliveries',
    label: { zh: '群次', en: 'Group deliveries' },
    definition: {
      zh: '发到群和频道、被 Telegram 受理的次数；受理不等于有人看见。',
      en: 'Deliveries to groups and channels that Telegram accepted; accepted does not mean seen.',
    },
    grade: 'measured',
    value: (facts) => delivered(facts, true),
  },
  {
    key: 'private-deliveries',
    label: { zh: '私聊次', en: 'Private deliveries' },
    definition: {
      zh: '发到订阅居民的私聊、被 Telegram 受理的次数；一人收到几条算几次。',
      en: 'Deliveries to private chats of subscribers that Telegram accepted; somebody who got several counts several times.',
    },
    grade: 'measured',
    value: (facts) => delivered(facts, false),
  },
  {
    key: 'refused',
    label: { zh: '未送达', en: 'Refused' },
    definition: {
      zh: 'Telegram 明确拒收的投递次数，下面按原因分开。',
      en: 'Deliveries that Telegram refused, by reason below.',
    },
    grade: 'measured',
    value: (facts) => sum(facts.deliveries.filter((row) => row.state === 'refused')),
  },
  {
    key: 'unknown',
    label: { zh: '结果不明', en: 'Unknown' },
    definition: {
      zh: '发出后没有收到 Telegram 答复的投递次数：可能到了，也可能没到，不会自动重发。',
      en: 'Deliveries whose answer was lost: they may have arrived or not, and are not sent again by themselves.',
    },
    grade: 'measured',
    value: (facts) => sum(facts.deliveries.filter((row) => row.state === 'unknown')),
  },
  {
    key: 'seat-ceiling',
    label: { zh: '覆盖席位上限', en: 'Seats covered at most' },
    definition: {
      zh: '收到过推送的群每个算一次，取这段日子里发送时最多的成员数（不含本机器人）相加；同一个人可能在几个群里。',
      en: 'Each group that got something once, with its largest member count at a send in these days (this bot left out); one person may sit in several groups.',
    },
    grade: 'upper-bound',
    value: (facts) => facts.groups.seats,
    note: ({ groups: { withoutSeats } }) =>
      withoutSeats === 0
        ? null
        : { zh: `另有 ${withoutSeats} 个群席位未知`, en: `seats of ${withoutSeats} more groups unknown` },
  },
  {
    key: 'private-chats',
    label: { zh: '私聊覆盖人数', en: 'Subscribers covered' },
    definition: {
      zh: '这段日子里至少有一条私聊推送被受理的订阅居民，每人算一次；受理不等于已读。',
      en: 'Subscribers for whom Telegram accepted at least one private message in these days, each once; accepted does not mean read.',
    },
    grade: 'upper-bound',
    value: (facts) => facts.privateChats,
  },
  {
    key: 'people',
    label: { zh: '互动人数', en: 'People who interacted' },
    definition: {
      zh: '按过按钮、提过问或回答过机器人的不同居民，不含工作人员；个人记录过期删除后，取其中人数最多的整月，所以只会少算。',
      en: 'Different residents who pressed, asked or answered, without those who serve; where rows about people have been deleted, the whole month with the most people stands for them, so it only counts too few.',
    },
    grade: 'lower-bound',
    value: peopleOf,
  },
  {
    key: 'question-answered',
    label: { zh: '提问·已答', en: 'Questions answered' },
    definition: {
      zh: '居民提问中机器人直接给出答案的次数。',
      en: 'Questions of residents that the bot answered at once.',
    },
    grade: 'measured',
    value: (facts) => facts.questions.answered,
  },
  {
    key: 'question-choices',
    label: { zh: '提问·给选项', en: 'Questions offered choices' },
    definition: {
      zh: '居民提问中机器人拿不准、给出最多三个选项的次数。',
      en: 'Questions for which the bot was not sure and offered at most three choices.',
    },
    grade: 'measured',
    value: (facts) => facts.questions.choices,
  },
  {
    key: 'question-none',
    label: { zh: '提问·没答上', en: 'Questions unanswered' },
    definition: { zh: '居民提问中机器人没有答案的次数。', en: 'Questions for which the bot had no answer.' },
    grade: 'measured',
    value: (facts) => facts.questions.none,
  },
  {
    key: 'subscribed',
    label: { zh: '订阅', en: 'Subscriptions' },
    definition: {
      zh: '居民开始或恢复私聊订阅的次数；反复同意不重复计。',
      en: 'Times that a resident began or resumed a private subscription; agreeing again is not counted again.',
    },
    grade: 'measured',
    value: (facts) => facts.subscriptions.subscribed,
  },
  {
    key: 'left',
    label: { zh: '退订', en: 'Left' },
    definition: {
      zh: '居民自己退订或删除自己数据的次数。',
      en: 'Times that a subscriber stopped or had their data erased.',
    },
    grade: 'measured',
    value: (facts) => facts.subscriptions.left,
  },
  {
    key: 'lost',
    label: { zh: '流失', en: 'Lost' },
    definition: {
      zh: '订阅的居民屏蔽机器人、注销账号等，再也发不到的次数。',
      en: 'Times that a subscriber blocked the bot, closed the account or got out of reach otherwise.',
    },
    grade: 'measured',
    value: (facts) => facts.subscriptions.lost,
  },
];

/** The one thing everybody asks for and nobody can know. */
export const READERS: FigureRule = {
  key: 'readers',
  label: { zh: '阅读人数', en: 'Readers' },
  definition: {
    zh: 'Telegram 不告诉机器人谁看了、有多少人看了，所以这个数谁也不知道。',
    en: 'Telegram tells a bot nothing about who read a message or how many did, so nobody knows.',
  },
  grade: 'unknowable',
  value: () => null,
};

/** Rows that are still kept, or the best month of those that are gone: never too many. */
export function peopleOf(facts: ReachFacts): number {
  return Math.max(facts.peopleKept, facts.peopleOfAMonth);
}

function delivered(facts: ReachFacts, toGroup: boolean): number {
  return sum(facts.deliveries.filter((row) => row.state === 'sent' && row.toGroup === toGroup));
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, row) => total + row.count, 0);
}

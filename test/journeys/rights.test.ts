import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_VERBS, type ActionVerb } from '../../src/bot/actions.js';
import { COMMANDS } from '../../src/bot/create-bot.js';
import { DIALOGUE_KINDS, type DialogueKind } from '../../src/bot/dialogues.js';
import { WISHES, type Wish, wishOf } from '../../src/bot/plain-words.js';
import { sentencesIn } from '../../src/bot/sentences.js';
import type { NoticeState } from '../../src/notices/notice-moves.js';
import { aBoundGroup } from '../support/a-bound-group.js';
import { FOREIGN, OWN, type Part, PEOPLE, type TwoStreets, twoStreets } from '../support/two-streets.js';

// Who may do what, written by hand and not taken from the code: a verb, wish or question that is new has to be added.

const MANAGERS: Part[] = ['lead', 'admin'];
const OFFICE: Part[] = ['staff', 'lead', 'admin'];
const WRITERS: Part[] = ['adviser', ...OFFICE];
const SERVING: Part[] = ['viewer', ...WRITERS];
const EVERYBODY: Part[] = ['none', ...SERVING];
const NOBODY: Part[] = [];

/** A button in private. @returns its callback data, after what it needs has been made in the unit */
interface ByUnit {
  may: Part[];
  /** for a row of the unit; who may in their own unit may not in a foreign one */
  inUnit(world: TwoStreets, unitId: string, part: Part): Promise<string> | string;
}
interface Anywhere {
  may: Part[];
  /** knows no unit */
  data: string | ((world: TwoStreets, part: Part) => Promise<string> | string);
}
type Expected = ByUnit | Anywhere | 'group';

const DRAFT = {
  ...{ draft: 'd1', activityId: null, kind: 'lecture', unitId: OWN },
  ...{ day: '2026-11-20', count: 40, howCounted: '签到表' },
};
/** A button of an activity's draft while its question is open. */
const ofDraft = (asking: string, data: string): Anywhere => ({
  may: WRITERS,
  data: async (world, part) => {
    await world.asked(part, 'activity', { ...DRAFT, asking });
    return data;
  },
});

/** A button of a notice that somebody else wrote. */
const ofNotice = (may: Part[], verb: ActionVerb, state: NoticeState): ByUnit => ({
  may,
  inUnit: async (world, unitId) => `${verb}:${await world.aNotice(unitId, state, null)}-1`,
});
/** A button of one's own notice, which is only worth something while one may write for its unit. */
const ofOwnNotice = (verb: ActionVerb, state: NoticeState = 'draft', rest?: string): ByUnit => ({
  may: WRITERS,
  inUnit: async (world, unitId, part) =>
    `${verb}:${await world.aNotice(unitId, state, part)}-1${rest === undefined ? '' : `-${rest}`}`,
});

const BUTTONS: Record<ActionVerb, Expected> = {
  // residents
  agree: { may: EVERYBODY, data: 'agree' },
  decline: { may: EVERYBODY, data: 'decline' },
  unit: { may: EVERYBODY, data: 'unit:chunfeng' },
  topic: { may: EVERYBODY, data: 'topic:labour' },
  'topics-done': { may: EVERYBODY, data: 'topics-done' },
  ans: { may: EVERYBODY, data: 'ans:tort-falling-object' },
  case: { may: EVERYBODY, data: 'case:tort-falling-object' },
  erase: { may: EVERYBODY, data: 'erase' },
  'erase-yes': { may: EVERYBODY, data: 'erase-yes' },
  keep: { may: EVERYBODY, data: 'keep' },
  // groups' owners
  bind: { may: EVERYBODY, data: 'bind:1' },
  'g-topics': 'group',
  'g-topic': 'group',
  'g-done': 'group',
  'leave-yes': 'group',
  stay: 'group',
  // everybody who serves
  drop: { may: EVERYBODY, data: 'drop' },
  code: { may: OFFICE, inUnit: (_world, unitId) => `code:${unitId}` },
  // notices
  'n-new': { may: WRITERS, data: 'n-new' },
  'n-list': { may: WRITERS, data: 'n-list' },
  'n-open': ofNotice(OFFICE, 'n-open', 'submitted'),
  'n-read': ofNotice(OFFICE, 'n-read', 'submitted'),
  'n-content': ofOwnNotice('n-content'),
  'n-delete': ofOwnNotice('n-delete'),
  'n-delete-yes': ofOwnNotice('n-delete-yes'),
  'n-who': ofOwnNotice('n-who'),
  'n-all-units': ofOwnNotice('n-all-units'),
  'n-unit': ofOwnNotice('n-unit', 'draft', OWN),
  'n-kind': ofOwnNotice('n-kind', 'draft', 'groups'),
  'n-pick': ofOwnNotice('n-pick', 'draft', '0'),
  'n-chat': ofOwnNotice('n-chat', 'draft', '1'),
  'n-when': ofOwnNotice('n-when'),
  'n-at': ofOwnNotice('n-at', 'draft', '0'),
  'n-time': ofOwnNotice('n-time'),
  'n-ask': ofOwnNotice('n-ask'),
  'n-back': ofOwnNotice('n-back', 'submitted'),
  'n-release': ofNotice(OFFICE, 'n-release', 'submitted'),
  'n-release-yes': ofNotice(OFFICE, 'n-release-yes', 'submitted'),
  'n-return': ofNotice(OFFICE, 'n-return', 'submitted'),
  'n-reject': ofNotice(OFFICE, 'n-reject', 'submitted'),
  'n-pause': ofNotice(OFFICE, 'n-pause', 'released'),
  'n-resume': ofNotice(OFFICE, 'n-resume', 'paused'),
  'n-stop': ofNotice(OFFICE, 'n-stop', 'released'),
  'n-stop-yes': ofNotice(OFFICE, 'n-stop-yes', 'released'),
  'n-cancel': ofNotice(OFFICE, 'n-cancel', 'released'),
  // roles
  'r-people': { may: MANAGERS, data: 'r-people:0' },
  'r-person': { may: MANAGERS, inUnit: async (world, unitId) => `r-person:${await world.aRole(unitId)}` },
  'r-remove': { may: MANAGERS, inUnit: async (world, unitId) => `r-remove:${await world.aRole(unitId)}` },
  'r-why': { may: MANAGERS, inUnit: async (world, unitId) => `r-why:${await world.aRole(unitId)}-moved` },
  'r-remove-yes': {
    may: MANAGERS,
    inUnit: async (world, unitId, part) => {
      const roleId = await world.aRole(unitId);
      await world.asked(part, 'role-removal', { roleId, why: '调走了' });
      return `r-remove-yes:${roleId}`;
    },
  },
  'r-invite': { may: MANAGERS, data: 'r-invite' },
  'r-role': { may: MANAGERS, data: 'r-role:viewer' },
  'r-units': { may: MANAGERS, data: 'r-units:4-0' },
  'r-unit': { may: MANAGERS, inUnit: (_world, unitId) => `r-unit:4-${unitId}` },
  'r-invites': { may: MANAGERS, data: 'r-invites' },
  'r-withdraw': { may: MANAGERS, inUnit: async (world, unitId) => `r-withdraw:${(await world.anInvite(unitId)).id}` },
  // whoever has the code, in any unit: that is the point of the link
  'r-accept': { may: EVERYBODY, data: async (world) => `r-accept:${(await world.anInvite(FOREIGN)).code}` },
  'r-refuse': { may: EVERYBODY, data: 'r-refuse' },
  // one's own role only, which roles.test.ts plays
  'r-leave': { may: NOBODY, inUnit: async (world, unitId) => `r-leave:${await world.aRole(unitId)}` },
  'r-leave-yes': { may: NOBODY, inUnit: async (world, unitId) => `r-leave-yes:${await world.aRole(unitId)}` },
  // statistics
  // groups
  // activities
  'a-new': { may: WRITERS, data: 'a-new' },
  'a-kind': ofDraft('kind', 'a-kind:banner'),
  'a-units': ofDraft('unit', 'a-units:0'),
  'a-unit': {
    may: WRITERS,
    inUnit: async (world, unitId, part) => {
      await world.asked(part, 'activity', { ...DRAFT, unitId: null, asking: 'unit' });
      return `a-unit:${unitId}`;
    },
  },
  'a-day': ofDraft('day', 'a-day:0'),
  'a-how': ofDraft('how', 'a-how:0'),
  'a-field': ofDraft('check', 'a-field:day'),
  'a-revise': ofDraft('check', 'a-revise'),
  'a-save': {
    may: WRITERS,
    inUnit: async (world, unitId, part) => {
      await world.asked(part, 'activity', { ...DRAFT, unitId, asking: 'check' });
      return 'a-save:d1';
    },
  },
  'a-list': { may: WRITERS, data: 'a-list' },
  'a-open': { may: WRITERS, inUnit: async (world, unitId) => `a-open:${await world.anActivity(unitId)}` },
  // entered by somebody else: the office only
  'a-edit': { may: OFFICE, inUnit: async (world, unitId) => `a-edit:${await world.anActivity(unitId)}-count` },
  'a-delete': { may: OFFICE, inUnit: async (world, unitId) => `a-delete:${await world.anActivity(unitId)}` },
  'a-delete-yes': { may: OFFICE, inUnit: async (world, unitId) => `a-delete-yes:${await world.anActivity(unitId)}` },
};

/** Wishes in private by a word that spells them. */
const WORDS: Record<Wish, { may: Part[]; word: string }> = {
  stop: { may: EVERYBODY, word: '退订' },
  subscribe: { may: EVERYBODY, word: '订阅' },
  topics: { may: EVERYBODY, word: '主题' },
  community: { may: EVERYBODY, word: '社区' },
  'my-data': { may: EVERYBODY, word: '我的数据' },
  erase: { may: EVERYBODY, word: '删除我的数据' },
  help: { may: EVERYBODY, word: '帮助' },
  'bind-code': { may: OFFICE, word: '绑定码' },
  pause: { may: EVERYBODY, word: '暂停' },
  resume: { may: EVERYBODY, word: '恢复' },
  leave: { may: EVERYBODY, word: '退群' },
  // everybody who serves
  work: { may: SERVING, word: '工作' },
  // notices
  notice: { may: WRITERS, word: '发通知' },
  notices: { may: WRITERS, word: '我的通知' },
  training: { may: ['admin'], word: '训练模式' },
  // roles
  roles: { may: MANAGERS, word: '人员' },
  invite: { may: MANAGERS, word: '邀请同事' },
  'my-roles': { may: SERVING, word: '我的角色' },
  // statistics
  // groups
  // activities
  activity: { may: WRITERS, word: '登记' },
  activities: { may: WRITERS, word: '活动' },
};

/** Questions of the bot's, and an answer that would do something. */
const QUESTIONS: Record<
  DialogueKind,
  { may: Part[]; about(world: TwoStreets, unitId: string, part: Part): Promise<object> | object; answer: string }
> = {
  // notices
  'notice-content': {
    may: WRITERS,
    about: async (world, unitId, part) => ({ noticeId: await world.aNotice(unitId, 'draft', part) }),
    answer: '明天下午社区有法律讲座，欢迎大家来听。',
  },
  'notice-time': {
    may: WRITERS,
    about: async (world, unitId, part) => ({ noticeId: await world.aNotice(unitId, 'draft', part) }),
    answer: '明天 9:30',
  },
  'notice-reason': {
    may: OFFICE,
    about: async (world, unitId) => ({
      ...{ noticeId: await world.aNotice(unitId, 'submitted', null), version: 1, decision: 'return' },
    }),
    answer: '请写上咨询电话',
  },
  // roles
  'invite-label': { may: MANAGERS, about: (_world, unitId) => ({ name: 'viewer', unitId }), answer: '李干事' },
  'role-removal': {
    may: MANAGERS,
    about: async (world, unitId) => ({ roleId: await world.aRole(unitId), why: null }),
    answer: '调走了',
  },
  // statistics
  // groups
  // activities
  activity: { may: WRITERS, about: (_world, unitId) => ({ ...DRAFT, unitId, asking: 'count' }), answer: '50' },
};

const say = sentencesIn('zh');
/** What somebody without the right hears. */
const REFUSALS = [
  ...[say.notForYou, say.work.nobody, say.work.notYourPart, say.notOffice],
  // notices
  ...[say.notice.noRight, say.notice.trainingOnlySandbox, ...Object.values(say.notice.refusal)],
];
const isRefusal = (text: string) => REFUSALS.includes(text);

const PARTS = Object.keys(PEOPLE) as Part[];
/** Who may in their own unit, and the administrator of the settings everywhere. */
const mayIn = (may: Part[], part: Part, unitId: string) =>
  part === 'settings' ? may.includes('admin') : may.includes(part) && (unitId === OWN || may === EVERYBODY);

describe('rights', () => {
  let world: TwoStreets;
  beforeAll(async () => {
    world = await twoStreets();
    for (const unitId of [OWN, FOREIGN]) {
      await world.anActivity(unitId);
    }
  });
  afterAll(() => world.close());

  /** Lets the person do it. @returns what went against the expectation, empty when all is well */
  async function faultsOf(part: Part, may: boolean, what: string, act: () => Promise<string>): Promise<string[]> {
    const before = await world.rows();
    const answer = await act();
    const changed = (await world.rows()) !== before;
    await world.reset();
    const faults = [];
    if (may && isRefusal(answer)) faults.push('is refused');
    if (!may && !isRefusal(answer)) faults.push(`is not refused but told “${answer}”`);
    if (!may && changed) faults.push('changed something');
    return faults.map((fault) => `${part} ${fault}: ${what}`);
  }

  it('are written down for every button, wish and question', () => {
    expect(Object.keys(BUTTONS).sort()).toEqual([...ACTION_VERBS].sort());
    expect(Object.keys(WORDS).sort()).toEqual([...WISHES].sort());
    expect(Object.keys(QUESTIONS).sort()).toEqual([...DIALOGUE_KINDS].sort());
    for (const [wish, { word }] of Object.entries(WORDS)) expect(wishOf(word)).toBe(wish);
  });

  const inPrivate = Object.entries(BUTTONS).filter(([, row]) => row !== 'group') as [ActionVerb, ByUnit | Anywhere][];

  it.each(inPrivate)('hold for the button %s, for every role in its own and in a foreign unit', async (_verb, row) => {
    const faults: string[] = [];
    for (const part of PARTS) {
      for (const unitId of 'inUnit' in row ? [OWN, FOREIGN] : [OWN]) {
        const data =
          'inUnit' in row
            ? await row.inUnit(world, unitId, part)
            : typeof row.data === 'string'
              ? row.data
              : await row.data(world, part);
        const may = mayIn(row.may, part, unitId);
        faults.push(...(await faultsOf(part, may, data, () => world.tap(PEOPLE[part], data))));
      }
    }
    expect(faults).toEqual([]);
  });

  const spoken: [string, Wish][] = [
    ...Object.entries(WORDS).map(([wish, { word }]): [string, Wish] => [word, wish as Wish]),
    ...Object.entries(COMMANDS).map(([command, wish]): [string, Wish] => [`/${command}`, wish]),
  ];

  it.each(spoken)('hold for %s, for every role', async (words, wish) => {
    const faults: string[] = [];
    for (const part of PARTS) {
      const may = mayIn(WORDS[wish].may, part, OWN);
      const act = async () => {
        await world.telegram.say(PEOPLE[part], words);
        return world.telegram.last(PEOPLE[part]);
      };
      faults.push(...(await faultsOf(part, may, words, act)));
    }
    expect(faults).toEqual([]);
  });

  it.each(Object.entries(QUESTIONS))(
    'hold for an answer to %s, although it was asked before',
    async (kind, { may, about, answer }) => {
      const faults: string[] = [];
      for (const part of PARTS) {
        for (const unitId of [OWN, FOREIGN]) {
          await world.asked(part, kind, await about(world, unitId, part));
          const act = async () => {
            await world.telegram.say(PEOPLE[part], answer);
            return world.telegram.last(PEOPLE[part]);
          };
          faults.push(...(await faultsOf(part, mayIn(may, part, unitId), `${kind} in ${unitId}`, act)));
        }
      }
      expect(faults).toEqual([]);
    },
  );

  describe('in a group', () => {
    let group: number;
    beforeAll(async () => {
      group = await aBoundGroup(world.house, world.telegram);
      for (const who of [PEOPLE.staff, PEOPLE.settings]) {
        await world.telegram.act(world.house.sandbox.world.joinGroup(world.telegram.person(who), group));
      }
    });

    const data: Partial<Record<ActionVerb, string>> = {
      ...{ 'g-topics': 'g-topics', 'g-topic': 'g-topic:labour', 'g-done': 'g-done', stay: 'stay' },
      'leave-yes': 'leave-yes',
    };
    const ofGroups = Object.entries(BUTTONS).filter(([, row]) => row === 'group') as [ActionVerb, Expected][];

    it.each(ofGroups)('the button %s is for its owner and administrators', async (verb) => {
      const made = data[verb] ?? '';
      expect(made).not.toBe('');
      for (const who of ['张大爷', PEOPLE.staff]) {
        const before = await world.rows();
        expect([say.notForYou, say.onlyGroupAdmin]).toContain(await world.tap(who, made, group));
        expect(await world.rows()).toBe(before);
      }
      // Sending the bot away is played in group.test.ts: afterwards there would be no group here.
      if (verb !== 'leave-yes') expect(isRefusal(await world.tap('李姐', made, group))).toBe(false);
      const before = await world.rows();
      await world.tap(PEOPLE.none, made);
      expect(await world.rows()).toBe(before);
    });

    /** What residents may press in a group, too. */
    const EVERYWHERE: ActionVerb[] = ['ans', 'case'];
    const privateOnly = inPrivate.filter(([verb]) => !EVERYWHERE.includes(verb));

    it.each(privateOnly)('the button %s does nothing, whoever presses it', async (verb, row) => {
      const text = () => JSON.stringify(world.telegram.fromBot(group));
      for (const [who, part] of [
        ['李姐', 'none'],
        [PEOPLE.settings, 'settings'],
      ] as [string, Part][]) {
        const made =
          'inUnit' in row
            ? await row.inUnit(world, OWN, part)
            : typeof row.data === 'string'
              ? row.data
              : await row.data(world, part);
        const before = [await world.rows(), text()];
        const told = await world.tap(who, made, group);
        expect([verb, who, told]).toEqual([verb, who, expect.stringMatching(/^(这个按钮|$)/)]);
        expect([await world.rows(), text()]).toEqual(before);
        await world.reset();
      }
    });
  });

  it('were checked without a single failure of the program', () => {
    expect(world.house.logLines.filter((line) => line.includes('update.failed'))).toEqual([]);
  });
});

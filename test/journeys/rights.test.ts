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

/** A button of somebody's own draft, which they may write in their units only. */
const ofOwn = (verb: string, rest = '', state: NoticeState = 'draft'): ByUnit => ({
  may: WRITERS,
  inUnit: async (world, unitId, part) => `${verb}:${await world.aNotice(unitId, state, part)}-1${rest}`,
});
/** A button of a notice that an adviser of the unit wrote. @param version the button names the version it was shown with */
const ofAdviser = (verb: string, state: NoticeState, version = ''): ByUnit => ({
  may: OFFICE,
  inUnit: async (world, unitId) => `${verb}:${await world.aNotice(unitId, state)}${version}`,
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
  'n-open': ofAdviser('n-open', 'submitted'),
  'n-read': ofAdviser('n-read', 'submitted'),
  'n-content': ofOwn('n-content'),
  'n-delete': ofOwn('n-delete'),
  'n-delete-yes': ofOwn('n-delete-yes'),
  'n-who': ofOwn('n-who'),
  'n-all-units': ofOwn('n-all-units'),
  'n-unit': {
    may: WRITERS,
    inUnit: async (world, unitId, part) => `n-unit:${await world.aNotice(unitId, 'draft', part)}-1-${unitId}`,
  },
  'n-kind': ofOwn('n-kind', '-people'),
  'n-pick': ofOwn('n-pick', '-0'),
  'n-chat': {
    may: WRITERS,
    inUnit: async (world, unitId, part) => {
      const groupId = await world.aGroup(unitId);
      return `n-chat:${await world.aNotice(unitId, 'draft', part)}-1-${groupId}`;
    },
  },
  'n-when': ofOwn('n-when'),
  'n-at': ofOwn('n-at', '-0'),
  'n-time': ofOwn('n-time'),
  'n-ask': ofOwn('n-ask'),
  'n-back': ofOwn('n-back', '', 'submitted'),
  'n-release': ofAdviser('n-release', 'submitted', '-1'),
  'n-release-yes': ofAdviser('n-release-yes', 'submitted', '-1'),
  'n-return': ofAdviser('n-return', 'submitted', '-1'),
  'n-reject': ofAdviser('n-reject', 'submitted', '-1'),
  'n-pause': ofAdviser('n-pause', 'released'),
  'n-resume': ofAdviser('n-resume', 'paused'),
  'n-stop': ofAdviser('n-stop', 'released'),
  'n-stop-yes': ofAdviser('n-stop-yes', 'released'),
  'n-cancel': ofAdviser('n-cancel', 'released'),
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
  's-show': { may: SERVING, inUnit: (_world, unitId) => `s-show:m-${unitId}` },
  's-unit': { may: SERVING, inUnit: (_world, unitId) => `s-unit:m-${unitId}` },
  's-defs': { may: SERVING, inUnit: (_world, unitId) => `s-defs:m-${unitId}` },
  's-range': { may: SERVING, inUnit: (_world, unitId) => `s-range:${unitId}` },
  's-days': { may: SERVING, inUnit: (_world, unitId) => `s-days:${unitId}` },
  // groups
  'c-list': { may: OFFICE, data: 'c-list' },
  'c-mine': { may: EVERYBODY, data: 'c-mine' },
  'c-group': { may: OFFICE, inUnit: async (world, unitId) => `c-group:${await world.aGroup(unitId)}` },
  'c-open': { may: OFFICE, inUnit: async (world, unitId) => `c-open:${await world.aGroup(unitId)}` },
  'c-pause': { may: OFFICE, inUnit: async (world, unitId) => `c-pause:${await world.aGroup(unitId)}` },
  'c-resume': { may: OFFICE, inUnit: async (world, unitId) => `c-resume:${await world.aGroup(unitId)}` },
  'c-unbind': { may: OFFICE, inUnit: async (world, unitId) => `c-unbind:${await world.aGroup(unitId)}` },
  'c-unbind-yes': { may: OFFICE, inUnit: async (world, unitId) => `c-unbind-yes:${await world.aGroup(unitId)}` },
  'c-here-unbind': 'group',
  'c-here-keep': 'group',
  'c-code': { may: OFFICE, data: 'c-code' },
  'c-codes': { may: OFFICE, data: 'c-codes' },
  'c-code-off': { may: OFFICE, inUnit: async (world, unitId) => `c-code-off:${await world.aBindCode(unitId)}` },
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

/** Wishes in private by a word that spells them; null for one that no journey grants yet. */
const WORDS: Record<Wish, { may: Part[]; word: string } | null> = {
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
  notices: { may: WRITERS, word: '通知' },
  training: { may: ['admin'], word: '训练模式' },
  // roles
  roles: { may: MANAGERS, word: '人员' },
  invite: { may: MANAGERS, word: '邀请同事' },
  'my-roles': { may: SERVING, word: '我的角色' },
  // statistics
  stats: { may: SERVING, word: '统计' },
  // groups
  groups: { may: EVERYBODY, word: '群' },
  status: null,
  unbind: { may: EVERYBODY, word: '解绑' },
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
    answer: '周六上午讲反诈',
  },
  'notice-time': {
    may: WRITERS,
    about: async (world, unitId, part) => ({ noticeId: await world.aNotice(unitId, 'draft', part) }),
    answer: '明天 9:00',
  },
  'notice-reason': {
    may: OFFICE,
    about: async (world, unitId) => ({
      noticeId: await world.aNotice(unitId, 'submitted'),
      ...{ version: 1, decision: 'return' },
    }),
    answer: '时间写错了',
  },
  // roles
  'invite-label': { may: MANAGERS, about: (_world, unitId) => ({ name: 'viewer', unitId }), answer: '李干事' },
  'role-removal': {
    may: MANAGERS,
    about: async (world, unitId) => ({ roleId: await world.aRole(unitId), why: null }),
    answer: '调走了',
  },
  // statistics
  's-range': { may: SERVING, about: (_world, unitId) => ({ unitId }), answer: '11月' },
  // groups
  // activities
  activity: { may: WRITERS, about: (_world, unitId) => ({ ...DRAFT, unitId, asking: 'count' }), answer: '50' },
};

const say = sentencesIn('zh');
/** What somebody without the right hears. */
const REFUSALS = [
  ...[say.notForYou, say.work.nobody, say.work.notYourPart, say.notOffice],
  ...[say.notice.refusal['no-right'], say.notice.trainingOnlySandbox],
  // groups: a code of a foreign unit is none that the person could know of
  say.groups.codeGone,
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
      await world.aGroup(unitId);
      await world.aNotice(unitId);
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
    for (const [wish, row] of Object.entries(WORDS)) if (row) expect(wishOf(row.word)).toBe(wish);
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

  const spoken = [
    ...Object.entries(WORDS).map(([wish, row]) => [row?.word ?? '', wish as Wish] as const),
    ...Object.entries(COMMANDS).map(([command, wish]) => [`/${command}`, wish] as const),
  ].filter(([, wish]) => WORDS[wish] !== null);

  it.each(spoken)('hold for %s, for every role', async (words, wish) => {
    const faults: string[] = [];
    for (const part of PARTS) {
      const may = mayIn(WORDS[wish]?.may ?? NOBODY, part, OWN);
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
      ...{ 'leave-yes': 'leave-yes', 'c-here-unbind': 'c-here-unbind', 'c-here-keep': 'c-here-keep' },
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
      // Sending the bot away and unbinding are played elsewhere: afterwards there would be no group here.
      if (verb !== 'leave-yes' && verb !== 'c-here-unbind')
        expect(isRefusal(await world.tap('李姐', made, group))).toBe(false);
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
        [PEOPLE.staff, 'staff'],
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

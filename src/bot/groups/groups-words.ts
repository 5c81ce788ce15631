import type { ChatState } from '../../chats/chat-book.js';
import type { GroupTrouble } from '../../chats/group-alerts.js';
import type { GroupHand } from '../../chats/group-moves.js';
import { stateInChinese } from '../../chats/group-state-words.js';

/** What a sentence about a group shows; texts are escaped already, days are ISO dates. */
export interface GroupShown {
  title: string;
  /** null: bound to no unit */
  unit: string | null;
  state: ChatState;
  stateReason: string | null;
  since: string;
  seats: number | null;
  last: { title: string; day: string } | null;
  hand: GroupHand;
}

/** The groups, for the office and for their owners. */
export interface GroupsWords {
  list(page: {
    total: number;
    number: number;
    of: number;
    groups: string[];
    codes: number;
    codesUntil: string;
  }): string;
  listEmpty: string;
  line(group: GroupShown): string;
  page(group: GroupShown): string;
  inGroup(group: GroupShown): string;
  mine(lines: string[]): string;
  mineEmpty: string;
  mineButton: string;
  previous: string;
  next: string;
  back: string;
  pause: string;
  resume: string;
  unbind: string;
  unbindSure(title: string): string;
  unbindYes: string;
  unbindNo: string;
  notUnbound: string;
  unbound(title: string): string;
  /** the group's own state does not allow it, or not any more */
  cannot: string;
  askOffice: string;
  /** what the group is told */
  told: Record<'pause' | 'resume' | 'unbind', string>;
  toldByOwner: string;
  workGroups: string;
  workCode: string;
  codesButton: string;
  newCode: string;
  codes(lines: string[], more: number): string;
  codesNone: string;
  codeLine(unit: string, until: string): string;
  withdraw(unit: string, until: string): string;
  withdrawn: string;
  codeGone: string;
  bindUnitGone: string;
  alert(blocks: string[]): string;
  trouble(group: { title: string; unit: string | null; trouble: GroupTrouble; stateReason: string | null }): string;
  troubleMore(count: number): string;
}

const zhState = (group: GroupShown) => stateInChinese(group.state, group.stateReason);

/** What to do next about the group's state; empty when all is well. */
function zhAdvice({ state, stateReason, hand, unit }: GroupShown): string {
  if (state === 'lost' || state === 'left') return '请群主把机器人重新拉进群，会自动接上；不用这个群了，就解绑。';
  if (state === 'paused' && stateReason === 'no-rights') return '请群主在群设置里允许机器人发言，之后会自动恢复。';
  if (state === 'paused' && stateReason === 'by-office' && hand === 'by-owner') {
    return '这是街道暂停的，只有街道能恢复；有疑问请联系街道办事处。';
  }
  if (unit === null) {
    return hand === 'by-office'
      ? '请做一个绑定码交给群主；不是你们的群，就请群主把机器人移出去。'
      : '请向街道办事处要一个绑定码，把那 8 位数字发给我就绑好了。';
  }
  return '';
}

const zhFacts = (group: GroupShown) =>
  `社区：${group.unit ?? '没绑定'}\n` +
  `状态：${zhState(group)}（${group.since} 起）\n` +
  (group.seats === null ? '' : `人数：约 ${group.seats} 人\n`) +
  `最近一条：${group.last ? `${group.last.title}（${group.last.day}）` : '还没有发过'}`;

const withAdvice = (text: string, advice: string) => (advice ? `${text}\n\n${advice}` : text);

const zh: GroupsWords = {
  list: ({ total, number, of, groups, codes, codesUntil }) =>
    `<b>您管的群</b>：共 ${total} 个${of > 1 ? `，第 ${number}/${of} 页` : ''}。点一个，或者回数字。\n\n` +
    groups.map((line, i) => `${i + 1}. ${line}`).join('\n') +
    `\n\n${codes > 0 ? `还有 ${codes} 个绑定码没用，最早的 ${codesUntil} 到期。` : '没有等着用的绑定码。'}`,
  listEmpty: '您管的社区还没有群。做一个绑定码交给群主，群主把我拉进群就绑好了。',
  line: (group) =>
    `<b>${group.title}</b>　${group.unit ?? ''}\n　${zhState(group)}${group.seats === null ? '' : ` · 约 ${group.seats} 人`} · ` +
    (group.last ? `最近：${group.last.title} ${group.last.day}` : '还没有发过'),
  page: (group) => withAdvice(`<b>${group.title}</b>\n${zhFacts(group)}`, zhAdvice(group)),
  inGroup: (group) => withAdvice(`本群的情况\n${zhFacts(group)}`, zhAdvice(group)),
  mine: (lines) =>
    `<b>您的群</b>：点一个，可以暂停、恢复、解绑。\n\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}`,
  mineEmpty:
    '没有找到您管的群。我只认得由您拉我进去、或者由您绑定的群，而且您现在是群主或管理员。\n' +
    '别的群，请在群里回复我“状态”“暂停”“恢复”或“解绑”。',
  mineButton: '我当群主的群',
  previous: '上一页',
  next: '下一页',
  back: '返回',
  pause: '暂停',
  resume: '恢复',
  unbind: '解绑',
  unbindSure: (title) =>
    `真的要把<b>${title}</b>解绑吗？解绑后不再往群里发，还没发出去的也取消；以后要再用，得重新要绑定码。`,
  unbindYes: '解绑',
  unbindNo: '不解绑',
  notUnbound: '好，没有解绑。',
  unbound: (title) => `<b>${title}</b>解绑了，不会再往群里发。要再用，重新做一个绑定码交给群主。`,
  cannot: '这个群现在的状态变了，没有办成。请再看一眼。',
  askOffice: '本群是街道暂停的，只有街道能恢复。有疑问请联系街道办事处。',
  told: {
    pause: '街道办事处把本群的普法提醒先停了。有疑问，请群主联系街道办事处，恢复也由街道来办。',
    resume: '街道办事处恢复了本群的普法提醒，到了日子我会发在群里。',
    unbind: '街道办事处把本群解绑了，我不再往群里发。以后要用，请群主向街道办事处要一个绑定码。',
  },
  toldByOwner: '群主或管理员把本群解绑了，我不再往群里发。以后要用，请向街道办事处要一个绑定码。',
  workGroups: '群管理',
  workCode: '绑定码',
  codesButton: '没用的绑定码',
  newCode: '做一个绑定码',
  codes: (lines, more) =>
    `<b>还没用的绑定码</b>\n${lines.map((line) => `• ${line}`).join('\n')}${more > 0 ? `\n还有 ${more} 个没列出来。` : ''}\n\n` +
    '给错了人、不用了，点一下就作废。',
  codesNone: '没有等着用的绑定码。',
  codeLine: (unit, until) => `${unit}，${until} 到期`,
  withdraw: (unit, until) => `作废：${unit}（${until}）`,
  withdrawn: '作废了，这个码不能再用。',
  codeGone: '这个码已经用过、过期或作废了。',
  bindUnitGone: '这个绑定码的社区已经不在名单里了，不能再用。请办公室重新给一个。',
  alert: (blocks) => `<b>有群需要您看一下</b>\n\n${blocks.join('\n\n')}`,
  trouble: ({ title, unit, trouble, stateReason }) => {
    const name = `<b>${title}</b>${unit ? `（${unit}）` : ''}`;
    switch (trouble) {
      case 'lost':
        return `${name}：${stateInChinese('lost', stateReason)}，发不进去了。\n请联系群主，把机器人重新拉进群，会自动接上；不用了就解绑。`;
      case 'no-rights':
        return `${name}：机器人没有发言权，先停了。\n请群主在群设置里允许机器人发言，之后会自动恢复。`;
      case 'never-bound':
        return `${name}：${stateReason === 'by-owner' ? '群主解绑了' : '机器人被拉进群'}，一天多没有绑定。\n是你们的群，就做一个绑定码交给群主；不是，就不用管，它在群里不说话。`;
    }
  },
  troubleMore: (count) => `还有 ${count} 个群，请到“群管理”里看。`,
};

const EN_STATES: Record<ChatState, string> = {
  pending: 'not bound',
  active: 'working',
  paused: 'paused',
  left: 'bot has left',
  lost: 'lost',
};
const EN_REASONS: Record<string, string> = {
  'by-owner': 'by its owner',
  'by-office': 'by the office',
  'no-rights': 'no right to write',
  kicked: 'the bot was removed',
  'not-member': 'the bot is not in it',
  'chat-deleted': 'the group was deleted',
};
const enState = ({ state, stateReason }: GroupShown) => {
  const why = EN_REASONS[stateReason ?? ''];
  return `${EN_STATES[state]}${why ? `, ${why}` : ''}`;
};

function enAdvice({ state, stateReason, hand, unit }: GroupShown): string {
  if (state === 'lost' || state === 'left')
    return 'Ask the owner to add the bot again; it goes on by itself. Or unbind it.';
  if (state === 'paused' && stateReason === 'no-rights')
    return 'Ask the owner to let the bot write; it comes back then.';
  if (state === 'paused' && stateReason === 'by-office' && hand === 'by-owner') {
    return 'The office paused it and only the office can resume it; please ask the street office.';
  }
  if (unit === null) {
    return hand === 'by-office'
      ? 'Make a binding code for the owner; if it is none of yours, ask the owner to remove the bot.'
      : 'Ask the street office for a binding code and send me its 8 digits.';
  }
  return '';
}

const enFacts = (group: GroupShown) =>
  `Community: ${group.unit ?? 'none'}\nState: ${enState(group)} (since ${group.since})\n` +
  (group.seats === null ? '' : `Members: about ${group.seats}\n`) +
  `Last message: ${group.last ? `${group.last.title} (${group.last.day})` : 'none yet'}`;

const en: GroupsWords = {
  list: ({ total, number, of, groups, codes, codesUntil }) =>
    `<b>Your groups</b>: ${total}${of > 1 ? `, page ${number}/${of}` : ''}. Tap one or send its number.\n\n` +
    groups.map((line, i) => `${i + 1}. ${line}`).join('\n') +
    `\n\n${codes > 0 ? `${codes} binding codes are unused; the first ends on ${codesUntil}.` : 'No unused binding codes.'}`,
  listEmpty: 'Your communities have no groups yet. Make a binding code and give it to a group’s owner.',
  line: (group) =>
    `<b>${group.title}</b> ${group.unit ?? ''}\n  ${enState(group)}${group.seats === null ? '' : ` · about ${group.seats}`} · ` +
    (group.last ? `last: ${group.last.title} ${group.last.day}` : 'nothing sent yet'),
  page: (group) => withAdvice(`<b>${group.title}</b>\n${enFacts(group)}`, enAdvice(group)),
  inGroup: (group) => withAdvice(`This group\n${enFacts(group)}`, enAdvice(group)),
  mine: (lines) =>
    `<b>Your groups</b>: tap one to pause, resume or unbind it.\n\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}`,
  mineEmpty:
    'I found no group of yours. I know those you added me to or bound yourself, and whose owner or administrator you are.\n' +
    'In any other group, reply “status”, “pause”, “resume” or “unbind” to me there.',
  mineButton: 'Groups I own',
  previous: 'Previous',
  next: 'Next',
  back: 'Back',
  pause: 'Pause',
  resume: 'Resume',
  unbind: 'Unbind',
  unbindSure: (title) =>
    `Unbind <b>${title}</b>? Nothing more is sent there, what is not out yet is cancelled, and it needs a new code to come back.`,
  unbindYes: 'Unbind',
  unbindNo: 'Keep it',
  notUnbound: 'All right, it stays bound.',
  unbound: (title) =>
    `<b>${title}</b> is unbound; nothing more is sent there. To use it again, make a new code for its owner.`,
  cannot: 'The group’s state has changed, so this was not done. Please look again.',
  askOffice: 'The street office paused this group and only the office can resume it. Please ask the street office.',
  told: {
    pause: 'The street office has paused the reminders here. Please ask the street office; it also resumes them.',
    resume: 'The street office has resumed the reminders here.',
    unbind:
      'The street office has unbound this group; I will not write here. To use me again, ask it for a binding code.',
  },
  toldByOwner:
    'The owner or an administrator has unbound this group; I will not write here. To use me again, ask the street office for a binding code.',
  workGroups: 'Groups',
  workCode: 'Binding code',
  codesButton: 'Unused codes',
  newCode: 'Make a binding code',
  codes: (lines, more) =>
    `<b>Unused binding codes</b>\n${lines.map((line) => `• ${line}`).join('\n')}${more > 0 ? `\n${more} more are not shown.` : ''}\n\n` +
    'Tap one to withdraw it.',
  codesNone: 'No unused binding codes.',
  codeLine: (unit, until) => `${unit}, until ${until}`,
  withdraw: (unit, until) => `Withdraw: ${unit} (${until})`,
  withdrawn: 'Withdrawn; this code does not work any more.',
  codeGone: 'This code was used, has ended or was withdrawn.',
  bindUnitGone: 'The community of this code is not on the list any more. Please ask the office for a new one.',
  alert: (blocks) => `<b>Groups that need a look</b>\n\n${blocks.join('\n\n')}`,
  trouble: ({ title, unit, trouble, stateReason }) => {
    const name = `<b>${title}</b>${unit ? ` (${unit})` : ''}`;
    switch (trouble) {
      case 'lost':
        return `${name}: lost${EN_REASONS[stateReason ?? ''] ? `, ${EN_REASONS[stateReason ?? '']}` : ''}.\nAsk its owner to add the bot again; it goes on by itself. Or unbind it.`;
      case 'no-rights':
        return `${name}: the bot may not write, so it is paused.\nAsk its owner to let the bot write; it comes back then.`;
      case 'never-bound':
        return `${name}: not bound for more than a day.\nIf it is yours, make a code for its owner; otherwise leave it, the bot is silent there.`;
    }
  },
  troubleMore: (count) => `${count} more: see “groups”.`,
};

export const groupsWords: Record<'zh' | 'en', GroupsWords> = { zh, en };

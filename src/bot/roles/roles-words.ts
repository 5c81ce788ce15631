import type { WhyVoid } from '../../roles/invitation.js';
import type { RoleName } from '../../roles/roles.js';

/** A role as a sentence names it; both values escaped. */
interface Named {
  role: string;
  unit: string;
}

/** People and their roles, invitations, one's own roles. */
export interface RolesWords {
  menuPeople: string;
  menuInvite: string;
  name: Record<RoleName, string>;
  /** an administrator by ADMIN_IDS, who has no label */
  bySettings: string;
  /** a unit that the content pack does not have any more */
  unitGone: string;

  people(count: number): string;
  person(label: string, what: Named): string;
  bySettingsHow: string;
  notYoursToTake: string;
  removeButton: string;
  backToPeople: string;
  whyRemove(label: string, what: Named): string;
  reasons: { moved: string; ended: string; mistake: string };
  reasonBad: string;
  sureToRemove(label: string, what: Named, why: string): string;
  removeYes: string;
  removed(label: string, what: Named): string;
  alreadyRemoved: string;
  youWereRemoved(what: Named): string;

  inviteButton: string;
  inviteRole: string;
  roleHint: Record<RoleName, string>;
  inviteUnit(role: string): string;
  askLabel(what: Named): string;
  labelBad: { empty: string; long: string; number: string };
  invited(data: Named & { label: string; link: string; hours: number }): string;
  inviteAnother: string;
  withdrawButton: string;
  withdrawn: string;
  notOpen: string;
  openInvites(count: number): string;
  openInvitesButton(count: number): string;
  noOpenInvites: string;
  offer(inviter: string, label: string, what: Named): string;
  acceptButton: string;
  refuseButton: string;
  refused: string;
  welcome(what: Named): string;
  accepted(label: string, what: Named): string;
  unknownInvite: string;
  brokenInvite: string;
  void: Record<WhyVoid, string>;

  mine(lines: string): string;
  layDownButton(what: Named): string;
  sureToLayDown(what: Named): string;
  layDownYes: string;
  laidDown(what: Named): string;
  laidDownReason: string;
  settingsLine: string;
  /** after an erasure, to somebody who holds a role now */
  erasedButServing: string;
}

export const rolesWords: Record<'zh' | 'en', RolesWords> = {
  zh: {
    menuPeople: '人员和角色',
    menuInvite: '邀请同事',
    name: { admin: '管理员', lead: '负责人', staff: '工作人员', adviser: '法律顾问', viewer: '观察员' },
    bySettings: '管理员（设置里的）',
    unitGone: '已经没有的单位',

    people: (count) => `<b>人员</b>：您管的单位里有 ${count} 个角色。点一个人看详情，或者回数字。`,
    person: (label, { role, unit }) => `<b>${label}</b>\n${role}，${unit}`,
    bySettingsHow:
      '这是设置里的管理员，这里移除不了。请管服务器的人改 <code>.env</code> 里的 <code>ADMIN_IDS</code>，再重新启动。',
    notYoursToTake: '这个角色要由管理员来移除。要退出自己的角色，发“我的角色”。',
    removeButton: '移除',
    backToPeople: '回到人员',
    whyRemove: (label, { role, unit }) =>
      `为什么移除<b>${label}</b>（${role}，${unit}）？点一个，或者直接打字写原因（50 字以内）。`,
    reasons: { moved: '调走了', ended: '合同到期', mistake: '误加' },
    reasonBad: '请用 1 到 50 个字写一下原因，或者点上面的按钮。',
    sureToRemove: (label, { role, unit }, why) =>
      `移除<b>${label}</b>（${role}，${unit}）？\n原因：${why}\n移除后马上就办不了事了；写好的草稿都还在，别的同事以后可以接着办。`,
    removeYes: '确定移除',
    removed: (label, { role, unit }) =>
      `已移除<b>${label}</b>（${role}，${unit}），马上生效，并且告诉了本人。草稿都还在。`,
    alreadyRemoved: '这个角色已经不在了，不用再移除。发“人员”看现在有谁。',
    youWereRemoved: ({ role, unit }) =>
      `您在<b>${unit}</b>的角色“${role}”已经结束，谢谢您做过的工作。写好的草稿都还在，由同事接着办。\n您有事照样可以问我；有疑问请联系街道办事处。`,

    inviteButton: '邀请同事',
    inviteRole: '请同事来做什么？点一下，或者回数字。',
    roleHint: {
      admin: '什么都能办',
      lead: '放行通知、邀请同事',
      staff: '放行通知、管群、登记活动',
      adviser: '写通知、登记活动',
      viewer: '只看数字',
    },
    inviteUnit: (role) => `在哪个单位做${role}？那里下面的单位也都包括。`,
    askLabel: ({ role, unit }) =>
      `<b>${unit}</b>的${role}：同事们怎么称呼这位？比如“陈律师”。1 到 20 个字，同事都看得到，别写电话。`,
    labelBad: {
      empty: '请写一个称呼，比如“陈律师”。',
      long: '称呼太长了，最多 20 个字，请写短些。',
      number: '称呼里像是有电话号码。号码不要写，只写称呼就行。',
    },
    invited: ({ label, role, unit, link, hours }) =>
      `给<b>${label}</b>的邀请（${unit}，${role}）做好了：\n${link}\n\n` +
      `把这条链接私下发给本人，别发到群里：谁先点开接受，角色就给谁。${hours} 小时内有效，只能用一次。`,
    inviteAnother: '再邀请一位',
    withdrawButton: '撤回邀请',
    withdrawn: '撤回了，这条链接不能用了。',
    notOpen: '这条邀请已经用掉、过期或者撤回了。发“人员”看现在有谁。',
    openInvites: (count) => `还有 ${count} 条没接受的邀请，点一下撤回。`,
    openInvitesButton: (count) => `没接受的邀请（${count}）`,
    noOpenInvites: '没有等着接受的邀请。',
    offer: (inviter, label, { role, unit }) =>
      `<b>${inviter}</b>邀请您做<b>${unit}</b>的<b>${role}</b>，同事们会称呼您“${label}”。\n` +
      '接受的话，我会记下您加密的会话号，好给您发工作消息；不记姓名、电话。随时可以发“我的角色”退出。',
    acceptButton: '接受',
    refuseButton: '不接受',
    refused: '好的，没有接受，什么也没有记。改主意的话，在有效期内再点一次链接。',
    welcome: ({ role, unit }) => `欢迎！您现在是<b>${unit}</b>的<b>${role}</b>。`,
    accepted: (label, { role, unit }) => `<b>${label}</b>接受了邀请，现在是${unit}的${role}。`,
    unknownInvite: '没有这个邀请。请让邀请您的人核对链接，或者重新发一个。',
    brokenInvite: '这个邀请链接不完整，请把链接整条复制下来再点。',
    void: {
      already: '您已经有这个角色了，不用再接受。发“工作”看能办哪些事。',
      used: '这个邀请已经用过了，一个链接只能用一次。请邀请您的人重新发一个。',
      withdrawn: '这个邀请撤回了。有疑问请问邀请您的人。',
      expired: '这个邀请过期了，请邀请您的人重新发一个。',
      own: '这是您自己发的邀请，要由您的同事来接受。请把链接发给本人。',
      'unit-gone': '邀请里的单位已经没有了，请邀请您的人重新发一个。',
      'inviter-lost': '邀请您的人现在不能给这个角色了，这个邀请作废。请向街道办事处重新要一个。',
    },

    mine: (lines) => `您的角色：\n${lines}`,
    layDownButton: ({ role, unit }) => `退出：${unit}，${role}`,
    sureToLayDown: ({ role, unit }) =>
      `退出<b>${unit}</b>的角色“${role}”吗？退出后马上就办不了事，要回来得有人重新邀请。写好的草稿都还在，同事可以接着办。`,
    layDownYes: '退出角色',
    laidDown: ({ role, unit }) => `您已退出<b>${unit}</b>的角色“${role}”。谢谢您做过的工作，有事照样可以问我。`,
    laidDownReason: '本人退出',
    settingsLine: '（在设置里，这里退出不了）',
    erasedButServing:
      '您作为居民的记录删好了。您的工作角色还在，办过的事仍记在您名下；要退出，发“我的角色”，退出后可以再删一次。',
  },
  en: {
    menuPeople: 'People and roles',
    menuInvite: 'Invite a colleague',
    name: { admin: 'administrator', lead: 'lead', staff: 'staff', adviser: 'legal adviser', viewer: 'viewer' },
    bySettings: 'Administrator (by the settings)',
    unitGone: 'a unit that is gone',

    people: (count) => `<b>People</b>: ${count} roles in your units. Tap a person or send the number.`,
    person: (label, { role, unit }) => `<b>${label}</b>\n${role}, ${unit}`,
    bySettingsHow:
      'This administrator is named in the settings and cannot be removed here: change <code>ADMIN_IDS</code> in <code>.env</code> on the server and restart.',
    notYoursToTake: 'An administrator has to remove this role. To lay down your own, send “my roles”.',
    removeButton: 'Remove',
    backToPeople: 'Back to the people',
    whyRemove: (label, { role, unit }) =>
      `Why is <b>${label}</b> (${role}, ${unit}) to be removed? Tap a reason or write one, up to 50 characters.`,
    reasons: { moved: 'Moved to another post', ended: 'Contract ended', mistake: 'Added by mistake' },
    reasonBad: 'Please give a reason of 1 to 50 characters, or tap one above.',
    sureToRemove: (label, { role, unit }, why) =>
      `Remove <b>${label}</b> (${role}, ${unit})?\nReason: ${why}\nIt takes effect at once. Drafts are kept for colleagues to take over.`,
    removeYes: 'Remove',
    removed: (label, { role, unit }) => `Removed: <b>${label}</b> (${role}, ${unit}). They were told; drafts are kept.`,
    alreadyRemoved: 'This role is gone already. Send “roles” to see who is there.',
    youWereRemoved: ({ role, unit }) =>
      `Your role “${role}” in <b>${unit}</b> has ended. Thank you for your work. Your drafts are kept and colleagues go on with them.\nYou can still ask me questions; if in doubt, ask the street office.`,

    inviteButton: 'Invite a colleague',
    inviteRole: 'As what? Tap one or send its number.',
    roleHint: {
      admin: 'everything',
      lead: 'releases notices, invites people',
      staff: 'releases notices, groups, activities',
      adviser: 'writes notices, activities',
      viewer: 'figures only',
    },
    inviteUnit: (role) => `In which unit (${role})? Units below it are included.`,
    askLabel: ({ role, unit }) =>
      `<b>${unit}</b>, ${role}: what do colleagues call this person? 1 to 20 characters, seen by colleagues, no phone numbers.`,
    labelBad: {
      empty: 'Please write what colleagues call the person.',
      long: 'That is too long: 20 characters at most.',
      number: 'That looks like a phone number. Please write only what colleagues call the person.',
    },
    invited: ({ label, role, unit, link, hours }) =>
      `The invitation for <b>${label}</b> (${unit}, ${role}) is ready:\n${link}\n\n` +
      `Send it to the person alone, not to a group: whoever accepts first has the role. Valid for ${hours} hours, once.`,
    inviteAnother: 'Invite another',
    withdrawButton: 'Withdraw',
    withdrawn: 'Withdrawn. The link does not work any more.',
    notOpen: 'This invitation was used or withdrawn, or has expired. Send “roles” to see who is there.',
    openInvites: (count) => `${count} invitations wait to be accepted. Tap one to withdraw it.`,
    openInvitesButton: (count) => `Open invitations (${count})`,
    noOpenInvites: 'No invitation is waiting.',
    offer: (inviter, label, { role, unit }) =>
      `<b>${inviter}</b> invites you to be <b>${role}</b> in <b>${unit}</b>; colleagues will call you “${label}”.\n` +
      'If you accept I keep your encrypted chat id for messages about work, no name or phone number. Send “my roles” to leave at any time.',
    acceptButton: 'Accept',
    refuseButton: 'No, thanks',
    refused:
      'All right, nothing was accepted and nothing kept. Open the link again while it is valid if you change your mind.',
    welcome: ({ role, unit }) => `Welcome! You are now <b>${role}</b> in <b>${unit}</b>.`,
    accepted: (label, { role, unit }) => `<b>${label}</b> accepted and is now ${role} in ${unit}.`,
    unknownInvite: 'There is no such invitation. Ask whoever invited you for a new link.',
    brokenInvite: 'This link is not complete. Please copy the whole of it.',
    void: {
      already: 'You have this role already. Send “work” to see what you can do.',
      used: 'This invitation was used; each works once. Ask for a new one.',
      withdrawn: 'This invitation was withdrawn. Ask whoever invited you.',
      expired: 'This invitation has expired. Ask for a new one.',
      own: 'You made this invitation yourself; your colleague has to accept it.',
      'unit-gone': 'The unit of this invitation is gone. Ask for a new one.',
      'inviter-lost':
        'Whoever invited you may not give this role any more, so the invitation is void. Ask the street office.',
    },

    mine: (lines) => `Your roles:\n${lines}`,
    layDownButton: ({ role, unit }) => `Leave: ${unit}, ${role}`,
    sureToLayDown: ({ role, unit }) =>
      `Leave your role “${role}” in <b>${unit}</b>? It takes effect at once; to come back you need a new invitation. Drafts are kept for colleagues.`,
    layDownYes: 'Leave the role',
    laidDown: ({ role, unit }) =>
      `You have left the role “${role}” in <b>${unit}</b>. Thank you; you can still ask me questions.`,
    laidDownReason: 'own wish',
    settingsLine: '(by the settings; cannot be left here)',
    erasedButServing:
      'What was kept about you as a resident is deleted. You still hold a role and what you did in it stays; send “my roles” to leave it, then delete again.',
  },
};

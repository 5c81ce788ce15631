/** Words that say it all by themselves, after `plain`. */
const WORDS = {
  stop: ['退订', '退定', '取消订阅', '取消', '停止', '停', 'td', 't', 'stop', 'unsubscribe', '不订了', '不订阅了'],
  subscribe: ['订阅', '开始', '开始订阅', '重新订阅', '恢复订阅', '我要订阅', 'subscribe', 'start'],
  topics: ['主题', '选主题', '换主题', '改主题', 'topics', 'topic'],
  community: ['社区', '选社区', '换社区', '改社区', 'community'],
  'my-data': ['我的数据', '我的信息', '看我的数据', 'mydata', 'my data'],
  erase: ['删除我的数据', '删除我的信息', '删除数据', '清除我的数据', '忘记我', 'delete my data', 'erase'],
  help: [
    '帮助',
    '菜单',
    '怎么用',
    '使用说明',
    '你好',
    '您好',
    '在吗',
    '你是谁',
    '你能干什么',
    'help',
    'menu',
    'hi',
    'hello',
  ],
  'bind-code': ['绑定码', '要绑定码', '生成绑定码', '给我绑定码', 'bindcode', 'binding code'],
  pause: ['暂停', '先暂停', '暂停推送', '暂停提醒', 'pause'],
  resume: ['恢复', '恢复推送', '恢复提醒', 'resume'],
  leave: ['退群', '离开', '退出', '退出本群', '离开本群', 'leave'],
  // everybody who serves
  work: ['工作', '工作菜单', '办公', 'work'],
  // notices
  notice: ['发通知', '写通知', '发推送', '新通知', 'notice', 'new notice'],
  notices: ['我的通知', '通知', '草稿', '待放行', '推送', 'notices', 'drafts'],
  training: ['训练模式', '训练', '训练开关', 'training'],
  // roles
  roles: ['人员', '角色', '同事', 'roles'],
  invite: ['邀请', '邀请同事', 'invite'],
  'my-roles': ['我的角色', '我是谁', 'my roles', 'myroles', 'whoami', 'who am i'],
  // statistics
  stats: ['统计', '看统计', '数据', '看数据', 'stats', 'statistics'],
  // groups
  groups: ['群', '群管理', '管群', '我的群', '群组', 'groups', 'my groups'],
  status: ['状态', '本群状态', '群状态', 'status'],
  unbind: ['解绑', '解除绑定', '取消绑定', 'unbind'],
  // activities
  activity: ['登记活动', '登记', '记活动', 'activity', 'new activity'],
  activities: ['活动', '线下活动', '我的活动', 'activities'],
} satisfies Record<string, string[]>;

/** What a person can ask the bot for in plain words; everything else is a question, or an answer to the bot's own. */
export type Wish = keyof typeof WORDS;
export const WISHES = Object.keys(WORDS) as Wish[];

/** Words that end an open dialogue; outside one some of them mean other things. */
const DROP_WORDS = ['取消', '算了', '不要了', '不写了', '不发了', '退出', '停', '停止', 'cancel', 'stop'];

/** 退订 in any wording: whole sentences whose only point is that messages should end. */
const STOP_SENTENCES: RegExp[] = [
  // 别再给我发了 / 不要发这些信息了 / 请勿推送
  /^(请|麻烦|求)?(你们?|您)?(别|不要|不用|不许|不准|勿|莫|甭|停止)(再)?(给我|往我这里?|跟我)?(乱|老|总|一直|天天)?(发|推|推送|发送|打扰|骚扰|烦)(我)?(了|啦|这些|这种|消息|信息|短信|通知|提醒|推送|广告|东西|普法)*$/,
  // 我不想收了 / 不想再收到这些消息 / 不需要提醒了
  /^(我)?(不想|不愿|不要|不需要|不用|不再)(再)?(收|收到|接收|看|看到|要|订|订阅)?(你们?的?|这些|这种|任何)?(消息|信息|短信|通知|提醒|推送|东西|了|啦)+$/,
  // 我要退订 / 帮我退订这个 / 怎么退订
  /^(我|请|帮我|麻烦|给我|怎么|如何|怎样|我想|我要|请帮我|怎么才能)*(退订|退定|取消订阅|取消推送|取消提醒|关闭推送|关闭提醒|关掉提醒|停止推送|停止提醒|停掉提醒)(这个|消息|提醒|推送|吧|了|一下|呢|啊|谢谢)*$/,
];

/**
 * The wish a message spells out, in plain words or by a Latin alias.
 * @param text as typed; punctuation, width and case do not matter
 * @returns null for everything else, which then counts as a question
 */
export function wishOf(text: string): Wish | null {
  return wishWordOf(text) ?? (STOP_SENTENCES.some((sentence) => sentence.test(plain(text))) ? 'stop' : null);
}

/** The same, null also for sentences: where an answer is awaited, "不用发了" may be just that. */
export function wishWordOf(text: string): Wish | null {
  const words = plain(text);
  const wishes = Object.entries(WORDS) as [Wish, string[]][];
  return wishes.find(([, list]) => list.includes(words))?.[0] ?? null;
}

/** True for words that end what the bot is asking about. */
export function isDrop(text: string): boolean {
  return DROP_WORDS.includes(plain(text));
}

/** A digit as an answer to a numbered menu: 1…20, also full-width, `1.` or `第1个`. @returns null otherwise */
export function choiceOf(text: string): number | null {
  const digits = /^(?:第|选)?(\d{1,2})(?:个|号|项)?$/.exec(plain(text))?.[1];
  const number = Number(digits);
  return digits && number >= 1 && number <= 20 ? number : null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

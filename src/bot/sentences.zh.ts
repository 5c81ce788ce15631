import { activitiesWords } from './activities/activities-words.js';
import { groupsWords } from './groups/groups-words.js';
import { noticeWords } from './notices/notice-words.js';
import { rolesWords } from './roles/roles-words.js';
import type { Sentences } from './sentences.js';
import { statsWords } from './stats/stats-words.js';
import { workWords } from './work-words.js';

/** Plain Chinese, short, kind, and always with something to do next. */
export const zh: Sentences = {
  language: 'zh',

  consent: (days) =>
    '您好，我是<b>普法小助手</b>。我做两件事：\n' +
    '1. 您有事，用大白话问我，我按现行法律告诉您怎么办；\n' +
    '2. 重要日子给您发一条看得懂的提醒（每周最多几条）。\n\n' +
    '<b>要订阅提醒，请先看这几句：</b>\n' +
    '• 记下您选的社区、主题、同意的时间，还有加密的会话号（不然发不给您）。不记姓名、电话。\n' +
    `• 您问的话，答不上来时才留下抹掉个人信息的字，${days} 天后删除。\n` +
    `• 不管订不订，哪天用过我会按加密的号记一笔，只为数人数，${days} 天后删除。\n` +
    '• 随时发“退订”就停，发“我的数据”能看能删。\n\n' +
    '不订阅也可以直接问问题。',
  agree: '同意，开始订阅',
  declineButton: '先不订阅',
  declined: '好的，不订阅。有事直接问我，比如：楼上扔东西怎么办。想订阅时发“订阅”。',
  chooseUnit: '您住在哪个社区？点一下，或者回数字。',
  noUnit: '不在这里面',
  chooseTopics: '想收哪些提醒？点一下打勾或去掉，选好了点“完成”。也可以回数字。',
  done: '完成',
  subscribed: (unit, topics) =>
    `订好了${unit ? `（${unit}）` : ''}：${topics}。\n到了日子我会发给您。不想收了，发“退订”。现在就可以问我问题。`,
  noTopicLeft: '您一个主题都没选，所以不会收到提醒。发“主题”可以再选，有事照样可以问我。',
  stopped: '已退订，不会再给您发提醒。有事还可以随时问我。想再收，发“订阅”。',
  wasNotSubscribed: '您现在没有订阅，我不会给您发提醒。想订阅发“订阅”，有事直接问我。',
  subscribeAgain: '重新订阅',
  help:
    '您可以这样用我：\n' +
    '• 直接打字问，比如：<b>楼上扔东西</b>、<b>老板不发工资</b>\n' +
    '• 发“订阅”收提醒，发“主题”换主题，发“社区”换社区\n' +
    '• 发“退订”不再收，发“我的数据”看我记了什么\n' +
    '有危险马上打 <b>110</b>；想找律师免费问，打 <b>12348</b>。',
  myData: ({ unit, topics, since, questions, withWords, received, days }) =>
    `我记着您这些：\n• 社区：${unit}\n• 主题：${topics}\n• 同意的时间：${since}\n` +
    `• 收到过提醒：${received} 条\n• 问过的问题：${questions} 个，其中 ${withWords} 个留有抹掉个人信息的字\n• 用过我的日子：${days} 天\n\n` +
    '没有记您的姓名、电话。要删掉，点下面的按钮。',
  noData: '我没有记您的任何东西。有事直接问我，想收提醒发“订阅”。',
  eraseButton: '删除我的数据',
  eraseSure: '真的要删吗？删了就不再收到提醒，也找不回来。',
  eraseYes: '删除',
  keep: '不删了',
  erased: '删好了。我这里不再有您的任何记录。以后有事还可以问我。',
  kept: '好，没有删。',
  onlyText: '我现在只看得懂文字。请把事情打成一两句话发给我，比如：邻居家漏水谁来修。急事打 110 或 12348。',

  // everybody who serves
  work: workWords.zh,
  dropped: '好的，先不弄了。写好的通知草稿还在；发“工作”看能办哪些事。',
  dropButton: '先不弄了',

  // notices
  notice: noticeWords.zh,
  // roles
  roles: rolesWords.zh,
  // statistics
  stats: statsWords.zh,
  // groups
  groups: groupsWords.zh,
  // activities
  activities: activitiesWords.zh,

  answer: {
    steps: '怎么办',
    caseTitle: '案例',
    citations: '法条依据',
    hotlines: '电话',
    asOf: (date) => `截至 ${date}`,
    disclaimer: '一般信息，不是针对个案的法律意见',
  },
  caseButton: '看一个案例',
  choices: '您是想问哪一个？点一下，或者回数字。都不是的话，换个说法再问我。',
  none:
    '这个问题我还没有准备好答案，不敢乱说。您可以：\n' +
    '1. 换个说法，短一点，比如：<b>欠钱不还</b>\n' +
    '2. 打 <b>12348</b> 免费问律师，或到社区找法律顾问\n' +
    '人身有危险，马上打 <b>110</b>。',
  noneInGroup: '这个问题我还没有准备好答案。可以换个说法再问，或者打 <b>12348</b> 免费问律师；急事打 <b>110</b>。',
  askHow: '想问什么？把问题写在命令后面，比如：/ask 楼上扔东西。也可以直接回复我的消息来问。',

  greeting: (unit) =>
    `大家好，我是<b>${unit}</b>的普法小助手。\n` +
    '• 到了 3·15、6·26、12·4 这些日子，我在群里发一条看得懂的提醒。\n' +
    '• 有事想问：<b>回复我的任何一条消息</b>，用大白话写，比如“楼上扔东西”。\n' +
    '• 家里的私事，请点我的头像私聊，群里别说姓名电话。\n' +
    '群主和管理员：回复我“主题”选内容，回复“暂停”就先不发。',
  groupTopicsButton: '选主题（群主、管理员）',
  groupTopics: (unit) => `${unit}：本群想收哪些提醒？群主和管理员点一下打勾或去掉，选好点“完成”。`,
  groupTopicsDone: '选好了，到了日子我会发在群里。',
  paused: '好的，先不往本群发提醒。要恢复，群主或管理员回复我“恢复”。',
  resumed: '恢复了，到了日子我会发在群里。',
  notPaused: '本群没有暂停，提醒照常。',
  leaveSure: '要让我退出本群吗？退出后不再发提醒。',
  leaveYes: '退出本群',
  stay: '留下',
  stays: '好，我留下。',
  goodbye: '好的，我退出本群。以后需要，请群主再把我拉进来。再见！',
  onlyGroupAdmin: '只有群主或管理员可以改这个。您可以私聊我，给自己订阅或退订。',
  groupAdminAsk: '这件事要群主或管理员来做，请他们回复我这条消息。',
  memberStop: '群里的提醒由群主和管理员管。您可以把本群设为免打扰；私聊我发“退订”，就不再给您本人发。',
  bindHow: (command) =>
    `请写上办公室给的 8 位绑定码，比如：<code>${command} 1234 5678</code>。没有码，请向街道办事处要。`,
  bindUnknown: '没有这个绑定码。请核对 8 位数字，或者请办公室重新给一个。',
  bindExpired: '这个绑定码过期了，请办公室重新给一个。',
  bindUsed: '这个绑定码已经用过了，一个码只能用一次。请办公室重新给一个。',
  bindTooMany: '试错的次数太多了，请一小时后再试，或者请办公室帮忙。',
  alreadyBound: '本群已经绑定好了，不用再绑。群主和管理员回复我“主题”可以选内容。',
  bindNoGroup: '没找到等着绑定的群。请先把我拉进群，再由拉我进群的人把绑定码发给我。',
  bindWhichGroup: '绑定哪个群？点一下，或者回数字。',
  bindDoneInPrivate: (group, unit) => `绑定好了：${group} → ${unit}。我已经在群里打过招呼。`,

  codeForUnit: '给哪个社区的群发绑定码？点一下，或者回数字。',
  code: ({ code, command, link, unit, days }) =>
    `<b>${unit}</b>的绑定码：<code>${code}</code>\n` +
    `${days} 天内有效，只能用一次。交给群主，任选一种用法：\n` +
    `1. 点这个链接，选群，我就进群并绑好：${link}\n` +
    `2. 先把我拉进群，再在群里发：<code>${command} ${code}</code>\n` +
    '3. 先把我拉进群，再私聊把这 8 位数字发给我',
  notOffice: '绑定码由街道办事处给。您是群主的话，请联系社区或街道办事处。',

  stale: '这个按钮已经过时了，请重新发一次。',
  notForYou: '这个按钮您现在用不了。',
  trouble: '刚才出了点问题，没有办成。请过一会儿再试；急事打 110，法律问题打 12348。',
  commands: {
    start: '开始、订阅提醒',
    ask: '问一个问题，例如 /ask 楼上扔东西',
    topics: '选主题',
    community: '选社区',
    stop: '退订',
    mydata: '我的数据',
    help: '怎么用',
    bind: '绑定本群（要办公室给的码）',
    pause: '暂停本群提醒',
    resume: '恢复本群提醒',
    leave: '让机器人退出本群',
  },
};

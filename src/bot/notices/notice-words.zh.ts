import type { NoticeState } from '../../notices/notice-moves.js';
import type { NoticeWords } from './notice-words.js';

const zhStates: Record<NoticeState, string> = {
  draft: '草稿',
  submitted: '等别人放行',
  returned: '退回了',
  rejected: '不同意发',
  released: '已放行，等时间到',
  sending: '正在发',
  paused: '暂停了',
  done: '发完了',
  stopped: '中途停了',
  cancelled: '取消了',
  skipped: '错过时间，没有发',
};

/** Plain, short, kind; what a release means is said before every tap that cannot be taken back. */
export const zh: NoticeWords = {
  write:
    '把要发给居民的内容发给我：<b>一段文字、一张图片、一段语音或一个文件</b>，一条就好。\n' +
    '一句话说清楚一件事，再写一句“怎么办”。发完先给您看样子，没有人放行之前谁也收不到。',
  rewrite: '把新的内容发给我，会换掉原来的。',
  problem: (problem) => {
    switch (problem.kind) {
      case 'other':
        return '这种内容转不了。请发一段文字、一张图片、一段语音或一个文件。';
      case 'album':
        return '一次只能发一张图。请挑最要紧的一张，单独发给我。';
      case 'empty':
        return '里面没有字。请把要说的话写上再发。';
      case 'text-too-long':
        return `太长了：${problem.length} 个字，最多 ${problem.limit} 个。请删短，或者分成两条。`;
      case 'caption-too-long':
        return `图片（文件）下面的字太长：${problem.length} 个，最多 ${problem.limit} 个。请删短再发。`;
      case 'file-too-big':
        return `文件太大：${problem.megabytes} MB，最多 ${problem.limit} MB。请压缩一下再发，居民的流量也省一些。`;
    }
  },
  notAccepted: 'Telegram 不收这条内容，所以没有存下来。请换个写法再发一次。',
  previewAbove: '上面就是居民会看到的样子。',
  card: ({ id, title, state, reason, units, reach, when }) =>
    `<b>${title}</b>（第 ${id} 号，${zhStates[state]}）\n` +
    (reason ? `理由：${reason}\n` : '') +
    `发给：${units}\n现在是：${reach}\n时间：${when}`,
  submittedCard: ({ id, title, units, reach, when, author }) =>
    `<b>${author}请您放行一条通知</b>（第 ${id} 号）\n标题：${title}\n发给：${units}\n现在是：${reach}\n时间：${when}\n` +
    '上面就是居民会看到的样子。请看内容对不对、法条准不准、该不该发给这些人。',
  reach: (groups, seats, uncounted, subscribers) => {
    const inGroups = `${groups} 个群（约 ${seats} 席${uncounted > 0 ? `，另有 ${uncounted} 个群没数过` : ''}）`;
    return `${inGroups}、${subscribers} 位订阅的居民；两边的人可能重复`;
  },
  everywhere: '全部单位',
  atOnce: '放行后马上发',
  wishPassed: (when) => `原定 ${when}，已经过了，放行后马上发`,
  mediaTitle: { photo: '一张图片', voice: '一段语音', document: '一个文件' },
  states: zhStates,
  buttons: {
    read: '看样子',
    content: '改内容',
    who: '选对象',
    when: '定时间',
    ask: '请求放行',
    back: '收回来改',
    delete: '删掉',
    deleteYes: '真的删掉',
    keep: '不删',
    release: '放行',
    releaseYes: '确定，放行',
    lookAgain: '再看看',
    return: '退回，请作者改',
    reject: '不同意发',
    pause: '暂停',
    resume: '继续发',
    stop: '停止，剩下的不发了',
    stopYes: '确定停止',
    cancel: '取消，一条也不发',
    toCard: '选好了',
    allUnits: '全部',
    groups: '发到群里',
    people: '发给订阅的居民',
    pick: '挑群',
    page: '下一页',
    now: '放行后马上发',
    ownTime: '自己定时间',
    new: '写一条新的',
  },
  chooseWho: '发给谁？点一下打勾或去掉，选好了点“选好了”。',
  pickGroups: '哪些群不发，就把勾去掉。',
  noGroups: '这些单位还没有绑定的群。',
  keepOneKind: '群和订阅的居民，至少留一样。',
  chooseWhen: (now) => `什么时候发？现在是 ${now}。`,
  typeTime: '请写日期和时间，比如：<b>12月4日 9:00</b>，或者 <b>明天 15:30</b>。',
  timeProblem: {
    unreadable: '这个时间我没看懂。请写成 <b>12月4日 9:00</b> 或者 <b>明天 15:30</b> 这样。',
    'no-such-day': '没有这一天。请看看日历，再写一次，比如 <b>12月4日 9:00</b>。',
    past: '这个时间已经过了。请写一个以后的时间，或者选“放行后马上发”。',
    'too-far': '太远了，最多提前一年。请写近一点的时间。',
  },
  nobodyThere: '这样选，现在一个人也收不到。请先点“选对象”改一改。',
  asked: (count) => `已经请 ${count} 位同事看了，他们放行后就发。要改，点“收回来改”。`,
  askedNobody: '已经记下，但现在没有能放行的同事收到。请让街道的负责人私聊我发“通知”，或者请管理员邀请一位。',
  askedTraining: '现在是训练模式：您可以自己放行，练一遍完整的流程。',
  toDecide: (author) => `${author}写的`,
  sureToRelease: (reach, when) => `确定放行吗？${reach}。时间：${when}。放行以后内容不能再改。`,
  emptyNow: '现在一个收的人也没有了（群解绑或居民退订了），所以没有放行。可以退回，请作者重新选对象。',
  refusal: {
    state: '这条通知已经不在这一步了，下面是它现在的样子。',
    changed: '作者刚改过这条通知，请看最新的一版再决定。',
    'no-right': '这个按钮您用不了：这条通知不归您管，或者您的角色变了。',
    own: '自己写的通知要请别人放行，这样才有两双眼睛看过。',
    'author-lost-role': '作者现在没有给这些单位发通知的角色了，不能放行。可以退回或不同意，请在岗的同事重写一条。',
  },
  already: (state, by) => `慢了一步：这条通知现在是“${state}”${by ? `（${by}）` : ''}。`,
  askReason: {
    return: '为什么退回？写一句给作者，他照着改。',
    reject: '为什么不同意发？写一句给作者。',
  },
  reasonTooLong: '理由请写 1 到 500 个字。',
  decided: { return: '退回了，作者会收到您的理由。', reject: '记下了：不同意发。作者会收到您的理由。' },
  toldAuthor: (decision, title, reason) =>
    decision === 'return'
      ? `您的通知“${title}”退回来了。\n理由：${reason}\n改好以后，再点“请求放行”。`
      : `您的通知“${title}”没有同意发。\n理由：${reason}\n需要的话，可以重新写一条。`,
  sureToDelete: '删掉这条草稿吗？还没有发给任何人。',
  deleted: '删掉了。要写新的，发“发通知”。',
  sureToStop: '停止吗？已经发出的收不回来，剩下的不再发，也不能再继续。',
  tooLateToCancel: '已经有消息发出去了，取消不了。可以“停止”，剩下的就不发了。',
  progress: (facts) =>
    [
      `<b>${facts.title}</b>：${zhStates[facts.state]}`,
      ...(facts.open > 0 && facts.state === 'released' ? [`时间：${facts.due}`] : []),
      `一共 ${facts.total} 处，平台受理：群 ${facts.groupsSent} 个，私聊 ${facts.peopleSent} 位`,
      ...(facts.open > 0 ? [`还没发：${facts.open}`] : []),
      ...(facts.waiting > 0 ? [`等一等再发：${facts.waiting}（${facts.waitingReasons.join('；')}）`] : []),
      ...(facts.refused.length > 0 ? [`没收到：${facts.refused.join('；')}`] : []),
      ...(facts.unknown > 0 ? [`结果不明：${facts.unknown}，不会自动重发`] : []),
      ...(facts.cancelled.length > 0 ? [`没有发：${facts.cancelled.join('；')}`] : []),
      '（受理不等于已读，Telegram 不告诉我们谁看了）',
    ].join('\n'),
  list: '您的通知。点一条看它现在的样子。',
  emptyList: '还没有通知。要写一条，点下面的按钮。',
  mine: '我写的',
  waiting: '等您放行',
  underWay: '正在办',
  someone: '一位同事',
  training: (on) =>
    on
      ? '训练模式<b>开了</b>：在沙盒里，自己写的也可以自己放行。再发一次“训练模式”就关。'
      : '训练模式<b>关了</b>：自己写的要请别人放行，和真的一样。',
  trainingOnlySandbox: '训练模式只在沙盒里有，由管理员开关。真的机器人里，每条通知都要别人放行。',
};

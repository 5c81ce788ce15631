// @ts-check
/**
 * What a newcomer tries, part by part; people and group are the default seed's. The words go into the input box, so that
 * the player sees what is said and sends it themselves.
 */

/**
 * `go` leads to a person (their private chat, or the group), or moves the clock to Constitution Day.
 * @typedef {{ words: string, after: string, go: { person: string, inGroup: boolean, text: string } | 'clock' }} Step
 */
/** @typedef {{ id: string, name: string, lead: string, steps: Step[] }} Journey */

export const GROUP = '春风社区居民群';

/** @param {string} person @param {string} text @param {boolean} [inGroup] */
const by = (person, text, inGroup = false) => ({ person, text, inGroup });

/** @type {Journey[]} */
export const JOURNEYS = [
  {
    id: 'resident',
    name: '居民',
    lead: '这里的人都由你来演，说错了也没关系：什么都不会发到真的 Telegram 上。',
    steps: [
      {
        go: by('王主任', '绑定码'),
        words: '以王主任身份私聊机器人，发“绑定码”',
        after: '机器人给出一个码，点一下就能复制。',
      },
      {
        go: by('李姐', '/bind@pufa_sandbox_bot ', true),
        words: `以李姐身份把机器人拉进“${GROUP}”，再用绑定码绑定`,
        after: '右上角“⋮”里拉机器人进群，再把刚才复制的码粘在 /bind@… 后面发出去。',
      },
      {
        go: by('张大爷', '楼上扔东西'),
        words: '以张大爷身份私聊机器人，问“楼上扔东西”',
        after: '看它引了哪一条法。在群里，要“回复”它的消息来问。',
      },
      { go: 'clock', words: '把时钟拨到 12月4日 09:00', after: '国家宪法日到了，看群里收到什么。' },
      { go: by('张大爷', '订阅'), words: '先发“订阅”，再发“退订”', after: '不想收，随时能停。' },
    ],
  },
  {
    id: 'adviser',
    name: '法律顾问',
    lead: '陈律师是春风社区的法律顾问。先把“居民”里前两步做了，群里才有人收。',
    steps: [
      {
        go: by('陈律师', '发通知'),
        words: '以陈律师身份私聊机器人，发“发通知”',
        after: '它会请你把内容发过来：一段字、一张图、一段语音或一个文件都行。',
      },
      {
        go: by('陈律师', '周六上午九点，春风社区活动室有免费法律咨询。带上合同、欠条，当面问律师。'),
        words: '把要说的话发给它',
        after: '居民会看到的样子，它先给你看一遍。',
      },
      {
        go: by('陈律师', ''),
        words: '用按钮选好发给谁，再请求放行',
        after: '先看清“几个群、几位订阅的人”。自己写的，自己不能放行。',
      },
      { go: by('陈律师', '我的通知'), words: '发“我的通知”，看它走到哪一步', after: '退回来的，改好可以再请求。' },
    ],
  },
  {
    id: 'office',
    name: '街道办',
    lead: '周所长放行通知，小刘管群、看数字、登记线下活动。',
    steps: [
      {
        go: by('周所长', '待放行'),
        words: '以周所长身份发“待放行”，看陈律师写的通知',
        after: '放行就发出去；不合适就退回，写一句为什么。',
      },
      {
        go: by('小刘', '群管理'),
        words: '以小刘身份发“群管理”，点进一个群',
        after: '看状态和最近一条，可以暂停、恢复、解绑。',
      },
      {
        go: by('李姐', '我的群'),
        words: '换成群主李姐，私聊机器人发“我的群”',
        after: '群主也能管，只管自己的群。街道暂停的，她恢复不了。',
      },
      {
        go: by('小刘', '登记活动'),
        words: '以小刘身份发“登记活动”，记一场讲座',
        after: '日期、社区、多少人、怎么数的，一句一句问你。',
      },
      {
        go: by('小刘', '统计'),
        words: '以小刘身份发“统计”',
        after: '哪些是实数、哪些只是上限，它写得清清楚楚。',
      },
    ],
  },
  {
    id: 'admin',
    name: '管理员',
    lead: '王主任管人：谁能进来，谁不再用。',
    steps: [
      {
        go: by('王主任', '工作'),
        words: '以王主任身份发“工作”',
        after: '能办的事都在按钮上，不用记命令。',
      },
      {
        go: by('王主任', '人员'),
        words: '发“人员”，看谁有什么身份',
        after: '收回一个身份，马上就不能用了。',
      },
      {
        go: by('王主任', '邀请'),
        words: '发“邀请”，请路人老周来做工作人员',
        after: '机器人给出一个链接，一天内有效，只能用一次。',
      },
      {
        go: by('路人老周', ''),
        words: '换成路人老周，点开链接接受',
        after: '右上角“⋮”里选“用链接打开”，把链接贴进去；接受后发“工作”。',
      },
    ],
  },
];

import type { Finding } from './finding.js';

/** What getMe said. */
export type TokenProbe =
  | { kind: 'known'; username: string; readsAllMessages: boolean }
  /** Telegram answered that it does not know the token (401), or that there is no such address (404) */
  | { kind: 'refused'; code: number }
  /** nobody answered; `cause` is a word such as ECONNREFUSED */
  | { kind: 'silent'; cause: string };

/** What getWebhookInfo said. */
export interface ReceivingProbe {
  /** empty: no webhook is set */
  url: string;
  waiting: number;
  lastErrorAt: Date | null;
  lastError: string | null;
}

/** Whether the bot may write in a group. */
export type GroupRight = 'may-write' | 'may-not-write' | 'gone' | 'unclear';

/** @param place how the server is called */
export function judgeToken(probe: TokenProbe, place: string): Finding {
  const subject = '令牌';
  if (probe.kind === 'known') return { level: 'ok', subject, text: `Telegram 认得它，机器人是 @${probe.username}。` };
  if (probe.kind === 'silent') {
    const text = `连不上 Telegram（${place}，${probe.cause}），没法查：请检查网络、代理和 TELEGRAM_API_ROOT。`;
    return { level: 'bad', subject, text };
  }
  if (probe.code === 401) {
    const text =
      'Telegram 不认这个 BOT_TOKEN（401）：它被换过或抄错了。请到 @BotFather 核对或重新生成，改好 .env 再启动。';
    return { level: 'bad', subject, text };
  }
  if (probe.code === 404) {
    const text = `${place} 没有这个地址（404）：请核对 BOT_TOKEN 是否完整，TELEGRAM_API_ROOT 是否真是 Bot API 服务器。`;
    return { level: 'bad', subject, text };
  }
  return { level: 'bad', subject, text: `${place} 回答了错误 ${probe.code}：请过几分钟再查一次。` };
}

export function judgePrivacy(readsAllMessages: boolean): Finding {
  const subject = '隐私模式';
  if (!readsAllMessages) {
    const text =
      '开着（应当如此）：群里它只看得到命令和对它的回复，居民提问要回复机器人的消息，或者发 /ask@机器人名 加问题。';
    return { level: 'ok', subject, text };
  }
  const text =
    '关着：群里每一句话都会传给机器人，没有必要。请到 @BotFather 发 /setprivacy 选 Enable，再把机器人移出群、重新加进来才生效。';
  return { level: 'note', subject, text };
}

const MANY_WAITING = 100;
const RECENT_MS = 60 * 60 * 1000;

/**
 * How updates come in, compared with the settings.
 * @param wanted the webhook's address by the settings; null: long polling
 * @param running the bot runs at this moment, so that what is set should be what is wanted
 */
export function judgeReceiving(probe: ReceivingProbe, wanted: string | null, running: boolean, now: Date): Finding {
  const subject = '收消息';
  const level = running ? 'bad' : 'note';
  if (wanted === null && probe.url !== '') {
    const text = running
      ? 'WEBHOOK=false，但 Telegram 那边设着 webhook，消息到不了这里：请重新启动；如果又出现，说明另有程序在用同一个 BOT_TOKEN。'
      : 'Telegram 那边设着 webhook，而 WEBHOOK=false：启动时会自动取消。如果那是另一个程序在用，请先停掉它。';
    return { level, subject, text };
  }
  if (wanted !== null && probe.url !== wanted) {
    const set = probe.url === '' ? '还没有设 webhook' : '设着另一个网址的 webhook';
    const text = running
      ? `WEBHOOK=true，但 Telegram 那边${set}：请重新启动；如果又出现，说明另有程序在用同一个 BOT_TOKEN。`
      : `Telegram 那边${set}：启动时会自动设好。`;
    return { level, subject, text };
  }
  const by = wanted === null ? '长轮询' : 'webhook';
  if (wanted !== null && probe.lastErrorAt && now.getTime() - probe.lastErrorAt.getTime() < RECENT_MS) {
    const text = `最近一小时里 Telegram 送不到 webhook（${probe.lastError ?? '没有说原因'}）：请检查 PUBLIC_URL、证书和反向代理。`;
    return { level: 'note', subject, text };
  }
  if (probe.waiting > MANY_WAITING) {
    const text = `${by}，有 ${probe.waiting} 条消息在排队：${running ? '请看日志里有没有出错' : '启动以后会处理，超过一天的 Telegram 会丢掉'}。`;
    return { level: 'note', subject, text };
  }
  return { level: 'ok', subject, text: `${by}，${probe.waiting} 条在排队。` };
}

/** @param groups those we would write to */
export function judgeGroups(groups: { title: string | null; right: GroupRight }[]): Finding {
  const subject = '群里的权限';
  if (groups.length === 0) {
    return { level: 'note', subject, text: '还没有绑定的群：请工作人员私聊机器人发“绑定码”，再由群主把机器人加进群。' };
  }
  const named = (right: GroupRight) =>
    groups
      .filter((group) => group.right === right)
      .map(({ title }) => `“${title ?? '没有名字的群'}”`)
      .join('、');
  const parts = [
    [named('gone'), '里已经没有机器人：请群主重新加'],
    [named('may-not-write'), '里机器人不能发言：请群主解除禁言，频道里要设为管理员'],
    [named('unclear'), '没有查到：请过一会儿再查'],
  ].flatMap(([names, what]) => (names === '' ? [] : [`${names}${what}`]));
  if (parts.length === 0) return { level: 'ok', subject, text: `${groups.length} 个群都能发言。` };
  return { level: 'note', subject, text: `${parts.join('；')}。` };
}

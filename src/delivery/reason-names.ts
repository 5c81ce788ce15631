/**
 * What the ledger's reasons are called, wherever a person reads them: results of a notice, figures, alerts.
 * Keys are the words the database keeps: `RefusalReason`, the reasons for waiting and for an unknown outcome, and the
 * reasons for which a planned delivery was cancelled.
 */
const NAMES: Record<string, { zh: string; en: string }> = {
  // refused
  blocked: { zh: '对方停用了机器人', en: 'blocked the bot' },
  deactivated: { zh: '账号注销了', en: 'account deleted' },
  'not-started': { zh: '对方没有开始对话', en: 'never started the bot' },
  kicked: { zh: '机器人被移出群', en: 'bot removed from the group' },
  'not-member': { zh: '机器人不在群里', en: 'bot not in the group' },
  'chat-deleted': { zh: '群解散了', en: 'group deleted' },
  unreachable: { zh: '联系不上', en: 'out of reach' },
  'not-found': { zh: '找不到这个会话', en: 'chat not found' },
  'no-rights': { zh: '机器人在群里不能发言', en: 'bot may not write there' },
  'topic-closed': { zh: '群话题关闭了', en: 'topic closed' },
  content: { zh: 'Telegram 不收这个内容', en: 'content refused by Telegram' },
  // waiting
  'rate-limit': { zh: '发得太快，等 Telegram 放行', en: 'limited by Telegram' },
  'not-connected': { zh: '连不上 Telegram，稍后再发', en: 'no connection to Telegram' },
  moved: { zh: '群升级换号', en: 'group moved' },
  // unknown
  'no-answer': { zh: 'Telegram 没有回音', en: 'no answer' },
  'server-error': { zh: 'Telegram 服务器出错', en: 'server error' },
  'process-ended': { zh: '程序中断', en: 'program ended' },
  restored: { zh: '从备份恢复，发没发过不清楚', en: 'restored from a backup' },
  // cancelled
  unsubscribed: { zh: '退订了', en: 'unsubscribed' },
  erased: { zh: '删除了自己的数据', en: 'erased their data' },
  'by-owner': { zh: '群主暂停或退出', en: 'paused by its owner' },
  'by-office': { zh: '办公室暂停或解绑', en: 'paused by the office' },
  'by-stop': { zh: '中途停止', en: 'stopped on the way' },
  'by-cancel': { zh: '开始前取消', en: 'cancelled before the first' },
  'too-late': { zh: '过了最迟时间', en: 'too late' },
};

/** The reason in words; the bare key where it has no name, so that nothing is hidden. Empty for no reason. */
export function reasonName(reason: string | null, language: 'zh' | 'en'): string {
  return reason === null ? '' : (NAMES[reason]?.[language] ?? reason);
}

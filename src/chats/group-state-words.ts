import type { ChatState } from './chat-book.js';

const STATES: Record<ChatState, string> = {
  pending: '没绑定',
  active: '正常',
  paused: '暂停',
  left: '已退出',
  lost: '丢失',
};

/** Reasons as the rows keep them; one that is not here is left unsaid. */
const REASONS: Record<string, string> = {
  'pending by-owner': '群主解绑了',
  'pending by-office': '街道解绑了',
  'paused by-owner': '群主',
  'paused by-office': '街道',
  'paused no-rights': '没有发言权',
  'left by-owner': '群主让退的',
  'lost kicked': '被移出',
  'lost not-member': '不在群里了',
  'lost chat-deleted': '群解散了',
  'lost not-found': '找不到这个群',
  'lost unreachable': '联系不上',
  'lost moved': '换成了新群',
  'lost blocked': '停用了机器人',
};

/** A chat's state in Chinese, for the office and the operator: `正常`, `暂停：群主`, `丢失：被移出`. */
export function stateInChinese(state: ChatState, reason: string | null): string {
  const why = REASONS[`${state} ${reason}`];
  return why ? `${STATES[state]}：${why}` : STATES[state];
}

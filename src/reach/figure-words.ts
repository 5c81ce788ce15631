import type { RefusalReason } from '../delivery/outcome.js';
import type { ActivityKind } from './reach-facts.js';

/** A text in the languages of the interface. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** Why Telegram took a message not in, as staff read it. */
export const REFUSAL_LABELS: Record<RefusalReason, Bilingual> = {
  blocked: { zh: '已屏蔽机器人', en: 'blocked the bot' },
  deactivated: { zh: '账号已注销', en: 'account is gone' },
  'not-started': { zh: '没有点过开始', en: 'never pressed start' },
  kicked: { zh: '机器人被移出群', en: 'bot was removed' },
  'not-member': { zh: '机器人不在群里', en: 'bot is not a member' },
  'chat-deleted': { zh: '群已解散', en: 'group was deleted' },
  unreachable: { zh: '会话不可达', en: 'out of reach' },
  'not-found': { zh: '会话不存在', en: 'chat not found' },
  'no-rights': { zh: '没有发言权限', en: 'may not write' },
  'topic-closed': { zh: '话题已关闭', en: 'topic is closed' },
  content: { zh: '内容被拒', en: 'content refused' },
};

/** What an activity is called, and what its count counts. */
export const ACTIVITY_LABELS: Record<ActivityKind, { name: Bilingual; times: Bilingual; count: Bilingual }> = {
  lecture: {
    name: { zh: '讲座', en: 'Lectures' },
    times: { zh: '场次', en: 'times' },
    count: { zh: '听众人次', en: 'listeners' },
  },
  stall: {
    name: { zh: '摆摊宣传', en: 'Stalls' },
    times: { zh: '场次', en: 'times' },
    count: { zh: '参加人次', en: 'visitors' },
  },
  leaflets: {
    name: { zh: '宣传资料', en: 'Leaflets' },
    times: { zh: '次数', en: 'times' },
    count: { zh: '份数', en: 'copies' },
  },
  banner: {
    name: { zh: '横幅', en: 'Banners' },
    times: { zh: '次数', en: 'times' },
    count: { zh: '条数', en: 'pieces' },
  },
  visit: {
    name: { zh: '入户', en: 'Household visits' },
    times: { zh: '次数', en: 'times' },
    count: { zh: '户数', en: 'households' },
  },
  wechat_forward: {
    name: { zh: '微信转发', en: 'WeChat forwards' },
    times: { zh: '次数', en: 'times' },
    count: { zh: '群数', en: 'groups' },
  },
};

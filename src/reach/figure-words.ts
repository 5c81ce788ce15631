import type { ActivityKind } from './reach-facts.js';

/** A text in the languages of the interface. */
export interface Bilingual {
  zh: string;
  en: string;
}

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

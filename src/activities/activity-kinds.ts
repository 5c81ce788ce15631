export const ACTIVITY_KINDS = ['lecture', 'stall', 'leaflets', 'banner', 'visit', 'wechat_forward'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** How a kind is called, what is counted, and the word after the number. */
export interface KindLabels {
  name: string;
  counted: string;
  measure: string;
}

export const KIND_LABELS: Record<ActivityKind, Record<'zh' | 'en', KindLabels>> = {
  lecture: {
    zh: { name: '讲座', counted: '听众人数', measure: '人' },
    en: { name: 'lecture', counted: 'listeners', measure: ' people' },
  },
  stall: {
    zh: { name: '摊点', counted: '接待人数', measure: '人' },
    en: { name: 'stall', counted: 'people served', measure: ' people' },
  },
  leaflets: {
    zh: { name: '发传单', counted: '份数', measure: '份' },
    en: { name: 'leaflets', counted: 'leaflets', measure: ' leaflets' },
  },
  banner: {
    zh: { name: '横幅', counted: '条数', measure: '条' },
    en: { name: 'banners', counted: 'banners', measure: ' banners' },
  },
  visit: {
    zh: { name: '入户', counted: '户数', measure: '户' },
    en: { name: 'household visits', counted: 'households', measure: ' households' },
  },
  wechat_forward: {
    zh: { name: '微信转发', counted: '次数', measure: '次' },
    en: { name: 'WeChat forwards', counted: 'forwards', measure: ' times' },
  },
};

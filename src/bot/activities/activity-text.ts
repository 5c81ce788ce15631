import { Temporal } from 'temporal-polyfill';
import type { NewActivity } from '../../activities/activity-book.js';
import { KIND_LABELS } from '../../activities/activity-kinds.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { chineseDate } from '../../time/chinese-date.js';
import type { BotParts } from '../parts.js';
import type { Sentences } from '../sentences.js';
import type { ActivityText } from './activities-words.js';

/** An activity as sentences tell it, escaped. */
export function activityText(activity: NewActivity, parts: Pick<BotParts, 'pack'>, say: Sentences): ActivityText {
  const day = Temporal.PlainDate.from(activity.day);
  return {
    kind: KIND_LABELS[activity.kind][say.language],
    day: say.language === 'zh' ? chineseDate(day) : activity.day,
    unit: escapeHtml(unitName(parts.pack.units, activity.unitId) ?? say.roles.unitGone),
    count: activity.count.toLocaleString('en'),
    how: escapeHtml(activity.howCounted),
  };
}

/** The same for a button's label, short and no HTML. */
export function activityLabel(activity: NewActivity, parts: Pick<BotParts, 'pack'>, say: Sentences): string {
  const unit = unitName(parts.pack.units, activity.unitId) ?? say.roles.unitGone;
  const text = activityText(activity, parts, say);
  return say.activities.line({ ...text, unit, day: activity.day.slice(5) });
}

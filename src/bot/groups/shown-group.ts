import type { GroupRecord } from '../../chats/group-book.js';
import type { GroupHand } from '../../chats/group-moves.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { civilDateAt } from '../../time/zone.js';
import type { BotParts } from '../parts.js';
import type { GroupShown } from './groups-words.js';

/** A group as the sentences show it: escaped, with names for ids and days in the programme's zone. */
export function shownGroup(
  { pack, timeZone }: Pick<BotParts, 'pack' | 'timeZone'>,
  group: GroupRecord,
  hand: GroupHand,
): GroupShown {
  const day = (instant: Date) => civilDateAt(instant, timeZone).toString();
  const unit = group.unitId === null ? null : (unitName(pack.units, group.unitId) ?? group.unitId);
  return {
    title: escapeHtml(groupTitle(group)),
    unit: unit && escapeHtml(unit),
    state: group.state,
    stateReason: group.stateReason,
    since: day(group.stateAt),
    seats: group.seats,
    last: group.last && { title: escapeHtml(group.last.title), day: day(group.last.at) },
    hand,
  };
}

/** The group's title, as plain text. */
export function groupTitle({ title }: Pick<GroupRecord, 'title'>): string {
  return title || '—';
}

import type { Api } from 'grammy';
import { type GroupTrouble, troubleToTell } from '../../chats/group-alerts.js';
import { type TroubledGroup, unitsAsked } from '../../chats/group-book.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { actionData } from '../actions.js';
import type { BotParts } from '../parts.js';
import { sentencesIn } from '../sentences.js';
import { addressesWith, tell } from '../tell.js';
import { groupTitle } from './shown-group.js';

/** Groups named in one message; the rest is counted. */
const NAMED_AT_ONCE = 10;

type Alert = TroubledGroup & { trouble: GroupTrouble };

/**
 * Tells the office of groups that were lost, took the bot's voice, or were never bound: one message to each person with
 * all of theirs. Groups that never had a unit go to those who manage the whole tree. A group counts as told only
 * afterwards, so that a crash in between repeats a message at most; it counts also where nobody could be reached,
 * because the list shows it in any case.
 * @returns called at every tick; a call during another one waits for that one, so that nobody is told twice
 */
export function groupTelling(
  api: Api,
  parts: Pick<BotParts, 'groups' | 'roles' | 'pack' | 'identity' | 'log'>,
): (now: Date) => Promise<void> {
  const tellAll = async (now: Date) => {
    const alerts = (await parts.groups.untold(now)).flatMap((group): Alert[] => {
      const trouble = troubleToTell(group, now);
      return trouble ? [{ ...group, trouble }] : [];
    });
    if (alerts.length === 0) return;
    let told = 0;
    for (const [address, theirs] of await byAddress(parts, alerts)) {
      if ((await tell(api, parts.identity, address, textOf(parts, theirs), buttonsOf(theirs))) !== null) told += 1;
    }
    await parts.groups.told(alerts, now);
    parts.log.info({ groups: alerts.length, told }, 'groups.told');
  };
  let running: Promise<void> | null = null;
  return (now) => {
    running ??= tellAll(now).finally(() => {
      running = null;
    });
    return running;
  };
}

async function byAddress(parts: Pick<BotParts, 'roles' | 'pack'>, alerts: Alert[]): Promise<Map<string, Alert[]>> {
  const found = new Map<string, Alert[]>();
  const placeOf = ({ homeUnitId }: Alert) => unitsAsked(homeUnitId, parts.pack.units)[0] ?? null;
  for (const place of new Set(alerts.map(placeOf))) {
    const here = alerts.filter((alert) => placeOf(alert) === place);
    for (const address of await addressesWith(parts, 'group.manage', place === null ? [] : [place])) {
      found.set(address, [...(found.get(address) ?? []), ...here]);
    }
  }
  return found;
}

function textOf({ pack }: Pick<BotParts, 'pack'>, alerts: Alert[]): string {
  const say = sentencesIn('zh').groups;
  const blocks = alerts.slice(0, NAMED_AT_ONCE).map(({ homeUnitId, trouble, stateReason, title }) => {
    const unit = unitName(pack.units, homeUnitId);
    return say.trouble({
      title: escapeHtml(groupTitle({ title })),
      unit: unit && escapeHtml(unit),
      trouble,
      stateReason,
    });
  });
  const more = alerts.length - blocks.length;
  return say.alert(more > 0 ? [...blocks, say.troubleMore(more)] : blocks);
}

function buttonsOf(alerts: Alert[]) {
  const buttons = alerts.slice(0, NAMED_AT_ONCE).map((alert) => ({
    text: groupTitle(alert).slice(0, 40),
    data: actionData('c-open', alert.chatId),
  }));
  return [...buttons, { text: sentencesIn('zh').groups.workGroups, data: actionData('c-list') }].map((button) => [
    button,
  ]);
}

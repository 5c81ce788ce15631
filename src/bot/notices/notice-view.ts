import { defaultTopics } from '../../content/default-topics.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { reasonName } from '../../delivery/reason-names.js';
import { type AudienceChat, chatsInAudience } from '../../notices/audience.js';
import { countAudience } from '../../notices/audience-count.js';
import type { DeskNotice, ProgressCount } from '../../notices/notice-desk.js';
import { showInstant } from '../../notices/send-times.js';
import { actionData } from '../actions.js';
import type { BotParts } from '../parts.js';
import type { Sentences } from '../sentences.js';
import { type Button, numbered } from '../show.js';
import type { NoticeFacts } from './notice-words.js';

/** How a notice looks to those who write, release and steer it: texts and buttons, nothing else. */
export function noticeView(parts: BotParts) {
  const { pack, noticeBook, roles, clock, timeZone } = parts;

  /** The chats that this notice reaches if it were released now. */
  const reached = async (notice: Pick<DeskNotice, 'audience'>): Promise<AudienceChat[]> =>
    chatsInAudience(notice.audience, await noticeBook.activeChats(defaultTopics(pack.topics)), pack.units);

  const reachText = (chats: AudienceChat[], say: Sentences): string => {
    const { groups, seats, uncountedGroups, subscribers } = countAudience(chats);
    return say.notice.reach(groups, seats, uncountedGroups, subscribers);
  };

  const whenText = (notice: DeskNotice, say: Sentences): string => {
    const now = clock.now();
    const at = notice.dueAt ?? notice.sendAt;
    if (at === null) return say.notice.atOnce;
    const text = showInstant(at, now, timeZone);
    return notice.dueAt === null && at <= now ? say.notice.wishPassed(text) : text;
  };

  /** As it stands on a button, which is plain text. */
  const plainTitle = (notice: DeskNotice, say: Sentences): string => {
    const { kind } = notice.body;
    const isMedia = kind === 'photo' || kind === 'voice' || kind === 'document';
    return notice.title || (isMedia ? say.notice.mediaTitle[kind] : '');
  };

  const title = (notice: DeskNotice, say: Sentences): string => escapeHtml(plainTitle(notice, say));

  /** How colleagues call somebody; a plain word where they have no label or no role any more. */
  const nameOf = async (personKey: string | null, say: Sentences): Promise<string> => {
    const holder = (await roles.holders()).find((one) => one.personKey === personKey && one.label !== '');
    return escapeHtml(holder?.label ?? say.notice.someone);
  };

  const facts = async (notice: DeskNotice, say: Sentences): Promise<NoticeFacts> => {
    const { unitIds } = notice.audience;
    const names = unitIds.map((id) => unitName(pack.units, id) ?? id);
    return {
      ...{ id: notice.id, state: notice.state, title: title(notice, say), when: whenText(notice, say) },
      reason: escapeHtml(notice.stateReason ?? ''),
      units: unitIds.length === 0 ? say.notice.everywhere : escapeHtml(names.join('、')),
      reach: reachText(await reached(notice), say),
      author: await nameOf(notice.authorKey, say),
    };
  };

  /** Buttons of the author, by what may be done in this state. */
  const authorButtons = (notice: DeskNotice, say: Sentences): Button[][] => {
    const { buttons } = say.notice;
    const id = versioned(notice);
    const read = { text: buttons.read, data: actionData('n-read', notice.id) };
    if (notice.state === 'submitted') return numbered([read, { text: buttons.back, data: actionData('n-back', id) }]);
    if (notice.state !== 'draft' && notice.state !== 'returned') return numbered([read]);
    return numbered([
      { text: buttons.ask, data: actionData('n-ask', id) },
      { text: buttons.who, data: actionData('n-who', id) },
      { text: buttons.when, data: actionData('n-when', id) },
      { text: buttons.content, data: actionData('n-content', id) },
      read,
      { text: buttons.delete, data: actionData('n-delete', id) },
    ]);
  };

  /** Buttons of those who decide. */
  const deciderButtons = (notice: DeskNotice, say: Sentences): Button[][] => {
    const { buttons } = say.notice;
    const id = versioned(notice);
    return numbered([
      { text: buttons.release, data: actionData('n-release', id) },
      { text: buttons.return, data: actionData('n-return', id) },
      { text: buttons.reject, data: actionData('n-reject', id) },
      { text: buttons.read, data: actionData('n-read', notice.id) },
    ]);
  };

  /** Buttons under the message that shows progress. @param begun at least one message has gone out */
  const steeringButtons = (notice: DeskNotice, begun: boolean, say: Sentences): Button[][] => {
    const { buttons } = say.notice;
    const pause = { text: buttons.pause, data: actionData('n-pause', notice.id) };
    const resume = { text: buttons.resume, data: actionData('n-resume', notice.id) };
    const end = begun
      ? { text: buttons.stop, data: actionData('n-stop', notice.id) }
      : { text: buttons.cancel, data: actionData('n-cancel', notice.id) };
    if (notice.state === 'paused') return numbered([resume, end]);
    return notice.state === 'sending' || notice.state === 'released' ? numbered([pause, end]) : [];
  };

  const progressText = (notice: DeskNotice, counts: ProgressCount[], say: Sentences): string => {
    const language = say.language;
    const sum = (wanted: (row: ProgressCount) => boolean) =>
      counts.filter(wanted).reduce((total, row) => total + row.count, 0);
    const reasons = (state: ProgressCount['state'], withCount: boolean) => {
      const rows = counts.filter((row) => row.state === state);
      const byReason = new Map<string, number>();
      for (const row of rows) {
        const name = reasonName(row.reason, language);
        byReason.set(name, (byReason.get(name) ?? 0) + row.count);
      }
      return [...byReason].map(([name, count]) => escapeHtml(withCount ? `${name} ${count}` : name));
    };
    return say.notice.progress({
      ...{ title: title(notice, say), state: notice.state, due: whenText(notice, say) },
      total: sum(() => true),
      groupsSent: sum((row) => row.state === 'sent' && !row.toPeople),
      peopleSent: sum((row) => row.state === 'sent' && row.toPeople),
      refused: reasons('refused', true),
      waiting: sum((row) => row.state === 'waiting'),
      waitingReasons: reasons('waiting', false),
      unknown: sum((row) => row.state === 'unknown'),
      cancelled: reasons('cancelled', true),
      open: sum((row) => row.state === 'planned' || row.state === 'claimed'),
    });
  };

  return {
    reached,
    reachText,
    whenText,
    title,
    plainTitle,
    nameOf,
    facts,
    authorButtons,
    deciderButtons,
    steeringButtons,
    progressText,
  };
}

/** The id in callback data that names the very version which is shown: `12-3`. */
export function versioned(notice: { id: number; version: number }): string {
  return `${notice.id}-${notice.version}`;
}

/** True while a message may still go out, or is on its way. */
export function hasOpen(counts: ProgressCount[]): boolean {
  return counts.some(({ state }) => state === 'planned' || state === 'waiting' || state === 'claimed');
}

/** True when at least one message has been handed to Telegram. */
export function hasBegun(counts: ProgressCount[]): boolean {
  return counts.some((row) => row.state !== 'planned' && row.state !== 'cancelled');
}

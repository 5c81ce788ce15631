import type { Composer } from 'grammy';
import type { ChatRecord } from '../chats/chat-book.js';
import type { ActionVerb } from './actions.js';
import { askJourney } from './ask.js';
import { binding } from './binding.js';
import type { DialogueHandlers } from './dialogues.js';
import { groupJourney, groupMembership } from './group.js';
import { groupList } from './group-list.js';
import { groupPage } from './group-page.js';
import { noticeChoosing } from './notices/choosing.js';
import { noticeDeciding } from './notices/deciding.js';
import { noticeSteering } from './notices/steering.js';
import { noticeTiming } from './notices/timing.js';
import { trainingSwitch } from './notices/training.js';
import { noticeWriting } from './notices/writing.js';
import { officeJourney } from './office.js';
import type { ActionHandler, BotParts, PufaContext } from './parts.js';
import type { Wish } from './plain-words.js';
import { residentJourney, type WishHandler } from './resident.js';
import { statsJourney } from './stats.js';
import { workMenu } from './work-menu.js';

/** All journeys, sorted by what leads into them; the compiler asks for every button and every dialogue. */
export interface Journeys {
  actions: Record<ActionVerb, ActionHandler>;
  dialogues: DialogueHandlers;
  privateWishes: Partial<Record<Wish, WishHandler>>;
  groupWishes: Partial<Record<Wish, WishHandler>>;
  /** START pressed without a payload */
  start: WishHandler;
  /** what Telegram tells of the bot's own place in chats */
  membership: Composer<PufaContext>[];
  /** the group's row where it is bound; null keeps the bot silent */
  boundGroup(ctx: PufaContext): Promise<ChatRecord | null>;
  ask(ctx: PufaContext, question: string): Promise<void>;
  /** `/start PAYLOAD` in private, from a link; false: not a payload of ours */
  startLink(ctx: PufaContext, payload: string): Promise<boolean>;
  bindHere(ctx: PufaContext, text: string): Promise<void>;
  bindFromPrivate(ctx: PufaContext, code: string): Promise<void>;
}

export function createJourneys(parts: BotParts): Journeys {
  const resident = residentJourney(parts);
  const group = groupJourney(parts);
  const asking = askJourney(parts);
  const bindings = binding(parts);
  const office = officeJourney(parts);
  const work = workMenu(parts);
  // notices
  const writing = noticeWriting(parts);
  const choosing = noticeChoosing(parts);
  const timing = noticeTiming(parts);
  const deciding = noticeDeciding(parts);
  const steering = noticeSteering(parts);
  // roles
  // statistics
  const stats = statsJourney(parts);
  // groups
  const listed = groupList(parts);
  const paged = groupPage(parts);
  // activities
  return {
    actions: {
      ...resident.actions,
      ...group.actions,
      ...asking.actions,
      ...bindings.actions,
      ...office.actions,
      ...work.actions,
      // notices
      ...writing.actions,
      ...choosing.actions,
      ...timing.actions,
      ...deciding.actions,
      ...steering.actions,
      // roles
      // statistics
      ...stats.actions,
      // groups
      ...listed.actions,
      ...paged.actions,
      // activities
    },
    dialogues: {
      // notices
      ...writing.dialogues,
      ...timing.dialogues,
      ...deciding.dialogues,
      // roles
      // statistics
      ...stats.dialogues,
      // groups
      // activities
    },
    privateWishes: {
      ...resident.wishes,
      ...office.wishes,
      ...work.wishes,
      // notices
      ...writing.wishes,
      ...trainingSwitch(parts).wishes,
      // roles
      // statistics
      ...stats.wishes,
      // groups
      ...listed.wishes,
      // activities
    },
    groupWishes: group.wishes,
    start: resident.start,
    membership: [resident.membership, groupMembership(parts)],
    boundGroup: group.bound,
    ask: asking.ask,
    startLink: async (_ctx, _payload) => false,
    bindHere: bindings.bindHere,
    bindFromPrivate: (ctx, code) => bindings.bindFromPrivate(ctx, code),
  };
}

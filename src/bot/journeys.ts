import type { Composer } from 'grammy';
import type { ChatRecord } from '../chats/chat-book.js';
import type { ActionVerb } from './actions.js';
import { activitiesJourney } from './activities/activities.js';
import type { DialogueHandlers } from './dialogues.js';
import { binding } from './groups/binding.js';
import { groupJourney, groupMembership } from './groups/group.js';
import { groupList } from './groups/group-list.js';
import { groupPage } from './groups/group-page.js';
import { officeJourney } from './groups/office.js';
import { noticeChoosing } from './notices/choosing.js';
import { noticeDeciding } from './notices/deciding.js';
import { noticeSteering } from './notices/steering.js';
import { noticeTiming } from './notices/timing.js';
import { trainingSwitch } from './notices/training.js';
import { noticeWriting } from './notices/writing.js';
import type { ActionHandler, BotParts, PufaContext } from './parts.js';
import type { Wish } from './plain-words.js';
import { askJourney } from './residents/ask.js';
import { residentJourney, type WishHandler } from './residents/resident.js';
import { accepting } from './roles/accepting.js';
import { inviting } from './roles/inviting.js';
import { myRoles } from './roles/my-roles.js';
import { rolesJourney } from './roles/roles.js';
import { statsJourney } from './stats/stats.js';
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
  const people = rolesJourney(parts);
  const invites = inviting(parts);
  const offers = accepting(parts, work.work);
  const own = myRoles(parts);
  // statistics
  const stats = statsJourney(parts);
  // groups
  const listed = groupList(parts);
  const paged = groupPage(parts);
  // activities
  const activities = activitiesJourney(parts);
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
      ...people.actions,
      ...invites.actions,
      ...offers.actions,
      ...own.actions,
      // statistics
      ...stats.actions,
      // groups
      ...listed.actions,
      ...paged.actions,
      // activities
      ...activities.actions,
    },
    dialogues: {
      // notices
      ...writing.dialogues,
      ...timing.dialogues,
      ...deciding.dialogues,
      // roles
      ...people.answers,
      ...invites.answers,
      // statistics
      ...stats.dialogues,
      // groups
      // activities
      ...activities.answers,
    },
    privateWishes: {
      ...resident.wishes,
      ...office.wishes,
      ...work.wishes,
      // notices
      ...writing.wishes,
      ...trainingSwitch(parts).wishes,
      // roles
      ...people.wishes,
      ...invites.wishes,
      ...own.wishes,
      // statistics
      ...stats.wishes,
      // groups
      ...listed.wishes,
      // activities
      ...activities.wishes,
    },
    groupWishes: group.wishes,
    start: resident.start,
    membership: [resident.membership, groupMembership(parts)],
    boundGroup: group.bound,
    ask: asking.ask,
    startLink: offers.startLink,
    bindHere: bindings.bindHere,
    bindFromPrivate: (ctx, code) => bindings.bindFromPrivate(ctx, code),
  };
}

import type { Context } from 'grammy';
import type { ActivityBook } from '../activities/activity-book.js';
import type { ChatBook } from '../chats/chat-book.js';
import type { DialogueBook } from '../chats/dialogue-book.js';
import type { GroupBook } from '../chats/group-book.js';
import type { Identity } from '../chats/identity.js';
import type { ContentPack } from '../content/pack.js';
import type { Faq } from '../faq/answer-question.js';
import type { QuestionLog } from '../faq/question-log.js';
import type { Log } from '../log.js';
import type { NoticeBook } from '../notices/notice-book.js';
import type { NoticeDesk } from '../notices/notice-desk.js';
import type { NoticeWatches } from '../notices/notice-watches.js';
import type { Training } from '../notices/training.js';
import type { InteractionBook } from '../reach/interaction-book.js';
import type { ReachRows } from '../reach/reach-facts.js';
import type { Invitations } from '../roles/invitation.js';
import type { RoleBook } from '../roles/roles.js';
import type { Clock } from '../time/clock.js';
import type { NumberedMenus } from './numbered-menus.js';
import type { OnceOnly } from './receiving/once-only.js';
import type { Sentences } from './sentences.js';

/** What the bot is built from; `main.ts` and the tests hand it in. */
export interface BotParts {
  pack: ContentPack;
  faq: Faq;
  chats: ChatBook;
  groups: GroupBook;
  questions: QuestionLog;
  interactions: InteractionBook;
  reach: ReachRows;
  roles: RoleBook;
  dialogues: DialogueBook;
  once: OnceOnly;
  // notices
  noticeBook: NoticeBook;
  desk: NoticeDesk;
  watches: NoticeWatches;
  /** null: a real bot, where nobody releases what they wrote */
  training: Training | null;
  /** something has become due: the next tick comes at once */
  wake(): void;
  // roles
  invitations: Invitations;
  // statistics
  // groups
  // activities
  activities: ActivityBook;
  identity: Identity;
  menus: NumberedMenus;
  clock: Clock;
  timeZone: string;
  /** after this, what single people asked is forgotten */
  retentionDays: number;
  log: Log;
}

/** grammY's context with the sentences in the language of the person who wrote. */
export interface PufaContext extends Context {
  say: Sentences;
}

/** A short text shown over the chat to the person who pressed (answerCallbackQuery). */
export interface Toast {
  text: string;
  alert?: boolean;
}

/** Does what a button asks for; the rights were not checked before. */
export type ActionHandler = (ctx: PufaContext, id: string) => Promise<Toast | undefined>;

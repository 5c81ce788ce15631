import type { BodyProblem } from '../../notices/checked-body.js';
import type { NoticeState } from '../../notices/notice-moves.js';
import type { NoticeRefusal } from '../../notices/release-rules.js';
import { en } from './notice-words.en.js';
import { zh } from './notice-words.zh.js';

/** How many a notice reaches, already in words. */
export interface NoticeFacts {
  id: number;
  title: string;
  state: NoticeState;
  /** escaped; empty for none */
  reason: string;
  /** escaped names of the units */
  units: string;
  /** `1 个群（约 120 席）、3 位订阅的居民` */
  reach: string;
  when: string;
  author: string;
}

/** Counts of a notice that was released. */
export interface ProgressFacts {
  title: string;
  state: NoticeState;
  due: string;
  total: number;
  groupsSent: number;
  peopleSent: number;
  /** `对方停用了机器人 2` */
  refused: string[];
  waiting: number;
  waitingReasons: string[];
  unknown: number;
  cancelled: string[];
  open: number;
}

/** Everything the bot says about notices of people. Values are escaped by the caller. */
export interface NoticeWords {
  write: string;
  rewrite: string;
  problem(problem: BodyProblem): string;
  /** Telegram itself would not take it */
  notAccepted: string;
  previewAbove: string;
  card(facts: NoticeFacts): string;
  submittedCard(facts: NoticeFacts): string;
  reach(groups: number, seats: number, uncounted: number, subscribers: number): string;
  everywhere: string;
  atOnce: string;
  /** when it is to be sent, or at once because the wish has passed */
  wishPassed(when: string): string;
  mediaTitle: Record<'photo' | 'voice' | 'document', string>;
  states: Record<NoticeState, string>;
  buttons: {
    read: string;
    content: string;
    who: string;
    when: string;
    ask: string;
    back: string;
    delete: string;
    deleteYes: string;
    keep: string;
    release: string;
    releaseYes: string;
    lookAgain: string;
    return: string;
    reject: string;
    pause: string;
    resume: string;
    stop: string;
    stopYes: string;
    cancel: string;
    toCard: string;
    allUnits: string;
    groups: string;
    people: string;
    pick: string;
    page: string;
    now: string;
    ownTime: string;
    new: string;
  };
  chooseWho: string;
  pickGroups: string;
  noGroups: string;
  keepOneKind: string;
  chooseWhen(now: string): string;
  typeTime: string;
  timeProblem: Record<'unreadable' | 'no-such-day' | 'past' | 'too-far', string>;
  nobodyThere: string;
  asked(count: number): string;
  askedNobody: string;
  askedTraining: string;
  toDecide(author: string): string;
  sureToRelease(reach: string, when: string): string;
  emptyNow: string;
  refusal: Record<NoticeRefusal, string>;
  /** what became of it meanwhile */
  already(state: string, by: string): string;
  askReason: Record<'return' | 'reject', string>;
  reasonTooLong: string;
  decided: Record<'return' | 'reject', string>;
  toldAuthor(decision: 'return' | 'reject', title: string, reason: string): string;
  sureToDelete: string;
  deleted: string;
  sureToStop: string;
  tooLateToCancel: string;
  progress(facts: ProgressFacts): string;
  list: string;
  emptyList: string;
  mine: string;
  waiting: string;
  underWay: string;
  someone: string;
  training(on: boolean): string;
  trainingOnlySandbox: string;
}

export const noticeWords: Record<'zh' | 'en', NoticeWords> = { zh, en };

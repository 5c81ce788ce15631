import type { AnswerLabels } from '../faq/answer-text.js';
import type { ActivitiesWords } from './activities/activities-words.js';
import type { GroupsWords } from './groups/groups-words.js';
import type { NoticeWords } from './notices/notice-words.js';
import type { RolesWords } from './roles/roles-words.js';
import { en } from './sentences.en.js';
import { zh } from './sentences.zh.js';
import type { StatsWords } from './stats/stats-words.js';
import type { WorkWords } from './work-words.js';

export type Language = 'zh' | 'en';

/**
 * Every sentence the bot says of itself; what it teaches comes from the content pack. Texts are HTML in Telegram's
 * subset, and every value put into one must be escaped by the caller (`escapeHtml`), except numbers.
 */
export interface Sentences {
  language: Language;

  // private journey
  /** @param days the retention time */
  consent(days: number): string;
  agree: string;
  declineButton: string;
  declined: string;
  chooseUnit: string;
  noUnit: string;
  chooseTopics: string;
  done: string;
  subscribed(unit: string | null, topics: string): string;
  noTopicLeft: string;
  stopped: string;
  wasNotSubscribed: string;
  subscribeAgain: string;
  help: string;
  myData(data: {
    unit: string;
    topics: string;
    since: string;
    questions: number;
    withWords: number;
    received: number;
    /** days on which they used the bot, as far as kept */
    days: number;
  }): string;
  noData: string;
  eraseButton: string;
  eraseSure: string;
  eraseYes: string;
  keep: string;
  erased: string;
  kept: string;
  onlyText: string;

  // everybody who serves
  work: WorkWords;
  /** an open question of the bot was left unanswered */
  dropped: string;
  dropButton: string;

  // notices
  notice: NoticeWords;
  // roles
  roles: RolesWords;
  // statistics
  stats: StatsWords;
  // groups
  groups: GroupsWords;
  // activities
  activities: ActivitiesWords;

  // questions
  answer: AnswerLabels;
  caseButton: string;
  choices: string;
  none: string;
  noneInGroup: string;
  askHow: string;

  // groups
  greeting(unit: string): string;
  groupTopicsButton: string;
  groupTopics(unit: string): string;
  groupTopicsDone: string;
  paused: string;
  resumed: string;
  notPaused: string;
  leaveSure: string;
  leaveYes: string;
  stay: string;
  stays: string;
  goodbye: string;
  onlyGroupAdmin: string;
  groupAdminAsk: string;
  memberStop: string;
  /** @param command as it must be typed in a group: `/bind@the_bot` */
  bindHow(command: string): string;
  bindUnknown: string;
  bindExpired: string;
  bindUsed: string;
  bindTooMany: string;
  alreadyBound: string;
  bindNoGroup: string;
  bindWhichGroup: string;
  bindDoneInPrivate(group: string, unit: string): string;

  // office
  codeForUnit: string;
  code(data: { code: string; command: string; link: string; unit: string; days: number }): string;
  notOffice: string;

  // everywhere
  stale: string;
  notForYou: string;
  trouble: string;
  commands: {
    start: string;
    ask: string;
    topics: string;
    community: string;
    stop: string;
    mydata: string;
    help: string;
    bind: string;
    pause: string;
    resume: string;
    leave: string;
  };
}

/** The sentences in a language. */
export function sentencesIn(language: Language): Sentences {
  return language === 'en' ? en : zh;
}

/**
 * The language to answer in: Chinese wherever Chinese is written, English only to someone whose client is in English
 * and who writes none. Chinese is the default because many residents never set their client's language.
 * @param text what the person wrote, or the message whose button they pressed; empty when there is none
 */
export function languageOf(text: string, languageCode: string | undefined): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return languageCode?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

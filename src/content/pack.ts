import type { Temporal } from 'temporal-polyfill';

/**
 * The content pack as the program sees it after reading: every reference resolved, every text already rendered.
 * The files' own shape is in `schema.ts`, the way from one to the other in `read-pack.ts`.
 */
export interface ContentPack {
  topics: Topic[];
  units: Unit[];
  hotlines: Hotline[];
  workdays: WorkdayTable;
  observances: Observance[];
  faq: FaqEntry[];
  quizzes: Quiz[];
}

/** What residents can subscribe to. */
export interface Topic {
  id: string;
  name: string;
  en: string;
  /** Chosen for a chat that has not chosen yet. */
  byDefault: boolean;
  /** Names of the FAQ's finer topics that belong here. */
  faqTopics: string[];
}

export type UnitKind = 'district' | 'street' | 'community';

/** A node of the tree district → street → community. */
export interface Unit {
  id: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
}

export interface Hotline {
  number: string;
  name: string;
}

/** Official days off and worked weekend days; ISO dates. A year absent here has plain weekends only. */
export interface WorkdayTable {
  daysOff: ReadonlySet<string>;
  workedWeekendDays: ReadonlySet<string>;
}

/** law + article, `291之二` for an inserted article. */
export interface Citation {
  law: string;
  article: string;
}

/** A month and day without a year. */
export interface MonthDay {
  month: number;
  day: number;
}

/** How an observance finds its days in a year; the kinds are those of the legal calendar. */
export type DateRule = {
  /** Move to the first workday on or after the rule's first day (the last day moves along). */
  onWorkday: boolean;
} & (
  | { kind: 'fixed'; date: MonthDay }
  | { kind: 'span'; from: MonthDay; to: MonthDay }
  /** nth weekday of a month, Monday = 1 … Sunday = 7; nth -1 is the last */
  | { kind: 'weekday'; month: number; weekday: number; nth: number }
  /** nth Monday-to-Sunday week of a month, where the week that holds the 1st is the first */
  | { kind: 'week'; month: number; nth: number }
  /** nth Monday-to-Sunday week that begins in the month */
  | { kind: 'mondayWeek'; month: number; nth: number }
  /** the Monday-to-Sunday week that holds the date */
  | { kind: 'weekOf'; date: MonthDay }
  | { kind: 'month'; month: number }
  /** a date of the Chinese calendar; never its leap month */
  | { kind: 'lunar'; date: MonthDay }
  /** the whole Gregorian month that holds a date of the Chinese calendar */
  | { kind: 'lunarMonth'; date: MonthDay }
  /** one of the 24 solar terms by its Chinese name */
  | { kind: 'solarTerm'; term: string }
  /** set each year by notice; `expected` prefills a year that is not in `years`, null leaves it without dates */
  | {
      kind: 'announced';
      expected: { from: MonthDay; to: MonthDay } | null;
      years: ReadonlyMap<number, { first: Temporal.PlainDate; last: Temporal.PlainDate }>;
    }
);

/** Until when a step may still be sent: a time of its own day, or whole days after its due time. */
export type Lateness = { kind: 'time'; time: Temporal.PlainTime } | { kind: 'days'; days: number };

/** What a step or a notice says. Text is HTML in Telegram's subset, checked to fit one message. */
export type StepBody = { kind: 'text'; html: string } | { kind: 'quiz'; quizId: string };

export interface ObservanceStep {
  step: string;
  /** whole days from the occurrence's first day (or from its last, with anchor `end`); may be negative */
  offsetDays: number;
  anchor: 'start' | 'end';
  at: Temporal.PlainTime;
  lateUntil: Lateness;
  body: StepBody;
}

/** A legal-awareness day, week or month with its series of messages. */
export interface Observance {
  id: string;
  /** id in the legal calendar; null for an office's own observance */
  ref: string | null;
  title: string;
  en: string | null;
  rule: DateRule;
  basis: string;
  responsible: string;
  topicIds: string[];
  citations: Citation[];
  written: Temporal.PlainDate;
  checked: Temporal.PlainDate;
  steps: ObservanceStep[];
  /** where it stands, for messages to editors: `content/observances/x.md` */
  file: string;
}

/** One curated answer. Texts are HTML in Telegram's subset unless said otherwise. */
export interface FaqEntry {
  id: string;
  faqTopic: string;
  /** plain text */
  question: string;
  /** plain text, the point in at most 30 characters */
  gist: string;
  /** plain texts: other ways residents put the question */
  aliases: string[];
  urgent: boolean;
  answer: string;
  /** what to do now, one HTML text per step, unnumbered */
  steps: string[];
  /** invented case, marked as such */
  caseStory: string;
  /** one more thing to know about the law; null when there is none */
  lawNote: string | null;
  hotlines: string[];
  citations: Citation[];
  written: Temporal.PlainDate;
  checked: Temporal.PlainDate;
  file: string;
}

export interface QuizQuestion {
  question: string;
  options: string[];
  /** 0-based place of the right option */
  correctOption: number;
  explanation: string;
  citations: Citation[];
}

export interface Quiz {
  id: string;
  title: string;
  questions: QuizQuestion[];
  file: string;
}

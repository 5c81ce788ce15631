/** What the control API under /sandbox/ answers. Instants are ISO strings. */

export interface Person {
  id: number;
  name: string;
  username?: string;
  /** The role the person plays, e.g. 居民. */
  part: string;
  /** One line on what can be tried as this person. */
  note: string;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  members: { userId: number; status: MemberStatus }[];
  memberCount: number;
  lastMessage: { text: string; date: string; from: string | null } | null;
  /** The supergroup this group became; null while it is in use. */
  upgradedTo: number | null;
  /** In a private chat `left` means not started and `kicked` means blocked. */
  botStatus: MemberStatus;
}

export interface CommandList {
  scope: { type: string; chat_id?: number; user_id?: number };
  languageCode: string;
  commands: Command[];
}

export interface Command {
  command: string;
  description: string;
}

export interface Fault {
  method: string;
  chat?: number;
  /** Calls still to be hit. */
  times?: number;
  /** Matching calls to let through first. */
  after?: number;
  fault: FaultKind;
}

export type FaultKind =
  | { kind: 'answer'; code: number; description: string; parameters?: { retry_after?: number } }
  | { kind: 'html'; status: number }
  | { kind: 'reset'; delivered: boolean }
  | { kind: 'hang'; delivered: boolean; ms: number }
  | { kind: 'delay'; ms: number };

export interface SandboxState {
  now: string;
  zone: string;
  bot: { id: number; username: string; name: string };
  people: Person[];
  chats: Chat[];
  commands: CommandList[];
  limits: boolean;
  privacyMode: boolean;
  faults: Fault[];
}

export interface InlineButton {
  text: string;
  kind: 'callback' | 'url' | 'copy' | 'disabled';
  url?: string;
  copyText?: string;
  style?: string;
}

export interface Poll {
  question: string;
  options: { text: string; votes: number }[];
  total: number;
  closed: boolean;
  /** Right options of a quiz; null for a poll. */
  correct: number[] | null;
  explanation: string | null;
  multiple: boolean;
  /** Chosen options by person id. */
  myVotes: Record<string, number[]>;
}

export interface Media {
  kind: string;
  fileName?: string;
  url?: string;
}

export interface Message {
  id: number;
  date: string;
  from: { id: number; name: string; isBot: boolean } | null;
  text: string;
  /** Safe HTML, rendered from the entities by the server. */
  html: string;
  /** Chinese text of a service message; null for an ordinary one. */
  service: string | null;
  replyTo: { id: number; text: string } | null;
  buttons: InlineButton[][];
  replyKeyboard: (string | { text: string })[][] | null;
  poll: Poll | null;
  media: Media | null;
  edited: boolean;
  deleted: boolean;
}

export interface ApiCall {
  n: number;
  at: string;
  method: string;
  chat?: number;
  params: unknown;
  /** HTTP-like status of the answer: 200, 400, 429 … */
  status: number;
  description?: string;
  durationMs: number;
}

/** A file a person is about to send. */
export interface Attachment {
  kind: 'photo' | 'voice' | 'document';
  fileName: string;
  base64: string;
}

/** Does something as the selected person; null when it was refused (the reason was shown). */
export type Act = (what: string, params?: Record<string, unknown>) => Promise<Record<string, unknown> | null>;

export interface Toast {
  id: number;
  text: string;
  kind: 'info' | 'error';
}

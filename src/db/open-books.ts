import type { Identity } from '../chats/identity.js';
import type { ContentPack } from '../content/pack.js';
import type { FirstRole } from '../roles/roles.js';
import { createActivityBook } from './activity-book.js';
import { createChatBook } from './chat-book.js';
import { createDialogueBook } from './dialogue-book.js';
import { createGroupBook } from './group-book.js';
import { createInteractionBook } from './interaction-book.js';
import { createInvitations } from './invitations.js';
import { createLedger } from './ledger.js';
import { createNoticeBook } from './notice-book.js';
import { createNoticeDesk } from './notice-desk.js';
import { createNoticeWatches } from './notice-watches.js';
import type { PrismaClient } from './open-database.js';
import { plantRoles } from './plant-roles.js';
import { createQuestionLog } from './question-log.js';
import { createReachRows } from './reach-rows.js';
import { createRoleBook } from './role-book.js';
import { createSeenUpdates } from './seen-updates.js';
import { createTraining } from './training.js';
import { syncUnits } from './unit-tree.js';

/** What the books need to know of the installation. */
export interface Installation {
  identity: Identity;
  pack: ContentPack;
  timeZone: string;
  /** administrators by the settings */
  adminIds: number[];
  firstRoles: FirstRole[];
  /** names this process in the updates it takes up */
  processName: string;
  /** only the sandbox has a training switch */
  isSandbox: boolean;
}

export type Books = Awaited<ReturnType<typeof openBooks>>;

/** Everything that is kept, each behind the port that its room defines; the tree of units is brought up to date first. */
export async function openBooks(prisma: PrismaClient, installation: Installation, now: Date) {
  const { identity, pack, timeZone, adminIds, firstRoles, processName, isSandbox } = installation;
  await syncUnits(prisma, pack.units);
  await plantRoles(prisma, identity, firstRoles, now, timeZone);
  const unitIds = pack.units.map((unit) => unit.id);
  const rootUnitIds = pack.units.filter((unit) => unit.parentId === null).map((unit) => unit.id);
  return {
    chats: createChatBook(prisma, identity, timeZone, unitIds),
    groups: createGroupBook(prisma, identity, timeZone, unitIds),
    questions: createQuestionLog(prisma, timeZone),
    interactions: createInteractionBook(prisma, timeZone),
    reach: createReachRows(prisma),
    roles: createRoleBook(prisma, identity, adminIds, rootUnitIds, timeZone),
    invitations: createInvitations(prisma, identity, timeZone),
    dialogues: createDialogueBook(prisma),
    activities: createActivityBook(prisma, timeZone),
    ledger: createLedger(prisma, identity, timeZone),
    noticeBook: createNoticeBook(prisma),
    desk: createNoticeDesk(prisma, timeZone),
    watches: createNoticeWatches(prisma),
    training: isSandbox ? createTraining(prisma, timeZone) : null,
    // The folder or the server's lock is ours: what another process has claimed, a dead one has.
    seenUpdates: createSeenUpdates(prisma, { name: processName, alone: true }),
  };
}

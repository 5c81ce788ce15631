import type { Prisma } from '../generated/prisma/client.js';
import type { Transaction } from './rekey-chat.js';

export interface AuditFact {
  /** keyed hash of who acted; null: the program, or an anonymous administrator */
  actorKey: string | null;
  /** what was done, such as `chat.bind` */
  action: string;
  /** to which row: `chat/12` */
  subject: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
  reason?: string | null;
}

/** Appends an audit row in the transaction of the change it tells about. @param day civil day in the programme's zone */
export async function audit(tx: Transaction, fact: AuditFact, now: Date, day: string): Promise<void> {
  const { reason, ...rest } = fact;
  await tx.auditEntry.create({ data: { ...rest, reason: reason ?? null, at: now, day } });
}

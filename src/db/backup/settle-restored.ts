import { civilDateAt } from '../../time/zone.js';
import { RESTORED_GAP } from '../notice-book.js';
import type { Connection } from '../open-database.js';
import { rowsTogether } from './format.js';

/** What a restored copy must not send, because the original may have sent it after the backup. */
export interface Settled {
  /** deliveries that are unknown now: a person decides */
  unknown: number;
  /** notices closed with them */
  closed: number;
}

/**
 * Makes sure that a restored copy sends nothing again. What was on its way, or due since the backup, may have gone out
 * and becomes `unknown`; what is due later stays. Steps of the calendar that may have gone out meanwhile are skipped at
 * the first tick, see `planSteps`. Dialogues are dropped: what people were asked, they were asked in another life.
 * In plain SQL, because it runs on the schema of the backup, before newer migrations.
 * @param connection in the transaction that loaded the rows
 * @param now        the installation's clock, not before `takenAt`
 */
export async function settleRestored(
  connection: Connection,
  backup: { takenAt: string; rows: Record<string, number> },
  now: Date,
  timeZone: string,
): Promise<Settled> {
  const at = now.toISOString();
  const day = civilDateAt(now, timeZone).toString();
  const unknown = await connection.query(
    `UPDATE "Delivery" AS d
     SET "state" = 'unknown', "reason" = 'restored', "waitUntil" = NULL, "settledAt" = $1, "day" = $2
     FROM "Notice" AS n
     WHERE n."id" = d."noticeId" AND (d."state" = 'claimed' OR d."state" IN ('planned', 'waiting') AND n."dueAt" <= $1)`,
    [at, day],
  );
  const closed = await connection.query(
    `UPDATE "Notice" SET "state" = 'done', "stateReason" = 'restored', "stateAt" = $1
     WHERE "state" IN ('released', 'sending', 'paused') AND "dueAt" <= $1`,
    [at],
  );
  await connection.query('DELETE FROM "Dialogue"');
  await rememberGap(connection, backup.takenAt, at);
  const after = { takenAt: backup.takenAt, rows: rowsTogether(backup.rows), unknown: unknown.rowCount };
  await connection.query(
    `INSERT INTO "AuditEntry" ("at", "day", "action", "subject", "after") VALUES ($1, $2, 'backup.restore', 'database', $3)`,
    [at, day, JSON.stringify(after)],
  );
  return { unknown: unknown.rowCount ?? 0, closed: closed.rowCount ?? 0 };
}

/** A copy of a copy that never ran has the earlier gap still before it: the two become one. */
async function rememberGap(connection: Connection, from: string, to: string): Promise<void> {
  const known = await connection.query<{ value: string }>('SELECT "value" FROM "Setting" WHERE "key" = $1', [
    RESTORED_GAP,
  ]);
  const earlier = known.rows[0] && (JSON.parse(known.rows[0].value) as { from: string }).from;
  const gap = { from: earlier !== undefined && earlier < from ? earlier : from, to };
  await connection.query(
    `INSERT INTO "Setting" ("key", "value") VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = $2`,
    [RESTORED_GAP, JSON.stringify(gap)],
  );
}

import { KEY_CHECK, WORLD } from './identity-key.js';
import { planMigrations, readApplied, readMigrations } from './migrate.js';
import { type Connection, migrationsDir } from './open-database.js';

/** What `pufa doctor` wants to know; through the folder's door it travels as JSON. */
export interface DatabaseLook {
  /** PostgreSQL's, such as `18.3` */
  version: string;
  pendingMigrations: number;
  /** the database's own clock, in milliseconds since 1970 */
  clockMs: number;
  /** bound groups and channels (those that are paused may be so for want of rights), with Telegram's id as their address */
  groups: { title: string | null; address: string }[];
  /** which identity key the rows were written with, and which world they are of; null where nothing ever started */
  keyFingerprint: string | null;
  world: string | null;
}

const GROUPS_AT_MOST = 300;

/** Looks at the database as it stands and changes nothing. @throws StartError when its schema does not fit this build */
export async function lookAtDatabase(connection: Connection): Promise<DatabaseLook> {
  const plain = await connection.query<{ version: string; ms: string; chats: string | null }>(
    `SELECT current_setting('server_version') AS version, extract(epoch FROM now()) * 1000 AS ms,
            to_regclass('"Chat"') AS chats`,
  );
  const { version = '', ms = '0', chats = null } = plain.rows[0] ?? {};
  const pending = planMigrations(await readMigrations(migrationsDir()), await readApplied(connection));
  const groups =
    chats === null
      ? []
      : await connection
          .query<{ title: string | null; address: string }>(
            `SELECT "title", "address" FROM "Chat" WHERE "kind" <> 'private' AND "state" IN ('active', 'paused')
             ORDER BY "id" LIMIT ${GROUPS_AT_MOST}`,
          )
          .then((found) => found.rows);
  const settings =
    chats === null
      ? new Map<string, string>()
      : await connection
          .query<{ key: string; value: string }>(`SELECT "key", "value" FROM "Setting" WHERE "key" = ANY ($1)`, [
            [KEY_CHECK, WORLD],
          ])
          .then((found) => new Map(found.rows.map(({ key, value }) => [key, value])));
  return {
    version: version.split(' ')[0] ?? '',
    pendingMigrations: pending.length,
    clockMs: Math.round(Number(ms)),
    groups,
    keyFingerprint: settings.get(KEY_CHECK) ?? null,
    world: settings.get(WORLD) ?? null,
  };
}

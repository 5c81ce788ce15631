import type { Connection } from '../open-database.js';

/**
 * Runs the work in one transaction; a fault takes everything back.
 * @param mode such as `ISOLATION LEVEL REPEATABLE READ READ ONLY`; empty: the server's own
 */
export async function inTransaction<Result>(
  connection: Connection,
  mode: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.query(`BEGIN ${mode}`);
  try {
    const result = await work();
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

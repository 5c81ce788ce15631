import { z } from 'zod';
import type { Config } from '../config.js';
import type { Unit } from '../content/pack.js';
import type { ReachFacts, ReachRows } from '../reach/reach-facts.js';
import { reachScope } from '../reach/reach-scope.js';
import { type DoorCommand, doorCommand } from './door-commands.js';
import { createReachRows } from './reach-rows.js';
import { runWhereDataIs } from './run-where-data-is.js';

/** What `pufa stats` asks for: ISO dates, both included, and a unit with everything below it; null: everywhere. */
export type StatsQuestion = z.output<typeof questionShape>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const questionShape = z.object({ from: isoDate, to: isoDate, unitId: z.string().nullable() });

/** `pufa stats` as the running process answers it. @param tree the units of the content pack */
export function statsCommand(rows: ReachRows, tree: Unit[]): DoorCommand {
  return doorCommand('stats', questionShape, (question) => factsFor(rows, tree, question));
}

/** The facts for `pufa stats`, wherever the data is. */
export async function readStats(config: Config, tree: Unit[], question: StatsQuestion): Promise<ReachFacts> {
  return runWhereDataIs(config, 'stats', question, ({ prisma }) => factsFor(createReachRows(prisma), tree, question));
}

async function factsFor(rows: ReachRows, tree: Unit[], { from, to, unitId }: StatsQuestion): Promise<ReachFacts> {
  return rows.facts(from, to, unitId === null ? null : reachScope([unitId], tree).units);
}

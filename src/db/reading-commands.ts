import { z } from 'zod';
import { type DoorCommand, doorCommand } from './door-commands.js';
import type { PrismaClient } from './open-database.js';
import { type ChatLine, type NoticeLine, readChats, readNotices } from './overview.js';

/** Commands that read rows, for people to look at or scripts to parse. */
export const READING_COMMANDS = ['chats', 'notices'] as const;
export type ReadingCommand = (typeof READING_COMMANDS)[number];

export async function runReadingCommand(
  prisma: PrismaClient,
  command: ReadingCommand,
  timeZone: string,
): Promise<ChatLine[] | NoticeLine[]> {
  return command === 'chats' ? readChats(prisma) : readNotices(prisma, timeZone);
}

/** The reading commands as the running process answers them. */
export function readingCommands(prisma: PrismaClient, timeZone: string): DoorCommand[] {
  return READING_COMMANDS.map((name) =>
    doorCommand(name, z.object({}), () => runReadingCommand(prisma, name, timeZone)),
  );
}

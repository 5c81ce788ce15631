import type { RequestListener } from 'node:http';
import type { PrismaClient } from './open-database.js';
import { readChats, readNotices } from './overview.js';

/** Commands that read, and that work through the door while the bot runs. */
export const READING_COMMANDS = ['chats', 'notices'] as const;
export type ReadingCommand = (typeof READING_COMMANDS)[number];

/** Runs a reading command: rows for people to read or scripts to parse. */
export async function runReadingCommand(prisma: PrismaClient, command: ReadingCommand, timeZone: string) {
  return command === 'chats' ? readChats(prisma) : readNotices(prisma, timeZone);
}

/** Answers the commands that come through the data folder's door: POST /command `{ "command": "chats" }`. */
export function answerCommands(prisma: PrismaClient, timeZone: string): RequestListener {
  return async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const command = READING_COMMANDS.find(
      (name) => JSON.stringify({ command: name }) === Buffer.concat(chunks).toString(),
    );
    if (!command) {
      response.writeHead(400).end();
      return;
    }
    const rows = await runReadingCommand(prisma, command, timeZone).catch(() => null);
    response.writeHead(rows ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
  };
}

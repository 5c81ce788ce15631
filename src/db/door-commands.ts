import type { IncomingMessage, RequestListener } from 'node:http';
import type { z } from 'zod';
import { StartError } from '../start-error.js';

/** A command that works through the data folder's door while the bot runs. */
export interface DoorCommand {
  name: string;
  /** @returns what the asker gets, as JSON @throws StartError with a sentence that the asker gets word for word */
  run(params: unknown): Promise<unknown>;
  fits(params: unknown): boolean;
}

/** @param shape what the asker has to send along; `z.object({})` where there is nothing */
export function doorCommand<Shape extends z.ZodType>(
  name: string,
  shape: Shape,
  run: (params: z.output<Shape>) => Promise<unknown>,
): DoorCommand {
  return { name, run: (params) => run(shape.parse(params)), fits: (params) => shape.safeParse(params).success };
}

/** How a request to the door ends; `ask-door.ts` reads it on the other side. */
export const DOOR_STATUS = { done: 200, notUnderstood: 400, refused: 422, failed: 500, notReady: 503 } as const;

/**
 * Answers what comes through the door: POST /command `{ "command": "backup", "file": "/…" }`. A refusal carries its
 * sentence; any other fault is answered without words, which may repeat a resident's.
 */
export function answerCommands(commands: DoorCommand[]): RequestListener {
  return async (request, response) => {
    const end = (status: number, body?: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
    try {
      const { command: name, ...params } = (await readJson(request)) as { command?: unknown };
      const command = commands.find((known) => known.name === name);
      if (!command?.fits(params)) end(DOOR_STATUS.notUnderstood);
      else end(DOOR_STATUS.done, await command.run(params));
    } catch (error) {
      if (error instanceof StartError) end(DOOR_STATUS.refused, { sentence: error.message, exitCode: error.exitCode });
      else end(error instanceof SyntaxError ? DOOR_STATUS.notUnderstood : DOOR_STATUS.failed);
    }
  };
}

async function readJson(request: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  return value;
}

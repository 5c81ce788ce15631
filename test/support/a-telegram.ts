import type { Message } from 'grammy/types';
import type { Sandbox } from '../../src/sandbox/start-sandbox.js';
import type { Outgoing } from '../../src/sandbox/world/actions/send.js';
import type { TestHouse } from './a-house.js';

/** How long a test waits for the bot, in milliseconds; far above what it needs. */
const PATIENCE_MS = 8_000;

/** A person by name or id, as the sandbox's seed has them. */
type Who = string | number;

/** Plays people against the running bot, and waits until it has dealt with everything. */
export interface Telegram {
  person(who: Who): number;
  group(title: string): number;
  /** Writes in a chat; the private chat of the person unless given. */
  say(who: Who, text: string, where?: { chat?: number; replyTo?: number; asChat?: boolean }): Promise<number>;
  /** Sends anything a person can send: media, formatting, albums; the private chat of the person. */
  send(who: Who, out: Outgoing): Promise<number>;
  /** Presses the newest button whose label holds these words, in the chat. */
  press(who: Who, label: string, chat?: number): Promise<void>;
  /** A tap with data of one's own making, on the newest message of the bot. */
  forge(who: Who, data: string, chat?: number): Promise<void>;
  /** Anything else that a person does. @throws when Telegram's client would not let them */
  act(what: { ok: true } | { ok: false; message: string }): Promise<void>;
  /** The bot's messages in a chat, oldest first. */
  fromBot(chat: Who): Message[];
  /** The text of the bot's newest message in a chat; empty when there is none. */
  last(chat: Who): string;
  /** Resolves when the bot has confirmed every update. */
  settled(): Promise<void>;
}

export function aTelegram(house: TestHouse): Telegram {
  const world = () => house.sandbox.world;
  const person = (who: Who): number => {
    const found = world()
      .people()
      .find(({ id, name }) => id === who || name === who);
    if (!found) throw new Error(`nobody called ${who}`);
    return found.id;
  };
  const done = <T extends object>(result: ({ ok: true } & T) | { ok: false; message: string }): T => {
    if (!result.ok) throw new Error(result.message);
    return result;
  };
  const fromBot = (chat: Who) =>
    world()
      .messages(typeof chat === 'string' ? person(chat) : chat)
      .filter((message) => message.from?.id === house.sandbox.bot.id);
  const settled = () => confirmed(house.sandbox);

  return {
    person,
    fromBot,
    settled,
    group: (title) => {
      const found = world()
        .chats()
        .find((chat) => chat.title === title && chat.upgradedTo === null);
      if (!found) throw new Error(`no group ${title}`);
      return found.id;
    },
    say: async (who, text, { chat = person(who), ...where } = {}) => {
      const { message } = done(world().send(person(who), chat, { text, ...where }));
      await settled();
      return message;
    },
    send: async (who, out) => {
      const { message } = done(world().send(person(who), person(who), out));
      await settled();
      return message;
    },
    press: async (who, label, chat = person(who)) => {
      const { message, place } = buttonNamed(fromBot(chat), label);
      done(world().pressButton(person(who), chat, message, place));
      await settled();
    },
    forge: async (who, data, chat = person(who)) => {
      const newest = fromBot(chat).findLast((message) => message.reply_markup?.inline_keyboard.length);
      if (!newest) throw new Error('no message with buttons');
      done(world().pressButton(person(who), chat, newest.message_id, { rawData: data }));
      await settled();
    },
    act: async (what) => {
      done(what);
      await settled();
    },
    last: (chat) => fromBot(chat).at(-1)?.text ?? '',
  };
}

function buttonNamed(messages: Message[], label: string) {
  for (const message of messages.toReversed()) {
    for (const [row, buttons] of (message.reply_markup?.inline_keyboard ?? []).entries()) {
      const col = buttons.findIndex((button) => button.text.includes(label));
      if (col >= 0) return { message: message.message_id, place: { row, col } };
    }
  }
  throw new Error(`no button ${label}`);
}

/** A bot that polls one batch after another has handled everything once the server has nothing left to confirm. */
export async function confirmed(sandbox: Sandbox): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if (sandbox.world.pendingUpdates() === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the bot did not answer in time');
}

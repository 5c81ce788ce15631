import { type Api, GrammyError, HttpError, InlineKeyboard } from 'grammy';
import { chatIdOf, type Identity } from '../chats/identity.js';
import type { Right } from '../roles/rights.js';
import { mayIn } from '../roles/rights.js';
import type { BotParts } from './parts.js';
import type { Button } from './show.js';

/** How every sentence of the bot goes out: our HTML, and no picture of a page that a link leads to. */
export const AS_HTML = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } };

/**
 * Writes to a person in private, unasked: to those who serve, never to residents.
 * @param address sealed private chat
 * @returns the message's id; null when it could not be delivered (blocked, never started, no connection)
 */
export async function tell(
  api: Api,
  identity: Identity,
  address: string,
  html: string,
  rows: Button[][] = [],
): Promise<number | null> {
  try {
    const message = await api.sendMessage(chatIdOf(identity, address), html, {
      ...AS_HTML,
      ...(rows.length > 0 ? { reply_markup: keyboardOf(rows) } : {}),
    });
    return message.message_id;
  } catch (error) {
    if (error instanceof GrammyError || error instanceof HttpError) return null;
    throw error;
  }
}

/** The same with numbered buttons: a digit means them from now on, not those of an earlier message. */
export async function tellWithMenu(
  api: Api,
  { identity, menus }: Pick<BotParts, 'identity' | 'menus'>,
  address: string,
  html: string,
  rows: Button[][],
): Promise<number | null> {
  const messageId = await tell(api, identity, address, html, rows);
  if (messageId !== null) {
    const data = rows.flat().map((button) => button.data);
    menus.remember(chatIdOf(identity, address), data);
  }
  return messageId;
}

/** Inline buttons, a row per row. */
export function keyboardOf(rows: Button[][]): InlineKeyboard {
  return InlineKeyboard.from(rows.map((row) => row.map((button) => InlineKeyboard.text(button.text, button.data))));
}

/**
 * Sealed addresses of everybody who has the right in all of these units, each once.
 * @param except keyed hash of somebody who is not meant, such as the author
 */
export async function addressesWith(
  parts: Pick<BotParts, 'roles' | 'pack'>,
  right: Right,
  unitIds: string[],
  except: string | null = null,
): Promise<string[]> {
  const holders = await parts.roles.holders();
  const keys = [...new Set(holders.map((holder) => holder.personKey))].filter((key) => key !== except);
  return keys.flatMap((key) => {
    const own = holders.filter((holder) => holder.personKey === key);
    const address = own.find((holder) => holder.address !== null)?.address;
    return address && mayIn(own, right, unitIds, parts.pack.units) ? [address] : [];
  });
}

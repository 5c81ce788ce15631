import { GrammyError } from 'grammy';
import { splitMessages } from '../content/split-messages.js';
import type { NumberedMenus } from './numbered-menus.js';
import type { PufaContext } from './parts.js';
import { AS_HTML, keyboardOf } from './tell.js';

export interface Button {
  text: string;
  data: string;
}

/** One button a row, numbered so that a digit can answer: `1 春风社区`. */
export function numbered(buttons: Button[]): Button[][] {
  return buttons.map((button, i) => [{ ...button, text: `${i + 1} ${button.text}` }]);
}

/**
 * Says something with buttons: in place of the message whose button was pressed, otherwise as a new message (in groups
 * as a reply, so that it is clear who is meant).
 */
export async function show(
  ctx: PufaContext,
  menus: NumberedMenus,
  html: string,
  rows: Button[][] = [],
  inPlace = ctx.callbackQuery !== undefined,
): Promise<void> {
  const other = { ...AS_HTML, reply_markup: keyboardOf(rows) };
  // Without buttons the last menu is forgotten: a digit must never reach a question that is no longer asked.
  if (ctx.chat?.type === 'private') {
    menus.remember(
      ctx.chat.id,
      rows.flat().map((button) => button.data),
    );
  }
  if (inPlace && ctx.callbackQuery?.message && (await edited(ctx, html, other))) return;
  const inGroup = ctx.chat?.type !== 'private';
  const parts = splitMessages(html);
  for (const part of parts.slice(0, -1)) await ctx.reply(part, AS_HTML);
  await ctx.reply(parts.at(-1) ?? html, {
    ...other,
    ...(inGroup && ctx.msgId ? { reply_parameters: { message_id: ctx.msgId, allow_sending_without_reply: true } } : {}),
  });
}

/**
 * Edits the message whose button was pressed. Pressing twice edits it into what it is already, which is fine.
 * @returns false when Telegram will not edit it (too old, deleted): then the answer is a new message
 */
async function edited(ctx: PufaContext, html: string, other: Parameters<PufaContext['editMessageText']>[1]) {
  try {
    await ctx.editMessageText(html, other);
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return error.description.includes('message is not modified');
  }
}

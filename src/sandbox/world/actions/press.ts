import { createHash } from 'node:crypto';
import { type Core, chatOf, isInside, memberOf, messageOf, nextId, personOf } from '../core.js';
import { meet } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { renderMessage } from '../render-message.js';
import { renderPerson } from '../render-user.js';

/** Long after a query can be answered; kept shorter than for ever only for the state file's sake. */
const FORGET_AFTER_MS = 24 * 3_600_000;

/** Which button: its place in the keyboard, or data a changed client made up (Bot API: CallbackQuery, data). */
export type PressTarget = { row: number; col: number } | { rawData: string };

/** What pressing came to: a callback query for the bot, or something only the client does. */
export type Pressed = { callbackQueryId: string } | { url: string } | { copied: string };

/** Presses an inline button. A callback query can be answered once, within 150 s of the sandbox's time. */
export function pressButton(
  core: Core,
  personId: number,
  chatId: number,
  messageId: number,
  target: PressTarget,
): Pressed {
  const chat = chatOf(core, chatId);
  const person = personOf(core, personId);
  const message = messageOf(chat, messageId);
  const mayRead = chat.type === 'private' ? chat.id === personId : isInside(memberOf(chat, personId));
  if (!mayRead) throw new Refusal(`${person.name}不在“${chat.title}”里，按不到这个按钮。`);
  if ('rawData' in target) return ask(target.rawData);

  const button = message.buttons?.inline_keyboard[target.row]?.[target.col];
  if (!button) throw new Refusal('这条消息没有这个按钮（也许已经换掉了）。');
  if ('url' in button) return { url: button.url };
  if ('copy_text' in button) return { copied: button.copy_text.text };
  if ('callback_data' in button) return ask(button.callback_data);
  throw new Refusal(`“${button.text}”这个按钮按不动。`);

  function ask(data: string): Pressed {
    const { status } = memberOf(chat, core.state.bot.id);
    if (chat.type === 'private' && status === 'kicked') throw new Refusal('机器人已经被停用，要先解除停用。');
    const id = String(nextId(core, 'callback', 4_000_000_000_000_000));
    const askedAtMs = core.clock.now().getTime();
    core.state.callbacks = core.state.callbacks.filter((asked) => askedAtMs - asked.askedAtMs < FORGET_AFTER_MS);
    core.state.callbacks.push({ id, personId, chatId, messageId, askedAtMs, answered: false });
    meet(core, chat, personId);
    const query = {
      id,
      from: renderPerson(person),
      message: renderMessage(core, chat, message),
      chat_instance: createHash('sha256').update(`${chat.id}`).digest('hex').slice(0, 16),
      data,
    };
    core.updates.push('callback_query', query, `callback_query:${personId}`);
    return { callbackQueryId: id };
  }
}

import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { ReplyKeyboard } from '../world/world-state.js';
import { badRequest } from './api-error.js';
import type { Call } from './call.js';

const CALLBACK_DATA_LIMIT_BYTES = 64;
const COPY_TEXT_LIMIT = 256;
const BUTTON_LIMIT = 100;

/** A reply markup: buttons under the message, or a keyboard for the people in the chat. */
export interface Markup {
  buttons: InlineKeyboardMarkup | null;
  keyboard: ReplyKeyboard | null;
  /** Something other than inline buttons was given; a poll that carries it cannot be stopped. */
  isOther: boolean;
}

type Fields = Record<string, unknown>;

/** @throws ApiError for a markup Telegram refuses; nothing at all for an absent one */
export function readMarkup(call: Call): Markup {
  const given = call.params.json('reply_markup', 'reply keyboard markup');
  if (given === undefined) return { buttons: null, keyboard: null, isOther: false };
  if (!isFields(given)) throw badRequest('object expected as reply markup');
  if ('inline_keyboard' in given) return { buttons: readInline(given.inline_keyboard), keyboard: null, isOther: false };
  if ('keyboard' in given) return { buttons: null, keyboard: readKeyboard(given.keyboard), isOther: true };
  if (given.remove_keyboard === true) return { buttons: null, keyboard: 'remove', isOther: true };
  return { buttons: null, keyboard: null, isOther: given.force_reply === true };
}

/** For edits, which take inline buttons only. @returns null when the message is to have none */
export function readInlineMarkup(call: Call): InlineKeyboardMarkup | null {
  const markup = readMarkup(call);
  if (markup.isOther) throw badRequest('inline keyboard expected');
  return markup.buttons;
}

function readInline(rows: unknown): InlineKeyboardMarkup | null {
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  const keyboard = rows.map((row) => {
    if (!Array.isArray(row))
      throw badRequest("can't parse inline keyboard button: Inline keyboard row must be an Array");
    return row.map(readButton);
  });
  const filled = keyboard.filter((row) => row.length > 0);
  if (filled.flat().length > BUTTON_LIMIT) throw badRequest('reply markup is too long');
  return filled.length > 0 ? { inline_keyboard: filled } : null;
}

/** One button. Of several actions the first in Telegram's order counts; an empty callback_data counts as absent. */
function readButton(given: unknown): InlineKeyboardButton {
  if (!isFields(given)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text, style } = given;
  if (typeof text !== 'string') throw badRequest('can\'t parse inline keyboard button: Can\'t find field "text"');
  const looks = { text, ...(typeof style === 'string' ? { style } : {}) };
  const url = filledText(given.url);
  if (url !== null) {
    if (!/^(https?|tg):\/\//i.test(url) || !URL.canParse(url)) throw badRequest('BUTTON_URL_INVALID');
    return { ...looks, url } as InlineKeyboardButton;
  }
  const data = filledText(given.callback_data);
  if (data !== null) {
    if (Buffer.byteLength(data) > CALLBACK_DATA_LIMIT_BYTES) throw badRequest('BUTTON_DATA_INVALID');
    return { ...looks, callback_data: data } as InlineKeyboardButton;
  }
  const copy = given.copy_text;
  if (isFields(copy)) {
    const copied = filledText(copy.text);
    if (copied === null || [...copied].length > COPY_TEXT_LIMIT) throw badRequest('BUTTON_COPY_TEXT_INVALID');
    return { ...looks, copy_text: { text: copied } } as InlineKeyboardButton;
  }
  const other = OTHER_ACTIONS.find((action) => given[action] !== undefined);
  if (other) return { ...looks, [other]: given[other] } as unknown as InlineKeyboardButton;
  throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

/** Kept as they are: the sandbox's page shows them as buttons that cannot be pressed. */
const OTHER_ACTIONS = [
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'pay',
  'disabled',
];

function readKeyboard(rows: unknown): ReplyKeyboard {
  if (!Array.isArray(rows)) throw badRequest('field "keyboard" must be of type Array');
  return rows
    .map((row) => {
      if (!Array.isArray(row)) throw badRequest("can't parse keyboard button: Keyboard row must be an Array");
      return row.map((button) => {
        const text = isFields(button) ? button.text : button;
        if (typeof text !== 'string') throw badRequest('can\'t parse keyboard button: Can\'t find field "text"');
        return { text };
      });
    })
    .filter((row) => row.length > 0);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function filledText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

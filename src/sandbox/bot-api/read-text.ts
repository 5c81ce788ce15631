import type { MessageEntity } from 'grammy/types';
import { cutEntities } from '../text/cut-entities.js';
import { findEntities } from '../text/find-entities.js';
import { type MarkedText, parseHtml } from '../text/parse-html.js';
import { MarkupError } from '../text/read-html-tag.js';
import { codePoints, tidyText } from '../text/tidy-text.js';
import { findPerson } from '../world/core.js';
import { renderPerson } from '../world/render-user.js';
import { badRequest } from './api-error.js';
import type { Call } from './call.js';

const RAW_LIMIT_BYTES = 32_768;

/** Which parameters carry a text, and what is said when it is too long. */
export interface TextParameters {
  text: string;
  parseMode: string;
  entities: string;
  /** In code points, after the markup is taken off. */
  limit: number;
  tooLong: string;
}

export const MESSAGE_TEXT: TextParameters = {
  text: 'text',
  parseMode: 'parse_mode',
  entities: 'entities',
  limit: 4096,
  tooLong: 'message is too long',
};

export const CAPTION: TextParameters = {
  text: 'caption',
  parseMode: 'parse_mode',
  entities: 'caption_entities',
  limit: 1024,
  tooLong: 'message caption is too long',
};

/** A message's text, which must not be empty. @throws ApiError */
export function readMessageText(call: Call): MarkedText {
  if (call.params.text('text') === '') throw badRequest('message text is empty');
  const read = readText(call, MESSAGE_TEXT);
  if (read.text === '') throw badRequest('text must be non-empty');
  return read;
}

/** A text with its entities, the ones Telegram finds by itself included; empty when it is absent. @throws ApiError */
export function readText(call: Call, parameters: TextParameters): MarkedText {
  const raw = call.params.text(parameters.text);
  if (Buffer.byteLength(raw) > RAW_LIMIT_BYTES) throw badRequest('text is too long');
  const tidy = tidyText(withPeople(call, marked(call, raw, parameters)));
  if (codePoints(tidy.text) > parameters.limit) throw badRequest(parameters.tooLong);
  return { text: tidy.text, entities: findEntities(tidy.text, tidy.entities) };
}

function marked(call: Call, raw: string, parameters: TextParameters): MarkedText {
  const mode = call.params.text(parameters.parseMode).toLowerCase();
  if (mode === '' || mode === 'none')
    return { text: raw, entities: cutEntities(raw, call.params.json(parameters.entities, 'entities')) };
  if (mode === 'html') {
    try {
      return parseHtml(raw);
    } catch (error) {
      if (error instanceof MarkupError) throw badRequest(`can't parse entities: ${error.message}`);
      throw error;
    }
  }
  if (mode === 'markdown' || mode === 'markdownv2') {
    throw badRequest('this sandbox reads parse_mode HTML only; Telegram itself would take Markdown');
  }
  throw badRequest('unsupported parse_mode');
}

/** A mention of somebody the bot has not met is dropped, its text stays (Bot API: Formatting options). */
function withPeople(call: Call, text: MarkedText): MarkedText {
  const entities = text.entities.flatMap((entity): MessageEntity[] => {
    if (entity.type !== 'text_mention') return [entity];
    const person = findPerson(call.core, entity.user.id);
    if (!person || !call.core.state.bot.knownPeople.includes(person.id)) return [];
    return [{ ...entity, user: renderPerson(person) }];
  });
  return { text: text.text, entities };
}

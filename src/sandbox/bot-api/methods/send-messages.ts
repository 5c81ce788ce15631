import { addressedChat } from '../address.js';
import { badRequest } from '../api-error.js';
import type { Method } from '../call.js';
import { readMessageText } from '../read-text.js';
import { readPlace, sendAsBot } from '../send-as-bot.js';

const CHAT_ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

/** Bot API: sendMessage. */
export const sendMessage: Method = (call) => {
  const { text, entities } = readMessageText(call);
  const place = readPlace(call, 'text');
  return sendAsBot(call, place, {
    text,
    ...(entities.length > 0 ? { entities } : {}),
    ...linkPreview(call.params.json('link_preview_options', 'link preview options')),
  });
};

function linkPreview(given: unknown): object {
  return typeof given === 'object' && given !== null ? { link_preview_options: given } : {};
}

/** Bot API: sendChatAction. */
export const sendChatAction: Method = (call) => {
  const action = call.params.text('action').toLowerCase();
  if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  addressedChat(call, 'write');
  return true;
};

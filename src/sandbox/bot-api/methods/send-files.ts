import { addFile, findFile, type MediaKind, mediaContent } from '../../world/files.js';
import { imageSize } from '../../world/image-size.js';
import type { FileState } from '../../world/world-state.js';
import { ApiError, badRequest } from '../api-error.js';
import type { Call, Method } from '../call.js';
import { CAPTION, readText } from '../read-text.js';
import { readPlace, sendAsBot } from '../send-as-bot.js';

const MEGABYTE = 1024 * 1024;
/** Bot API: Sending files. */
const UPLOAD_LIMIT_BYTES: Partial<Record<MediaKind, number>> = { photo: 10 * MEGABYTE };
const USUAL_UPLOAD_LIMIT_BYTES = 50 * MEGABYTE;
const DOWNLOAD_LIMIT_BYTES = 20 * MEGABYTE;
const PHOTO_SIDES_LIMIT = 10_000;
const PHOTO_RATIO_LIMIT = 20;

/** Bot API: sendPhoto. */
export const sendPhoto: Method = (call) => sendFile(call, 'photo');
/** Bot API: sendVoice. */
export const sendVoice: Method = (call) => sendFile(call, 'voice');
/** Bot API: sendDocument. */
export const sendDocument: Method = (call) => sendFile(call, 'document');

function sendFile(call: Call, kind: 'photo' | 'voice' | 'document'): unknown {
  const { text, entities } = readText(call, CAPTION);
  const place = readPlace(call, kind);
  const file = inputFile(call, kind);
  return sendAsBot(call, place, {
    ...mediaContent(call.core, file, call.params.int('duration', 0, 0)),
    ...(text ? { caption: text } : {}),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  });
}

/** The uploaded file, or a known one by its id; an id keeps its kind (Bot API: Sending files). @throws ApiError */
function inputFile(call: Call, kind: MediaKind): FileState {
  const { core, params } = call;
  const upload = params.upload(kind);
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    if (upload.bytes.length > (UPLOAD_LIMIT_BYTES[kind] ?? USUAL_UPLOAD_LIMIT_BYTES)) {
      throw new ApiError(413, 'Request Entity Too Large');
    }
    if (kind === 'photo') checkPhoto(upload.bytes);
    return addFile(core, kind, upload.bytes, upload.fileName, { mimeType: upload.mimeType });
  }
  const given = params.text(kind);
  if (given === '') throw badRequest(`there is no ${kind} in the request`);
  // The sandbox fetches nothing from outside; Telegram answers the same for an address it cannot read.
  if (/^https?:\/\//i.test(given)) throw badRequest('failed to get HTTP URL content');
  const file = findFile(core, given);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  if (file.kind !== kind) {
    throw badRequest(`can't use file of type ${capitalized(file.kind)} as ${capitalized(kind)}`);
  }
  return file;
}

function checkPhoto(bytes: Uint8Array): void {
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  if (width + height > PHOTO_SIDES_LIMIT || ratio > PHOTO_RATIO_LIMIT) throw badRequest('PHOTO_INVALID_DIMENSIONS');
}

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Bot API: getFile. */
export const getFile: Method = ({ core, params }) => {
  const file = findFile(core, params.text('file_id'));
  if (!file) throw badRequest('invalid file_id');
  if (file.size > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big');
  return { file_id: file.fileId, file_unique_id: file.fileUniqueId, file_size: file.size, file_path: file.path };
};

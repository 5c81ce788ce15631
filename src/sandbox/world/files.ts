import { createHash, randomBytes } from 'node:crypto';
import { type Core, nextId } from './core.js';
import { imageSize } from './image-size.js';
import type { FileState, MessageContent } from './world-state.js';

export type MediaKind = FileState['kind'];

const FOLDERS: Record<MediaKind, string> = {
  photo: 'photos',
  voice: 'voice',
  document: 'documents',
  audio: 'music',
  video: 'videos',
  animation: 'animations',
  sticker: 'stickers',
};

/** The extension of a kind where the name has none. */
const USUAL_EXTENSION: Record<MediaKind, string> = {
  photo: 'jpg',
  voice: 'oga',
  document: 'bin',
  audio: 'mp3',
  video: 'mp4',
  animation: 'mp4',
  sticker: 'webp',
};

/** What is said of a file besides its name. */
interface FileClaims {
  mimeType?: string;
  /** in bytes; unset: what the bytes are */
  size?: number | undefined;
}

/** Keeps the bytes; the file id stays good for as long as the state does (Bot API: File). */
export function addFile(
  core: Core,
  kind: MediaKind,
  bytes: Uint8Array,
  fileName: string,
  { mimeType = '', size = bytes.length }: FileClaims = {},
): FileState {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
  const usual = USUAL_EXTENSION[kind];
  const path = `${FOLDERS[kind]}/file_${nextId(core, 'file')}.${extension ?? usual}`;
  core.files.put(path, bytes);
  const file: FileState = {
    fileId: `${kind.slice(0, 2).toUpperCase()}${randomBytes(24).toString('base64url')}`,
    fileUniqueId: `AQAD${createHash('sha256').update(bytes).digest('base64url').slice(0, 12)}`,
    kind,
    fileName: fileName || `file.${extension ?? usual}`,
    mimeType: MIME_TYPES[extension ?? usual] || mimeType || 'application/octet-stream',
    size,
    path,
  };
  core.state.files.push(file);
  return file;
}

export function findFile(core: Core, fileId: string): FileState | undefined {
  return core.state.files.find((file) => file.fileId === fileId);
}

/** The message field of a file (Bot API: PhotoSize, Voice, Document …). @param durationSeconds of a recording */
export function mediaContent(core: Core, file: FileState, durationSeconds = 0): MessageContent {
  const base = { file_id: file.fileId, file_unique_id: file.fileUniqueId, file_size: file.size };
  const named = { ...base, file_name: file.fileName, mime_type: file.mimeType };
  switch (file.kind) {
    case 'photo': {
      const size = imageSize(core.files.get(file.path) ?? new Uint8Array()) ?? { width: 320, height: 320 };
      return { photo: [{ ...base, ...size }] };
    }
    case 'voice':
      return { voice: { ...base, duration: durationSeconds, mime_type: file.mimeType } };
    case 'audio':
      return { audio: { ...named, duration: durationSeconds } };
    case 'video':
      return { video: { ...named, width: 640, height: 360, duration: durationSeconds } };
    case 'animation':
      return { animation: { ...named, width: 320, height: 240, duration: durationSeconds }, document: named };
    case 'sticker': {
      const drawn = { type: 'regular' as const, width: 512, height: 512, is_animated: false, is_video: false };
      return { sticker: { ...base, ...drawn, emoji: '👍' } };
    }
    case 'document':
      return { document: named };
  }
}

/** What a browser or player is told about a file, by its extension. */
export const MIME_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  txt: 'text/plain',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

import type { Message } from 'grammy/types';
import type { Written } from '../../notices/checked-body.js';

/** What a person's message holds, stripped to what a notice needs. */
export function readWritten(message: Message): Written {
  const { text, caption, entities, caption_entities: captionEntities } = message;
  const media = mediaOf(message);
  return {
    text: text ?? caption ?? '',
    marks: entities ?? captionEntities ?? [],
    media,
    inAlbum: message.media_group_id !== undefined,
    isOther: text === undefined && media === null,
  };
}

function mediaOf(message: Message): Written['media'] {
  // The last size is the largest (Bot API, PhotoSize); any of their ids sends the whole photo.
  const photo = message.photo?.at(-1);
  if (photo) return { kind: 'photo', fileId: photo.file_id, sizeBytes: photo.file_size ?? null };
  if (message.voice) {
    return { kind: 'voice', fileId: message.voice.file_id, sizeBytes: message.voice.file_size ?? null };
  }
  // A GIF comes with a document for old clients (Bot API, Message.animation); it would not go out as it came.
  if (message.document && !message.animation) {
    return { kind: 'document', fileId: message.document.file_id, sizeBytes: message.document.file_size ?? null };
  }
  return null;
}

import type { Api } from 'grammy';
import type { Message, MessageEntity } from 'grammy/types';
import type { NoticeBody, TextMark } from '../delivery/notice-body.js';
import { AS_HTML } from './tell.js';

/** Sends what a notice says, exactly so: to residents, and as the preview to those who write and release it. */
export function sendBody(api: Api, chatId: number, body: NoticeBody): Promise<Message> {
  switch (body.kind) {
    case 'text':
      return api.sendMessage(chatId, body.html, AS_HTML);
    case 'message':
      return api.sendMessage(chatId, body.text, {
        entities: entitiesOf(body.marks),
        link_preview_options: { is_disabled: true },
      });
    case 'photo':
      return api.sendPhoto(chatId, body.fileId, captionOf(body));
    case 'voice':
      return api.sendVoice(chatId, body.fileId, captionOf(body));
    case 'document':
      return api.sendDocument(chatId, body.fileId, captionOf(body));
    case 'quiz':
      // Anonymous, so that nobody in the group sees who answered what (and neither do we).
      return api.sendPoll(chatId, body.question, body.options, {
        type: 'quiz',
        correct_option_ids: [body.correctOption],
        explanation: body.explanation,
        is_anonymous: true,
      });
  }
}

function captionOf(body: { caption: string; marks: TextMark[] }) {
  return body.caption === '' ? {} : { caption: body.caption, caption_entities: entitiesOf(body.marks) };
}

function entitiesOf(marks: TextMark[]): MessageEntity[] {
  return marks as MessageEntity[];
}

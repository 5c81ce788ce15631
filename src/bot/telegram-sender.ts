import { type Api, GrammyError, HttpError } from 'grammy';
import { chatIdOf, type Identity } from '../chats/identity.js';
import type { TelegramReply } from '../delivery/outcome.js';
import type { SendNotice } from '../delivery/send-due.js';
import { sendBody } from './send-body.js';

/** Codes of connections that never came about, so that nothing was written (telegram.md, 2.8). */
const NOT_WRITTEN = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED'];

/** The thin hand that gives a delivery to Telegram and brings back what it said, uninterpreted. */
export function telegramSender(api: Api, identity: Identity): SendNotice {
  return async (delivery) => {
    try {
      const message = await sendBody(api, chatIdOf(identity, delivery.address), delivery.body);
      return { kind: 'ok', messageId: message.message_id, pollId: message.poll?.id ?? null };
    } catch (error) {
      return replyOf(error);
    }
  };
}

/** What a failed call of grammY tells about the message. */
export function replyOf(error: unknown): TelegramReply {
  if (error instanceof GrammyError) {
    return {
      kind: 'error',
      code: error.error_code,
      description: error.description,
      retryAfterSeconds: error.parameters.retry_after ?? null,
      migrateToChatId: error.parameters.migrate_to_chat_id ?? null,
    };
  }
  if (!(error instanceof HttpError)) throw error;
  const cause = error.error as { code?: string; type?: string; name?: string } | undefined;
  const word = cause?.code ?? cause?.type ?? cause?.name ?? 'unknown';
  return { kind: 'broken', written: !NOT_WRITTEN.includes(word), cause: word };
}

import type { Method } from './call.js';
import { answerCallbackQuery, answerInlineQuery } from './methods/answer-queries.js';
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
  setMessageReaction,
} from './methods/chats.js';
import { copyMessage, forwardMessage } from './methods/copy-messages.js';
import { deleteMessage, editMessageCaption, editMessageReplyMarkup, editMessageText } from './methods/edit-messages.js';
import { sendPoll, stopPoll } from './methods/polls.js';
import {
  deleteMyCommands,
  getChatMenuButton,
  getMe,
  getMyCommands,
  getMyDescription,
  getMyName,
  getMyShortDescription,
  setChatMenuButton,
  setMyCommands,
  setMyDescription,
  setMyName,
  setMyShortDescription,
} from './methods/profile.js';
import { getFile, sendDocument, sendPhoto, sendVoice } from './methods/send-files.js';
import { sendChatAction, sendMessage } from './methods/send-messages.js';
import { getUpdates } from './methods/updates.js';
import { deleteWebhook, getWebhookInfo, setWebhook } from './methods/webhooks.js';

const METHODS: Record<string, Method> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendVoice,
  sendDocument,
  sendPoll,
  stopPoll,
  sendChatAction,
  copyMessage,
  forwardMessage,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  answerInlineQuery,
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  setMessageReaction,
  getFile,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName,
  getMyName,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
  setChatMenuButton,
  getChatMenuButton,
};

const BY_LOWER_NAME = new Map(Object.entries(METHODS).map(([name, run]) => [name.toLowerCase(), { name, run }]));

/** Method names are case-insensitive. @returns undefined for a method the sandbox does not have */
export function findMethod(name: string): { name: string; run: Method } | undefined {
  return BY_LOWER_NAME.get(name.toLowerCase());
}

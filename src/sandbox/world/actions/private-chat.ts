import { privateChat } from '../add-chat.js';
import { changeMember } from '../change-member.js';
import { type Core, memberOf, newMember, personOf } from '../core.js';
import { Refusal } from '../refusal.js';
import { checkPayload } from './bot-membership.js';
import { sendText } from './send.js';

/**
 * Presses START, by hand or through a link: the client writes "/start" or "/start PAYLOAD". A blocked bot is
 * unblocked first, as RESTART does.
 */
export function startBot(core: Core, personId: number, payload?: string): { chat: number; message: number } {
  personOf(core, personId);
  if (payload !== undefined && payload !== '') checkPayload(payload);
  const chat = privateChat(core, personId);
  const { status } = memberOf(chat, core.state.bot.id);
  if (status === 'kicked') unblockBot(core, personId);
  // The first start is no my_chat_member: only blocking and unblocking are (Bot API: Update).
  if (status === 'left' || !chat.knownToBot) chat.members[String(core.state.bot.id)] = newMember('member');
  return sendText(core, personId, chat.id, payload ? `/start ${payload}` : '/start');
}

export function blockBot(core: Core, personId: number): object {
  const chat = privateChat(core, personOf(core, personId).id);
  if (memberOf(chat, core.state.bot.id).status === 'kicked') throw new Refusal('机器人已经停用了。');
  const told = chat.knownToBot;
  const from = memberOf(chat, core.state.bot.id);
  if (from.status === 'left') chat.members[String(core.state.bot.id)] = newMember('member');
  if (told) changeMember(core, chat, core.state.bot.id, newMember('kicked'), personId);
  else chat.members[String(core.state.bot.id)] = newMember('kicked');
  return {};
}

export function unblockBot(core: Core, personId: number): object {
  const chat = privateChat(core, personOf(core, personId).id);
  if (memberOf(chat, core.state.bot.id).status !== 'kicked') throw new Refusal('机器人没有停用。');
  if (chat.knownToBot) changeMember(core, chat, core.state.bot.id, newMember('member'), personId);
  else delete chat.members[String(core.state.bot.id)];
  return {};
}

/** The account is gone for good; chats keep a deleted account. */
export function deleteAccount(core: Core, personId: number): object {
  const person = personOf(core, personId);
  person.deleted = true;
  core.emit({ kind: 'change', what: 'state' });
  return {};
}

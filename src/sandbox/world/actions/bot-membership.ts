import { changeMember } from '../change-member.js';
import { type Core, chatOf, isAdmin, isInside, memberOf, newMember, personOf } from '../core.js';
import { postMessage } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { renderBot } from '../render-user.js';
import { type AdminRights, changedPermissions, type Permissions, usualAdminRights } from '../rights.js';
import { requireAdmin } from './groups.js';
import { sendText } from './send.js';

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** @throws Refusal for a deep-link payload Telegram's clients would not pass on (Bot API: Deep linking) */
export function checkPayload(payload: string): string {
  if (!PAYLOAD.test(payload)) throw new Refusal('链接里的码只能用字母、数字、下划线和减号，最长 64 个。');
  return payload;
}

/**
 * Someone adds the bot: it becomes a member (in a channel, and with rights named, an administrator), a service message
 * tells the group, and after a startgroup link the client writes "/start@bot PAYLOAD" as that person.
 */
export function addBot(
  core: Core,
  byId: number,
  chatId: number,
  options: { startPayload?: string; rights?: Partial<AdminRights> } = {},
): object {
  const { bot } = core.state;
  const chat = chatOf(core, chatId);
  const person = personOf(core, byId);
  if (chat.type === 'private') throw new Refusal('这是私聊，机器人已经在里面了。');
  if (!isInside(memberOf(chat, byId))) throw new Refusal(`${person.name}不在“${chat.title}”里，不能往里拉机器人。`);
  if (isInside(memberOf(chat, bot.id))) throw new Refusal(`机器人已经在“${chat.title}”里了。`);
  const wantsAdmin = chat.type === 'channel' || options.rights !== undefined;
  const needsAdmin = wantsAdmin || chat.username !== null || memberOf(chat, bot.id).status === 'kicked';
  if (needsAdmin) requireAdmin(core, chat, byId);
  if (options.startPayload !== undefined) checkPayload(options.startPayload);

  chat.privacyMode = bot.privacyMode;
  chat.botJoinedAtMessage = chat.lastMessageId + 1;
  const status = wantsAdmin ? 'administrator' : 'member';
  const rights = wantsAdmin ? usualAdminRights(options.rights) : null;
  changeMember(core, chat, bot.id, newMember(status, { rights }), byId);
  if (chat.type === 'channel') return {};
  postMessage(core, chat, {
    sender: { kind: 'user', id: byId },
    content: { new_chat_members: [renderBot(bot)] },
  });
  if (options.startPayload) sendText(core, byId, chatId, `/start@${bot.username} ${options.startPayload}`);
  return {};
}

/** An administrator removes the bot, which also bans it. */
export function removeBot(core: Core, byId: number, chatId: number): object {
  const { bot } = core.state;
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  requireBotInside(core, chatId);
  // The farewell is written first: it is the last thing the bot may see here.
  if (chat.type !== 'channel') {
    postMessage(core, chat, { sender: { kind: 'user', id: byId }, content: { left_chat_member: renderBot(bot) } });
  }
  changeMember(core, chat, bot.id, newMember('kicked'), byId);
  return {};
}

export function promoteBot(core: Core, byId: number, chatId: number, rights: Partial<AdminRights> = {}): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  requireBotInside(core, chatId);
  changeMember(core, chat, core.state.bot.id, newMember('administrator', { rights: usualAdminRights(rights) }), byId);
  return {};
}

export function demoteBot(core: Core, byId: number, chatId: number): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  requireBotInside(core, chatId);
  if (!isAdmin(memberOf(chat, core.state.bot.id))) throw new Refusal(`机器人本来就不是“${chat.title}”的管理员。`);
  if (chat.type === 'channel') throw new Refusal('频道里的机器人只能是管理员；不要它了可以移出去。');
  changeMember(core, chat, core.state.bot.id, newMember('member'), byId);
  return {};
}

/** Takes away or gives back what the bot may send; with everything given back it is an ordinary member again. */
export function restrictBot(core: Core, byId: number, chatId: number, changes: Partial<Permissions>): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  requireBotInside(core, chatId);
  if (chat.type !== 'supergroup') throw new Refusal('只有超级群能单独禁言一个成员；请先把群升级为超级群。');
  const member = memberOf(chat, core.state.bot.id);
  const permissions = changedPermissions(member.permissions ?? chat.permissions, changes);
  const sameAsAll = Object.entries(chat.permissions).every(([name, given]) => {
    return !given || permissions[name as keyof Permissions];
  });
  const to = sameAsAll ? newMember('member') : newMember('restricted', { permissions });
  changeMember(core, chat, core.state.bot.id, to, byId);
  return {};
}

/** BotFather's setting; a chat goes by it from the next time the bot is added. */
export function setPrivacyMode(core: Core, on: boolean): object {
  core.state.bot.privacyMode = on;
  core.emit({ kind: 'change', what: 'state' });
  return {};
}

function requireBotInside(core: Core, chatId: number): void {
  const chat = chatOf(core, chatId);
  if (!isInside(memberOf(chat, core.state.bot.id))) throw new Refusal(`机器人不在“${chat.title}”里。`);
}

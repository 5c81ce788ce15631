import { addChat } from '../add-chat.js';
import { changeMember } from '../change-member.js';
import { type Core, chatOf, isAdmin, isInside, memberOf, newMember, personOf } from '../core.js';
import { postMessage } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { renderPerson } from '../render-user.js';
import type { ChatState, ChatType } from '../world-state.js';

/** A new group or channel with its owner in it. */
export function createChat(
  core: Core,
  ownerId: number,
  title: string,
  type: Exclude<ChatType, 'private'>,
): { chat: number } {
  const owner = personOf(core, ownerId);
  if (title.trim() === '') throw new Refusal('请给群起个名字。');
  if ([...title].length > 128) throw new Refusal('群名最长 128 个字。');
  const chat = addChat(core, type, title.trim());
  chat.members[String(owner.id)] = newMember('creator');
  const content = {
    group: { group_chat_created: true },
    supergroup: { supergroup_chat_created: true },
    channel: { channel_chat_created: true },
  } as const;
  const sender =
    type === 'channel' ? { kind: 'chat' as const, chatId: chat.id } : { kind: 'user' as const, id: owner.id };
  postMessage(core, chat, { sender, content: content[type] });
  return { chat: chat.id };
}

/** Someone comes into a group or channel by themselves. */
export function joinGroup(core: Core, personId: number, chatId: number): object {
  const person = personOf(core, personId);
  const chat = chatOf(core, chatId);
  if (chat.type === 'private') throw new Refusal('私聊没有加入这一说。');
  const member = memberOf(chat, personId);
  if (isInside(member)) throw new Refusal(`${person.name}已经在“${chat.title}”里了。`);
  if (member.status === 'kicked') throw new Refusal(`${person.name}被移出了“${chat.title}”，不能自己再进来。`);
  changeMember(core, chat, personId, newMember('member'), personId);
  if (chat.type !== 'channel') {
    const content = { new_chat_members: [renderPerson(person)] };
    postMessage(core, chat, { sender: { kind: 'user', id: personId }, content });
  }
  return {};
}

/** Someone leaves by themselves. */
export function leaveGroup(core: Core, personId: number, chatId: number): object {
  const person = personOf(core, personId);
  const chat = chatOf(core, chatId);
  if (chat.type === 'private') throw new Refusal('私聊不能退出；不想收消息可以停用机器人。');
  if (!isInside(memberOf(chat, personId))) throw new Refusal(`${person.name}不在“${chat.title}”里。`);
  changeMember(core, chat, personId, newMember('left'), personId);
  if (chat.type !== 'channel') {
    const content = { left_chat_member: renderPerson(person) };
    postMessage(core, chat, { sender: { kind: 'user', id: personId }, content });
  }
  return {};
}

/** The owner or an administrator makes someone an administrator, or takes it back. */
export function setPersonAdmin(
  core: Core,
  byId: number,
  chatId: number,
  personId: number,
  as: { admin: boolean; anonymous?: boolean },
): object {
  const chat = chatOf(core, chatId);
  requireAdmin(core, chat, byId);
  const person = personOf(core, personId);
  const member = memberOf(chat, personId);
  if (!isInside(member)) throw new Refusal(`${person.name}不在“${chat.title}”里。`);
  if (as.anonymous && chat.type !== 'supergroup') throw new Refusal('只有超级群的管理员可以匿名。');
  const status = member.status === 'creator' ? 'creator' : as.admin ? 'administrator' : 'member';
  changeMember(core, chat, personId, newMember(status, { anonymous: as.anonymous ?? false }), byId);
  return {};
}

/** @throws Refusal unless this person may run the chat */
export function requireAdmin(core: Core, chat: ChatState, personId: number): void {
  const person = personOf(core, personId);
  if (chat.type === 'private') throw new Refusal('这是私聊，没有管理员。');
  if (!isAdmin(memberOf(chat, personId))) {
    throw new Refusal(`${person.name}不是“${chat.title}”的群主或管理员，做不了这件事。`);
  }
}

/**
 * A basic group becomes a supergroup: a new chat with a new id, one service message in each, and the bot is told of
 * the new chat only (Telegram: Chat Migrations). The old id answers 400 with migrate_to_chat_id from then on.
 */
export function upgradeToSupergroup(core: Core, byId: number, chatId: number): { chat: number } {
  const old = chatOf(core, chatId);
  const person = personOf(core, byId);
  if (old.type !== 'group') throw new Refusal('只有普通群可以升级为超级群。');
  if (memberOf(old, byId).status !== 'creator') throw new Refusal(`只有群主能升级群，${person.name}不是群主。`);
  const chat = addChat(core, 'supergroup', old.title);
  const botId = core.state.bot.id;
  const botMember = memberOf(old, botId);
  const others = Object.entries(old.members).filter(([id]) => id !== String(botId));
  chat.members = structuredClone(Object.fromEntries(others));
  chat.upgradedFrom = old.id;
  chat.privacyMode = old.privacyMode;
  const sender = { kind: 'user', id: byId } as const;
  if (isInside(botMember)) changeMember(core, chat, botId, structuredClone(botMember), byId);
  postMessage(core, old, { sender, content: { migrate_to_chat_id: chat.id } });
  postMessage(core, chat, { sender, content: { migrate_from_chat_id: old.id } });
  old.upgradedTo = chat.id;
  core.emit({ kind: 'change', what: 'state' });
  return { chat: chat.id };
}

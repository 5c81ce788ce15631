import { expect, it } from 'vitest';
import { commandsFor } from './chat-commands.js';
import type { Chat, CommandList } from './types.js';

const group: Chat = {
  id: -5,
  type: 'group',
  title: '春风社区居民群',
  members: [],
  memberCount: 3,
  lastMessage: null,
  upgradedTo: null,
  botStatus: 'member',
};
const privateChat: Chat = { ...group, id: 7, type: 'private' };

function list(command: string, scope: CommandList['scope'], languageCode = ''): CommandList {
  return { scope, languageCode, commands: [{ command, description: command }] };
}

const everywhere = list('default', { type: 'default' });
const inGroups = list('groups', { type: 'all_group_chats' });
const forAdmins = list('admins', { type: 'all_chat_administrators' });
const inThisGroup = list('here', { type: 'chat', chat_id: -5 });
const elsewhere = list('elsewhere', { type: 'chat', chat_id: -6 });
const inPrivate = list('private', { type: 'all_private_chats' });
const inPrivateChinese = list('chinese', { type: 'all_private_chats' }, 'zh');

it.each([
  ['nothing where none were set', [], group, false, []],
  ['the default list where there is no narrower one', [everywhere, inPrivate], group, false, ['default']],
  ['the list for groups before the default', [everywhere, inGroups], group, false, ['groups']],
  ['the list for admins to an admin', [everywhere, inGroups, forAdmins], group, true, ['admins']],
  ['not the list for admins to a member', [everywhere, inGroups, forAdmins], group, false, ['groups']],
  ['this chat’s own list before all', [everywhere, forAdmins, inThisGroup], group, true, ['here']],
  ['never another chat’s list', [elsewhere, everywhere], group, false, ['default']],
  ['the Chinese list before the one without language', [inPrivate, inPrivateChinese], privateChat, false, ['chinese']],
])('offers %s', (_name, lists, chat, isAdmin, expected) => {
  expect(commandsFor(lists, chat, 7, isAdmin).map((command) => command.command)).toEqual(expected);
});

import type { ChatMember } from 'grammy/types';
import type { Core } from './core.js';
import { renderUser } from './render-user.js';
import { permissions, usualAdminRights } from './rights.js';
import type { ChatState, MemberState } from './world-state.js';

const CHANNEL_ONLY = new Set(['can_post_messages', 'can_edit_messages']);
const GROUP_ONLY = new Set(['can_pin_messages', 'can_manage_topics']);

/** What someone is in a chat, as the Bot API tells it (Bot API: ChatMember). */
export function renderMember(core: Core, chat: ChatState, userId: number, member: MemberState): ChatMember {
  const user = renderUser(core, userId);
  switch (member.status) {
    case 'creator':
      return { status: 'creator', user, is_anonymous: member.anonymous };
    case 'administrator': {
      const hidden = chat.type === 'channel' ? GROUP_ONLY : CHANNEL_ONLY;
      const rights = Object.entries(member.rights ?? usualAdminRights()).filter(([name]) => !hidden.has(name));
      return {
        status: 'administrator',
        user,
        can_be_edited: false,
        is_anonymous: member.anonymous,
        ...Object.fromEntries(rights),
      } as ChatMember;
    }
    case 'member':
      return { status: 'member', user };
    case 'restricted':
      return {
        status: 'restricted',
        user,
        is_member: true,
        until_date: 0,
        ...(member.permissions ?? permissions(false)),
      } as ChatMember;
    case 'left':
      return { status: 'left', user };
    case 'kicked':
      return { status: 'kicked', user, until_date: 0 };
  }
}

/** Administrator rights (Bot API: ChatAdministratorRights), without is_anonymous. */
export const ADMIN_RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_post_messages',
  'can_edit_messages',
  'can_pin_messages',
  'can_manage_topics',
] as const;
export type AdminRight = (typeof ADMIN_RIGHTS)[number];
export type AdminRights = Record<AdminRight, boolean>;

/** What an ordinary member may do (Bot API: ChatPermissions). */
export const PERMISSIONS = [
  'can_send_messages',
  'can_send_audios',
  'can_send_documents',
  'can_send_photos',
  'can_send_videos',
  'can_send_video_notes',
  'can_send_voice_notes',
  'can_send_polls',
  'can_send_other_messages',
  'can_add_web_page_previews',
  'can_react_to_messages',
  'can_edit_tag',
  'can_change_info',
  'can_invite_users',
  'can_pin_messages',
  'can_manage_topics',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
export type Permissions = Record<Permission, boolean>;

/** What a client ticks for a new administrator bot: everything but naming further administrators. */
export function usualAdminRights(changes: Partial<AdminRights> = {}): AdminRights {
  const rights = Object.fromEntries(ADMIN_RIGHTS.map((right) => [right, right !== 'can_promote_members']));
  return { ...(rights as AdminRights), ...changes };
}

/** All permissions as given, except those that are changed. */
export function permissions(all: boolean, changes: Partial<Permissions> = {}): Permissions {
  const same = Object.fromEntries(PERMISSIONS.map((permission) => [permission, all])) as Permissions;
  return { ...same, ...changes };
}

/** What a new group lets its members do: talk and send, but not run the group. */
export function usualPermissions(): Permissions {
  return permissions(true, { can_change_info: false, can_pin_messages: false, can_manage_topics: false });
}

/**
 * Permissions after a change in which can_send_messages stands for every kind of message unless the kind is named
 * (Bot API: restrictChatMember without use_independent_chat_permissions).
 */
export function changedPermissions(before: Permissions, changes: Partial<Permissions>): Permissions {
  const sendsAll = changes.can_send_messages;
  const implied =
    sendsAll === undefined
      ? {}
      : Object.fromEntries(
          PERMISSIONS.filter((name) => /^can_(send|add|react)/.test(name)).map((name) => [name, sendsAll]),
        );
  return { ...before, ...implied, ...changes };
}

/** The kinds of content a right is asked for, as Telegram's error texts name them (tdlib/td: can_send_message_content). */
export type SendKind = 'text' | 'photo' | 'voice' | 'document' | 'audio' | 'video' | 'animation' | 'sticker' | 'poll';

export const SEND_PERMISSION: Record<SendKind, Permission> = {
  text: 'can_send_messages',
  photo: 'can_send_photos',
  voice: 'can_send_voice_notes',
  document: 'can_send_documents',
  audio: 'can_send_audios',
  video: 'can_send_videos',
  animation: 'can_send_other_messages',
  sticker: 'can_send_other_messages',
  poll: 'can_send_polls',
};

export const SEND_KIND_WORDS: Record<SendKind, string> = {
  text: 'text messages',
  photo: 'photos',
  voice: 'voice notes',
  document: 'documents',
  audio: 'music',
  video: 'videos',
  animation: 'GIFs',
  sticker: 'stickers',
  poll: 'polls',
};

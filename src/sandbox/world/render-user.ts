import type { User, UserFromGetMe } from 'grammy/types';
import { type Core, findPerson } from './core.js';
import type { BotState, PersonState } from './world-state.js';

/** Telegram's stand-in for anonymous administrators (tdlib/td: UserManager). */
export const GROUP_ANONYMOUS_BOT: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export function renderPerson(person: PersonState): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.deleted ? '' : person.name,
    ...(person.username && !person.deleted ? { username: person.username } : {}),
    ...(person.deleted ? {} : { language_code: person.languageCode }),
  };
}

export function renderBot(bot: BotState): User {
  return { id: bot.id, is_bot: true, first_name: bot.names[''] ?? bot.firstName, username: bot.username };
}

/** A person or the bot. @throws Error for an id the sandbox never handed out */
export function renderUser(core: Core, userId: number): User {
  if (userId === core.state.bot.id) return renderBot(core.state.bot);
  const person = findPerson(core, userId);
  if (!person) throw new Error(`sandbox: nobody has the id ${userId}`);
  return renderPerson(person);
}

/** Bot API 10.3: getMe. */
export function renderMe(bot: BotState): UserFromGetMe {
  return {
    id: bot.id,
    is_bot: true,
    first_name: bot.names[''] ?? bot.firstName,
    username: bot.username,
    can_join_groups: true,
    can_read_all_group_messages: !bot.privacyMode,
    supports_inline_queries: bot.inlineMode,
    supports_guest_queries: false,
    supports_join_request_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
  };
}

// @ts-check

/** @typedef {import('./types.js').Chat} Chat */
/** @typedef {import('./types.js').Command} Command */
/** @typedef {import('./types.js').CommandList} CommandList */

const LANGUAGE = 'zh';

/**
 * The commands a person is offered in a chat: the first list found, from the narrowest scope to the widest, each in
 * the person's language first.
 * Source: https://core.telegram.org/bots/api#determining-list-of-commands
 * @param {CommandList[]} lists
 * @param {Chat} chat
 * @param {number} personId
 * @param {boolean} isAdmin
 * @returns {Command[]} empty where the bot has set none
 */
export function commandsFor(lists, chat, personId, isAdmin) {
  for (const wanted of scopesOf(chat, personId, isAdmin)) {
    for (const language of [LANGUAGE, '']) {
      const found = lists.find((list) => list.languageCode === language && matches(list.scope, wanted));
      if (found && found.commands.length > 0) return found.commands;
    }
  }
  return [];
}

/** @typedef {CommandList['scope']} Scope */

/**
 * @param {Chat} chat
 * @param {number} personId
 * @param {boolean} isAdmin
 * @returns {Scope[]}
 */
function scopesOf(chat, personId, isAdmin) {
  if (chat.type === 'private') {
    return [{ type: 'chat', chat_id: chat.id }, { type: 'all_private_chats' }, { type: 'default' }];
  }
  /** @type {Scope[]} */
  const scopes = [{ type: 'chat_member', chat_id: chat.id, user_id: personId }];
  if (isAdmin) scopes.push({ type: 'chat_administrators', chat_id: chat.id });
  scopes.push({ type: 'chat', chat_id: chat.id });
  if (isAdmin) scopes.push({ type: 'all_chat_administrators' });
  scopes.push({ type: 'all_group_chats' }, { type: 'default' });
  return scopes;
}

/**
 * @param {Scope} scope
 * @param {Scope} wanted
 */
function matches(scope, wanted) {
  return (
    scope.type === wanted.type &&
    (wanted.chat_id === undefined || Number(scope.chat_id) === wanted.chat_id) &&
    (wanted.user_id === undefined || Number(scope.user_id) === wanted.user_id)
  );
}

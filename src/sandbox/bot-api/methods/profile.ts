import type { BotCommand } from 'grammy/types';
import { codePoints } from '../../text/tidy-text.js';
import { renderMe } from '../../world/render-user.js';
import type { CommandScope } from '../../world/world-state.js';
import { badRequest } from '../api-error.js';
import type { Call, Method } from '../call.js';

const COMMANDS_LIMIT = 100;
const COMMAND_DESCRIPTION_LIMIT = 256;
const SCOPES = new Set([
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
]);

/** Bot API: getMe. */
export const getMe: Method = ({ core }) => renderMe(core.state.bot);

/** Bot API: setMyCommands. A list of none takes the scope's list away. */
export const setMyCommands: Method = (call) => {
  const given = call.params.json('commands', 'commands');
  if (!Array.isArray(given)) throw badRequest("can't parse commands JSON object");
  if (given.length > COMMANDS_LIMIT) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  store(call, given.map(readCommand));
  return true;
};

/** Bot API: deleteMyCommands. */
export const deleteMyCommands: Method = (call) => {
  store(call, []);
  return true;
};

/** Bot API: getMyCommands; the list of exactly this scope and language, empty when there is none. */
export const getMyCommands: Method = (call) => {
  const scope = readScope(call);
  const languageCode = readLanguage(call);
  return call.core.state.bot.commands.find((list) => isSame(list, scope, languageCode))?.commands ?? [];
};

function readCommand(given: unknown): BotCommand {
  const { command, description } = (given ?? {}) as Partial<BotCommand>;
  const name = typeof command === 'string' ? command.replace(/^\//, '') : '';
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
  const text = typeof description === 'string' ? description.trim() : '';
  if (text === '' || codePoints(text) > COMMAND_DESCRIPTION_LIMIT) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command: name, description: text };
}

function store(call: Call, commands: BotCommand[]): void {
  const { bot } = call.core.state;
  const scope = readScope(call);
  const languageCode = readLanguage(call);
  bot.commands = bot.commands.filter((list) => !isSame(list, scope, languageCode));
  if (commands.length > 0) bot.commands.push({ scope, languageCode, commands });
  call.core.emit({ kind: 'change', what: 'state' });
}

function isSame(
  list: { scope: CommandScope; languageCode: string },
  scope: CommandScope,
  languageCode: string,
): boolean {
  return (
    list.languageCode === languageCode &&
    list.scope.type === scope.type &&
    list.scope.chat_id === scope.chat_id &&
    list.scope.user_id === scope.user_id
  );
}

function readScope(call: Call): CommandScope {
  const given = call.params.json('scope', 'BotCommandScope') as Record<string, unknown> | undefined;
  if (given === undefined) return { type: 'default' };
  const type = String(given.type);
  if (!SCOPES.has(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  const needsChat = type === 'chat' || type === 'chat_administrators' || type === 'chat_member';
  if (needsChat && !Number.isInteger(Number(given.chat_id))) throw badRequest('chat not found');
  if (type === 'chat_member' && !Number.isInteger(Number(given.user_id))) throw badRequest('invalid user_id specified');
  return {
    type,
    ...(needsChat ? { chat_id: Number(given.chat_id) } : {}),
    ...(type === 'chat_member' ? { user_id: Number(given.user_id) } : {}),
  };
}

function readLanguage(call: Call): string {
  const code = call.params.text('language_code');
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('LANG_CODE_INVALID');
  return code;
}

type ProfileText = 'names' | 'descriptions' | 'shortDescriptions';

function setter(field: ProfileText, parameter: string, limit: number, tooLong: string): Method {
  return (call) => {
    const text = call.params.text(parameter);
    if (codePoints(text) > limit) throw badRequest(tooLong);
    const texts = call.core.state.bot[field];
    const languageCode = readLanguage(call);
    if (text) texts[languageCode] = text;
    else delete texts[languageCode];
    call.core.emit({ kind: 'change', what: 'state' });
    return true;
  };
}

function getter(field: ProfileText, result: string): Method {
  return (call) => {
    const { bot } = call.core.state;
    const own = bot[field][readLanguage(call)] ?? bot[field][''] ?? (field === 'names' ? bot.firstName : '');
    return { [result]: own };
  };
}

/** Bot API: setMyName and its kin. */
export const setMyName = setter('names', 'name', 64, 'BOT_TITLE_INVALID');
export const getMyName = getter('names', 'name');
export const setMyDescription = setter('descriptions', 'description', 512, 'BOT_DESCRIPTION_INVALID');
export const getMyDescription = getter('descriptions', 'description');
export const setMyShortDescription = setter('shortDescriptions', 'short_description', 120, 'BOT_ABOUT_INVALID');
export const getMyShortDescription = getter('shortDescriptions', 'short_description');

/** Bot API: setChatMenuButton, for private chats only. */
export const setChatMenuButton: Method = ({ core, params }) => {
  const button = params.json('menu_button', 'menu button') ?? { type: 'default' };
  core.state.bot.menuButtons[params.text('chat_id') || 'default'] = button;
  core.emit({ kind: 'change', what: 'state' });
  return true;
};

/** Bot API: getChatMenuButton. */
export const getChatMenuButton: Method = ({ core, params }) => {
  const { menuButtons } = core.state.bot;
  return menuButtons[params.text('chat_id') || 'default'] ?? menuButtons.default ?? { type: 'commands' };
};

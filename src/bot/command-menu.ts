import type { Api } from 'grammy';
import { type Language, type Sentences, sentencesIn } from './sentences.js';

type Command = keyof Sentences['commands'];

/** Which commands the "/" menu offers where; the menu is a convenience, rights are checked when a command arrives. */
const MENUS: { scope: 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators'; commands: Command[] }[] = [
  { scope: 'all_private_chats', commands: ['start', 'topics', 'community', 'stop', 'mydata', 'help'] },
  { scope: 'all_group_chats', commands: ['ask', 'help'] },
  { scope: 'all_chat_administrators', commands: ['ask', 'topics', 'pause', 'resume', 'bind', 'leave', 'help'] },
];

/**
 * Sets the command menus for each scope and language. Within a scope Telegram prefers the client's language and falls
 * back to the list without one, which is Chinese (Bot API, "Determining list of commands").
 */
export async function setCommandMenus(api: Api): Promise<void> {
  for (const { scope, commands } of MENUS) {
    for (const language of ['zh', 'en'] as Language[]) {
      const list = commands.map((command) => ({ command, description: sentencesIn(language).commands[command] }));
      await api.setMyCommands(list, {
        scope: { type: scope },
        ...(language === 'en' ? { language_code: 'en' } : {}),
      });
    }
  }
}

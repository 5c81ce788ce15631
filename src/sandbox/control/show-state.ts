import type { BotApi } from '../bot-api/answer-call.js';
import { type Core, memberOf } from '../world/core.js';
import { memberCount } from '../world/render-chat.js';
import type { ChatState } from '../world/world-state.js';
import { showSender, textOf } from './show-message.js';

/** The whole sandbox for the page: people, chats, clock, commands and what is switched on. */
export function showState({ core, faults, limits }: BotApi, zone: string) {
  const { bot, people, chats } = core.state;
  return {
    ok: true,
    now: core.clock.now().toISOString(),
    zone,
    bot: { id: bot.id, username: bot.username, name: bot.names[''] ?? bot.firstName },
    people: people
      .filter(({ deleted }) => !deleted)
      .map(({ id, name, username, part, note }) => ({ id, name, ...(username ? { username } : {}), part, note })),
    chats: chats.map((chat) => showChat(core, chat)),
    commands: bot.commands,
    limits: limits.on,
    privacyMode: bot.privacyMode,
    faults: faults.list(),
  };
}

function showChat(core: Core, chat: ChatState) {
  const last = chat.messages.findLast(({ deleted }) => !deleted);
  const botId = String(core.state.bot.id);
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    members: Object.entries(chat.members)
      .filter(([id]) => id !== botId)
      .map(([id, { status }]) => ({ userId: Number(id), status })),
    memberCount: memberCount(chat),
    lastMessage: last
      ? {
          text: textOf(core, last),
          date: new Date(last.date * 1000).toISOString(),
          from: showSender(core, last)?.name ?? null,
        }
      : null,
    upgradedTo: chat.upgradedTo,
    botStatus: memberOf(chat, core.state.bot.id).status,
    isForum: chat.isForum,
    topics: chat.topics,
  };
}

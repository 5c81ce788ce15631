import { Composer } from 'grammy';
import type { ChatRecord } from '../../chats/chat-book.js';
import { defaultTopics, topicsOf } from '../../content/default-topics.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { errorFields } from '../../log.js';
import { actionData } from '../actions.js';
import type { BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import type { WishHandler } from '../residents/resident.js';
import { topicButtons } from '../residents/topic-buttons.js';
import { show } from '../show.js';
import { byGroupAdmin } from './by-group-admin.js';
import { groupDesk } from './group-desk.js';
import { actorKeyOf, isGroupAdmin } from './group-rights.js';

/** What owners and administrators do with the bot in their bound group: choose topics, pause, resume, unbind, send away. */
export function groupJourney(parts: BotParts) {
  const { chats, pack, menus, clock, identity } = parts;

  const { bound, byAdmin, pressedByAdmin } = byGroupAdmin(parts);
  const desk = groupDesk(parts);

  const askTopics = async (ctx: PufaContext, chat: ChatRecord, inPlace: boolean) => {
    const unit = unitName(pack.units, chat.unitId) ?? '';
    const rows = topicButtons(pack.topics, topicsOf(chat, pack.topics), ctx.say, { toggle: 'g-topic', done: 'g-done' });
    await show(ctx, menus, ctx.say.groupTopics(escapeHtml(unit)), rows, inPlace);
  };

  const wishes: Partial<Record<Wish, WishHandler>> = {
    ...desk.wishes,
    topics: byAdmin((ctx, chat) => askTopics(ctx, chat, false)),
    stop: async (ctx) => ((await isGroupAdmin(ctx)) ? desk.pause(ctx) : show(ctx, menus, ctx.say.memberStop)),
    leave: byAdmin((ctx) =>
      show(ctx, menus, ctx.say.leaveSure, [
        [
          { text: ctx.say.leaveYes, data: actionData('leave-yes') },
          { text: ctx.say.stay, data: actionData('stay') },
        ],
      ]),
    ),
    help: async (ctx) => show(ctx, menus, ctx.say.askHow),
  };

  const actions = {
    ...desk.actions,
    'g-topics': pressedByAdmin((ctx, chat) => askTopics(ctx, chat, false)),
    'g-topic': pressedByAdmin(async (ctx, _chat, id) => {
      if (!ctx.chat || !pack.topics.some((topic) => topic.id === id)) return;
      const byKey = actorKeyOf(ctx, identity.keyOf);
      const chat = await chats.toggleTopic(ctx.chat.id, id, defaultTopics(pack.topics), byKey, clock.now());
      if (chat) await askTopics(ctx, chat, true);
    }),
    'g-done': pressedByAdmin((ctx) => show(ctx, menus, ctx.say.groupTopicsDone)),
    'leave-yes': pressedByAdmin(async (ctx) => {
      // First the books, then the farewell: after leaving nothing can be said any more.
      await chats.setState(ctx.chat?.id ?? 0, 'left', 'by-owner', actorKeyOf(ctx, identity.keyOf), clock.now());
      await show(ctx, menus, ctx.say.goodbye).catch((error) => parts.log.warn(errorFields(error), 'chat.no-farewell'));
      await ctx.leaveChat();
    }),
    stay: pressedByAdmin((ctx) => show(ctx, menus, ctx.say.stays)),
  };

  return { wishes, actions, bound };
}

/** Added, removed, restricted, upgraded: what Telegram tells of the bot's own place in groups and channels. */
export function groupMembership(parts: BotParts): Composer<PufaContext> {
  const { chats, clock, identity } = parts;
  const membership = new Composer<PufaContext>();

  membership.chatType(['group', 'supergroup', 'channel']).on('my_chat_member', async (ctx) => {
    const { new_chat_member: now, from } = ctx.myChatMember;
    const byKey = identity.keyOf(from.id);
    const group = { telegramId: ctx.chat.id, kind: ctx.chat.type, title: ctx.chat.title };
    if (now.status === 'left' || now.status === 'kicked' || (now.status === 'restricted' && !now.is_member)) {
      const known = await chats.find(ctx.chat.id);
      if (known && known.state !== 'left' && known.state !== 'lost') {
        await chats.setState(
          ctx.chat.id,
          'lost',
          now.status === 'kicked' ? 'kicked' : 'not-member',
          byKey,
          clock.now(),
        );
      }
      return;
    }
    const chat = await chats.groupJoined(group, byKey, clock.now());
    const mute = now.status === 'administrator' && ctx.chat.type === 'channel' && !now.can_post_messages;
    const mayWrite = !mute && (now.status !== 'restricted' || now.can_send_messages);
    if (!mayWrite && chat.state === 'active') {
      await chats.setState(ctx.chat.id, 'paused', 'no-rights', byKey, clock.now());
    }
    if (mayWrite && chat.state === 'paused' && chat.stateReason === 'no-rights') {
      await chats.setState(ctx.chat.id, 'active', null, byKey, clock.now());
    }
    parts.log.info({ chatId: chat.id, state: chat.state, status: now.status }, 'chat.membership');
  });

  // Two service messages tell of an upgrade, in any order; either moves everything, the second finds nothing to do.
  membership.on('message:migrate_to_chat_id', (ctx) => {
    const telegramId = ctx.message.migrate_to_chat_id;
    return chats.groupMoved(ctx.chat.id, { telegramId, kind: 'supergroup', title: ctx.chat.title ?? '' }, clock.now());
  });
  membership.on('message:migrate_from_chat_id', (ctx) => {
    const to = { telegramId: ctx.chat.id, kind: 'supergroup' as const, title: ctx.chat.title ?? '' };
    return chats.groupMoved(ctx.message.migrate_from_chat_id, to, clock.now());
  });
  return membership;
}

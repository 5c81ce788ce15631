import { Composer } from 'grammy';
import type { ChatRecord } from '../../chats/chat-book.js';
import { defaultTopics, topicsOf } from '../../content/default-topics.js';
import { escapeHtml } from '../../content/telegram-text.js';
import { unitName } from '../../content/unit-name.js';
import { isoInZone } from '../../time/zone.js';
import { actionData } from '../actions.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import { numbered, show } from '../show.js';
import { topicButtons } from './topic-buttons.js';

/** Version of the consent text; a person who agreed to another one keeps what they agreed to. */
export const CONSENT_VERSION = '2026-11-24';

export type WishHandler = (ctx: PufaContext) => Promise<void>;

/** What a resident can do in private: subscribe, choose, stop, see and erase what is kept. */
export function residentJourney(parts: BotParts) {
  const { chats, pack, menus, clock, identity } = parts;
  const communities = pack.units.filter((unit) => unit.kind === 'community');

  const invite: WishHandler = async (ctx) => {
    await show(ctx, menus, ctx.say.consent(parts.retentionDays), [
      [{ text: ctx.say.agree, data: actionData('agree') }],
      [{ text: ctx.say.declineButton, data: actionData('decline') }],
    ]);
  };

  const askCommunity: WishHandler = async (ctx) => {
    const buttons = communities.map((unit) => ({ text: unit.name, data: actionData('unit', unit.id) }));
    await show(
      ctx,
      menus,
      ctx.say.chooseUnit,
      numbered([...buttons, { text: ctx.say.noUnit, data: actionData('unit') }]),
    );
  };

  const askTopics = async (ctx: PufaContext, chat: ChatRecord, inPlace?: boolean) => {
    const verbs = { toggle: 'topic', done: 'topics-done' } as const;
    const rows = topicButtons(pack.topics, topicsOf(chat, pack.topics), ctx.say, verbs);
    await show(ctx, menus, ctx.say.chooseTopics, rows, inPlace);
  };

  const topicNames = (ids: string[]) =>
    pack.topics.filter((topic) => ids.includes(topic.id)).map((topic) => topic.name);

  const subscribed = async (ctx: PufaContext): Promise<ChatRecord | null> => {
    const chat = ctx.chat ? await chats.find(ctx.chat.id) : null;
    return chat?.state === 'active' ? chat : null;
  };

  const stop: WishHandler = async (ctx) => {
    if (!ctx.chat) return;
    const chat = await chats.find(ctx.chat.id);
    const mayComeBack = chat?.state === 'active' || chat?.state === 'paused' || chat?.state === 'lost';
    if (!mayComeBack) return show(ctx, menus, ctx.say.wasNotSubscribed);
    await chats.setState(ctx.chat.id, 'left', 'unsubscribed', chat.key, clock.now());
    await show(ctx, menus, ctx.say.stopped);
  };

  const myData: WishHandler = async (ctx) => {
    if (!ctx.chat) return;
    const data = await chats.personalData(ctx.chat.id);
    if (!data.chat && data.questions === 0 && data.daysSeen === 0) return show(ctx, menus, ctx.say.noData);
    const text = ctx.say.myData({
      unit: escapeHtml(unitName(pack.units, data.chat?.unitId ?? null) ?? '—'),
      topics:
        data.chat?.state === 'active'
          ? escapeHtml(topicNames(topicsOf(data.chat, pack.topics)).join('、') || '—')
          : '—',
      since: data.chat?.consentAt ? isoInZone(data.chat.consentAt, parts.timeZone).slice(0, 10) : '—',
      questions: data.questions,
      withWords: data.questionsWithWords,
      received: data.messagesReceived,
      days: data.daysSeen,
    });
    await show(ctx, menus, text, [[{ text: ctx.say.eraseButton, data: actionData('erase') }]]);
  };

  const sureToErase: WishHandler = async (ctx) => {
    await show(ctx, menus, ctx.say.eraseSure, [
      [{ text: ctx.say.eraseYes, data: actionData('erase-yes') }],
      [{ text: ctx.say.keep, data: actionData('keep') }],
    ]);
  };

  const topicsOrInvite: WishHandler = async (ctx) => {
    const chat = await subscribed(ctx);
    await (chat ? askTopics(ctx, chat) : invite(ctx));
  };

  const wishes: Partial<Record<Wish, WishHandler>> = {
    stop,
    subscribe: topicsOrInvite,
    topics: topicsOrInvite,
    community: async (ctx) => ((await subscribed(ctx)) ? askCommunity(ctx) : invite(ctx)),
    'my-data': myData,
    erase: sureToErase,
    help: async (ctx) => show(ctx, menus, ctx.say.help),
    pause: stop,
    resume: topicsOrInvite,
    leave: stop,
  };

  const privately =
    (handler: ActionHandler): ActionHandler =>
    async (ctx, id) => {
      if (ctx.chat?.type !== 'private') return { text: ctx.say.notForYou };
      return handler(ctx, id);
    };

  const actions = {
    agree: privately(async (ctx) => {
      if (!ctx.chat) return undefined;
      await chats.consent(ctx.chat.id, CONSENT_VERSION, ctx.say.language, clock.now());
      await askCommunity(ctx);
      return undefined;
    }),
    decline: privately(async (ctx) => {
      await show(ctx, menus, ctx.say.declined);
      return undefined;
    }),
    unit: privately(async (ctx, id) => {
      const known = await subscribed(ctx);
      if (!ctx.chat || !known || (id !== '' && !communities.some((unit) => unit.id === id))) {
        return { text: ctx.say.stale };
      }
      const chat = await chats.chooseUnit(ctx.chat.id, id === '' ? null : id);
      if (chat) await askTopics(ctx, chat);
      return undefined;
    }),
    topic: privately(async (ctx, id) => {
      const known = await subscribed(ctx);
      if (!ctx.chat || !known || !pack.topics.some((topic) => topic.id === id)) return { text: ctx.say.stale };
      const chat = await chats.toggleTopic(ctx.chat.id, id, defaultTopics(pack.topics), known.key, clock.now());
      if (chat) await askTopics(ctx, chat);
      return undefined;
    }),
    'topics-done': privately(async (ctx) => {
      const chat = await subscribed(ctx);
      if (!chat) return { text: ctx.say.stale };
      const names = topicNames(topicsOf(chat, pack.topics)).join('、');
      const unit = unitName(pack.units, chat.unitId);
      const text = names ? ctx.say.subscribed(unit && escapeHtml(unit), escapeHtml(names)) : ctx.say.noTopicLeft;
      await show(ctx, menus, text);
      return undefined;
    }),
    erase: privately(async (ctx) => {
      await sureToErase(ctx);
      return undefined;
    }),
    'erase-yes': privately(async (ctx) => {
      if (ctx.chat) await chats.erase(ctx.chat.id, clock.now());
      const key = ctx.from && identity.keyOf(ctx.from.id);
      const serves = (await parts.roles.holders()).some(
        ({ personKey, roleId }) => personKey === key && roleId !== null,
      );
      await show(ctx, menus, serves ? ctx.say.roles.erasedButServing : ctx.say.erased);
      return undefined;
    }),
    keep: privately(async (ctx) => {
      await show(ctx, menus, ctx.say.kept);
      return undefined;
    }),
  };

  const start: WishHandler = async (ctx) => ((await subscribed(ctx)) ? show(ctx, menus, ctx.say.help) : invite(ctx));

  /** Blocking the bot is a loss, unblocking brings the subscription back (Bot API, Update.my_chat_member). */
  const membership = new Composer<PufaContext>();
  membership.chatType('private').on('my_chat_member', async (ctx) => {
    const status = ctx.myChatMember.new_chat_member.status;
    const key = identity.keyOf(ctx.chat.id);
    const chat = await chats.find(ctx.chat.id);
    if (!chat) return;
    if (status === 'kicked' && chat.state === 'active') {
      await chats.setState(ctx.chat.id, 'lost', 'blocked', key, clock.now());
    }
    if (status === 'member' && chat.state === 'lost' && chat.stateReason === 'blocked') {
      await chats.setState(ctx.chat.id, 'active', null, key, clock.now());
    }
  });

  return { wishes, actions, start, membership };
}

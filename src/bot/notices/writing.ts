import { GrammyError } from 'grammy';
import { checkedBody, titleOf } from '../../notices/checked-body.js';
import type { DeskNotice } from '../../notices/notice-desk.js';
import { UNDER_WAY } from '../../notices/notice-moves.js';
import { widestAudience } from '../../notices/widest-audience.js';
import { actionData } from '../actions.js';
import type { DialogueHandlers } from '../dialogues.js';
import { pageButtons, pageOf } from '../pages.js';
import type { ActionHandler, BotParts, PufaContext } from '../parts.js';
import type { Wish } from '../plain-words.js';
import { refuseWish } from '../refuse-wish.js';
import type { WishHandler } from '../residents/resident.js';
import { sendBody } from '../send-body.js';
import { type Serving, servingWith } from '../serving.js';
import { numbered, show } from '../show.js';
import { noticeAccess } from './notice-access.js';
import { versioned } from './notice-view.js';
import { readWritten } from './read-written.js';
import { showNotice } from './show-notice.js';

/** Writing: a message of the author becomes a draft, which is shown to them exactly as residents will see it. */
export function noticeWriting(parts: BotParts) {
  const { desk, dialogues, identity, menus, clock, pack } = parts;
  const { card, refuse, line, guarded } = showNotice(parts);
  const access = noticeAccess(parts);
  /** the album each author was answered for last: its pieces come one by one */
  const albums = new Map<string, string>();

  const ask = async (ctx: PufaContext, person: Serving, noticeId: number | null) => {
    await dialogues.ask(person.key, { kind: 'notice-content', data: { noticeId } }, clock.now());
    const text = noticeId === null ? ctx.say.notice.write : ctx.say.notice.rewrite;
    await show(ctx, menus, text, [[{ text: ctx.say.dropButton, data: actionData('drop') }]], false);
  };

  const write: WishHandler = async (ctx) => {
    const person = await servingWith(ctx, parts, 'notice.write');
    await (person ? ask(ctx, person, null) : refuseWish(ctx, parts));
  };

  /** The author's own, what waits for this person's decision, and what is under way in their units. */
  const list = async (ctx: PufaContext, asked = 0): Promise<void> => {
    const person = await servingWith(ctx, parts, 'notice.write');
    if (!person) return refuseWish(ctx, parts);
    const mine = await desk.inStates(
      ['draft', 'returned', 'submitted', 'released', 'sending', 'paused', 'done', 'stopped', 'rejected'],
      person.key,
    );
    const others = (await desk.inStates(['submitted', ...UNDER_WAY])).filter(
      (notice) => notice.authorKey !== person.key && person.mayIn('notice.release', notice.audience.unitIds),
    );
    const page = pageOf([...others, ...mine], asked);
    const button = (notice: DeskNotice) => ({ text: line(notice, ctx), data: actionData('n-open', notice.id) });
    const fresh = { text: ctx.say.notice.buttons.new, data: actionData('n-new') };
    const text = page.items.length === 0 ? ctx.say.notice.emptyList : ctx.say.notice.list;
    await show(ctx, menus, text, [
      ...numbered([...page.items.map(button), fresh]),
      ...pageButtons(ctx, page, 'n-list'),
    ]);
  };

  /** The draft that an open question is about, whatever version it has by now. */
  const toEdit = async (ctx: PufaContext, noticeId: number) => {
    const known = await desk.find(noticeId);
    return access.toWrite(ctx, known ? versioned(known) : '', 'edit');
  };

  const content: DialogueHandlers['notice-content'] = async (ctx, { noticeId }) => {
    const person = await servingWith(ctx, parts, 'notice.write');
    if (!person || !ctx.message || !ctx.chat) {
      if (ctx.from) await dialogues.close(identity.keyOf(ctx.from.id));
      return refuseWish(ctx, parts);
    }
    const asked = noticeId === null ? null : await toEdit(ctx, noticeId);
    if (asked && !('access' in asked)) {
      await dialogues.close(person.key);
      return show(ctx, menus, ctx.say.notice.refusal[asked.refusal]);
    }
    const checked = checkedBody(readWritten(ctx.message));
    if ('problem' in checked) {
      const album = ctx.message.media_group_id;
      if (album !== undefined && albums.get(person.key) === album) return;
      if (album !== undefined) albums.set(person.key, album);
      return show(ctx, menus, ctx.say.notice.problem(checked.problem));
    }
    const { body } = checked;
    try {
      await sendBody(ctx.api, ctx.chat.id, body);
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      return show(ctx, menus, ctx.say.notice.notAccepted);
    }
    const draft = { body, title: titleOf(body) };
    const saved = asked
      ? await desk.change(asked.access.notice.id, asked.access.notice.version, draft, person.key, clock.now())
      : await create(person, draft);
    await dialogues.close(person.key);
    await (saved ? card(ctx, saved, false) : show(ctx, menus, ctx.say.notice.refusal.state));
  };

  const create = (person: Serving, draft: Pick<DeskNotice, 'body' | 'title'>): Promise<DeskNotice> => {
    const author = { key: person.key, address: identity.seal(person.telegramId) };
    return desk.create({ ...draft, audience: widestAudience(person.grants, pack.units) }, author, clock.now());
  };

  const byWriter =
    (act: (ctx: PufaContext, id: string) => Promise<void>): ActionHandler =>
    async (ctx, id) => {
      if (!(await servingWith(ctx, parts, 'notice.write'))) return { text: ctx.say.notForYou };
      await act(ctx, id);
      return undefined;
    };

  const actions = {
    'n-new': byWriter(write),
    'n-list': byWriter((ctx, page) => list(ctx, Number(page))),
    'n-open': guarded(
      (ctx, id) => access.toRead(ctx, id),
      async (ctx, found) => {
        await card(ctx, found.notice);
        return undefined;
      },
    ),
    'n-read': guarded(
      (ctx, id) => access.toRead(ctx, id),
      async (ctx, found) => {
        await sendBody(ctx.api, found.person.telegramId, found.notice.body);
        await card(ctx, found.notice, false);
        return undefined;
      },
    ),
    'n-content': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'edit'),
      async (ctx, found) => {
        await ask(ctx, found.person, found.notice.id);
        return undefined;
      },
    ),
    'n-delete': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'delete'),
      async (ctx, found) => {
        const { deleteYes, keep } = ctx.say.notice.buttons;
        await show(ctx, menus, ctx.say.notice.sureToDelete, [
          [{ text: deleteYes, data: actionData('n-delete-yes', versioned(found.notice)) }],
          [{ text: keep, data: actionData('n-open', found.notice.id) }],
        ]);
        return undefined;
      },
    ),
    'n-delete-yes': guarded(
      (ctx, id) => access.toWrite(ctx, id, 'delete'),
      async (ctx, found) => {
        const { notice, person } = found;
        const done = await desk.move(notice.id, 'delete', notice.version, 'by-author', person.key, clock.now());
        if (!done) return refuse(ctx, 'state', await desk.find(notice.id));
        await show(ctx, menus, ctx.say.notice.deleted);
        return undefined;
      },
    ),
  };

  const wishes: Partial<Record<Wish, WishHandler>> = { notice: write, notices: (ctx) => list(ctx) };
  return { wishes, actions, dialogues: { 'notice-content': content } };
}

import type { DeskNotice } from '../../notices/notice-desk.js';
import type { NoticeRefusal } from '../../notices/release-rules.js';
import type { ActionHandler, BotParts, PufaContext, Toast } from '../parts.js';
import { serving } from '../serving.js';
import { show } from '../show.js';
import { type Access, type Asked, refusalToast } from './notice-access.js';
import { hasBegun, noticeView } from './notice-view.js';

/** Shows a notice to the person as it stands now, with the buttons that lead on from there for them. */
export function showNotice(parts: BotParts) {
  const { desk, menus } = parts;
  const view = noticeView(parts);

  const card = async (ctx: PufaContext, notice: DeskNotice, inPlace?: boolean): Promise<void> => {
    const person = await serving(ctx, parts);
    const isAuthor = notice.authorKey !== null && notice.authorKey === person?.key;
    const mayDecide = person?.mayIn('notice.release', notice.audience.unitIds) ?? false;
    if (notice.dueAt !== null) {
      const counts = await desk.progress(notice.id);
      const rows = isAuthor || mayDecide ? view.steeringButtons(notice, hasBegun(counts), ctx.say) : [];
      return show(ctx, menus, view.progressText(notice, counts, ctx.say), rows, inPlace);
    }
    const facts = await view.facts(notice, ctx.say);
    const training = isAuthor && ((await parts.training?.isOn()) ?? false);
    if (notice.state === 'submitted' && mayDecide && (!isAuthor || training)) {
      return show(ctx, menus, ctx.say.notice.submittedCard(facts), view.deciderButtons(notice, ctx.say), inPlace);
    }
    const rows = isAuthor ? view.authorButtons(notice, ctx.say) : [];
    await show(ctx, menus, ctx.say.notice.card(facts), rows, inPlace);
  };

  /** Says why not, and shows the notice as it is now to those who may see it. */
  const refuse = async (ctx: PufaContext, refusal: NoticeRefusal, notice: DeskNotice | null): Promise<Toast> => {
    if (notice && (refusal === 'state' || refusal === 'changed')) {
      await card(ctx, notice);
      const by = notice.releasedByKey === null ? '' : await view.nameOf(notice.releasedByKey, ctx.say);
      if (refusal === 'state')
        return { text: ctx.say.notice.already(ctx.say.notice.states[notice.state], by), alert: true };
    }
    return refusalToast(ctx, refusal);
  };

  /** A button's handler that runs only where the rules agree; otherwise the person is told why not. */
  const guarded =
    (
      ask: (ctx: PufaContext, id: string) => Promise<Asked>,
      run: (ctx: PufaContext, found: Access) => Promise<Toast | undefined>,
    ): ActionHandler =>
    async (ctx, id) => {
      const asked = await ask(ctx, id);
      return 'access' in asked ? run(ctx, asked.access) : refuse(ctx, asked.refusal, asked.notice);
    };

  /** A word of the notice on the buttons of lists: what state it is in, and its title; plain text. */
  const line = (notice: DeskNotice, ctx: PufaContext): string =>
    `${ctx.say.notice.states[notice.state]}：${view.plainTitle(notice, ctx.say)}`;

  return { card, refuse, guarded, line, view };
}

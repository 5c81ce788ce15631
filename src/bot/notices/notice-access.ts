import type { DeskNotice } from '../../notices/notice-desk.js';
import type { NoticeMove } from '../../notices/notice-moves.js';
import { decisionRefusal, type NoticeRefusal, steeringRefusal, writingRefusal } from '../../notices/release-rules.js';
import type { BotParts, PufaContext, Toast } from '../parts.js';
import { type Serving, serving } from '../serving.js';

/** A notice and the person who wants something of it, after the rules have agreed. */
export interface Access {
  notice: DeskNotice;
  person: Serving;
  /** what follows the version in the callback data; empty for nothing */
  rest: string;
}

export type Asked = { access: Access } | { refusal: NoticeRefusal; notice: DeskNotice | null };

/** Finds the notice that a button names and asks the rules whether this person may. Callback data may be forged or old. */
export function noticeAccess(parts: BotParts) {
  const { desk, roles, pack, training } = parts;

  const load = async (ctx: PufaContext, data: string) => {
    const match = /^(\d{1,9})(?:-(\d{1,6}))?(?:-([a-z0-9-]+))?$/.exec(data);
    const person = await serving(ctx, parts);
    const notice = match ? await desk.find(Number(match[1])) : null;
    return person && notice ? { person, notice, version: Number(match?.[2]), rest: match?.[3] ?? '' } : null;
  };

  /** For the author: edit, or one of the moves of a draft. */
  const toWrite = async (ctx: PufaContext, data: string, move: NoticeMove | 'edit'): Promise<Asked> => {
    const found = await load(ctx, data);
    if (!found) return { refusal: 'no-right', notice: null };
    const { notice, person, version, rest } = found;
    const refusal = writingRefusal(notice, person, move, pack.units);
    if (refusal) return { refusal, notice: refusal === 'no-right' ? null : notice };
    return version === notice.version ? { access: { notice, person, rest } } : { refusal: 'changed', notice };
  };

  const toDecide = async (
    ctx: PufaContext,
    data: string,
    decision: 'release' | 'return' | 'reject',
  ): Promise<Asked> => {
    const found = await load(ctx, data);
    if (!found) return { refusal: 'no-right', notice: null };
    const { notice, person, version, rest } = found;
    const authorGrants = notice.authorKey === null ? [] : await roles.rolesOfKey(notice.authorKey);
    const isTraining = (await training?.isOn()) ?? false;
    const refusal = decisionRefusal(decision, notice, version, person, authorGrants, isTraining, pack.units);
    if (refusal) return { refusal, notice: refusal === 'no-right' ? null : notice };
    return { access: { notice, person, rest } };
  };

  const toSteer = async (
    ctx: PufaContext,
    data: string,
    move: 'pause' | 'resume' | 'stop' | 'cancel',
  ): Promise<Asked> => {
    const found = await load(ctx, data);
    if (!found) return { refusal: 'no-right', notice: null };
    const { notice, person, rest } = found;
    const refusal = steeringRefusal(notice, person, move, pack.units);
    return refusal ? { refusal, notice: refusal === 'no-right' ? null : notice } : { access: { notice, person, rest } };
  };

  /** To look at a notice: its author, and whoever may release or write for its units. */
  const toRead = async (ctx: PufaContext, data: string): Promise<Asked> => {
    const found = await load(ctx, data);
    if (!found) return { refusal: 'no-right', notice: null };
    const { notice, person, rest } = found;
    const { unitIds } = notice.audience;
    const mayRead =
      (notice.authorKey === person.key && person.unitsFor('notice.write').size > 0) ||
      person.mayIn('notice.release', unitIds);
    return mayRead ? { access: { notice, person, rest } } : { refusal: 'no-right', notice: null };
  };

  return { toWrite, toDecide, toSteer, toRead };
}

/** The answer to a tap that the rules refuse. */
export function refusalToast(ctx: PufaContext, refusal: NoticeRefusal): Toast {
  return { text: ctx.say.notice.refusal[refusal], alert: true };
}

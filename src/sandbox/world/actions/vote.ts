import { type Core, chatOf, findPoll, isInside, memberOf, messageOf, personOf } from '../core.js';
import { meet } from '../post-message.js';
import { Refusal } from '../refusal.js';
import { renderPoll } from '../render-poll.js';
import { renderPerson } from '../render-user.js';
import type { ChatState, PollState } from '../world-state.js';

/**
 * Votes. The bot that sent the poll gets the new totals, and of a non-anonymous poll who chose what
 * (Bot API: Poll, PollAnswer).
 */
export function vote(core: Core, personId: number, chatId: number, messageId: number, optionIds: number[]): object {
  const { chat, poll } = openPoll(core, personId, chatId, messageId);
  const chosen = [...new Set(optionIds)].sort((one, other) => one - other);
  if (chosen.length === 0) throw new Refusal('请先选一项。');
  if (chosen.some((index) => !poll.options[index])) throw new Refusal('没有这个选项。');
  if (chosen.length > 1 && !poll.allowsMultipleAnswers) throw new Refusal('这道题只能选一项。');
  if ((poll.votes[String(personId)]?.length ?? 0) > 0 && !poll.allowsRevoting) {
    throw new Refusal(poll.type === 'quiz' ? '已经答过了，答题不能改。' : '已经投过了，这个投票不能改。');
  }
  poll.votes[String(personId)] = chosen;
  tell(core, personId, chat, poll, chosen);
  return {};
}

/** Takes one's vote back: the bot sees an empty answer. */
export function retractVote(core: Core, personId: number, chatId: number, messageId: number): object {
  const { chat, poll } = openPoll(core, personId, chatId, messageId);
  if (!poll.votes[String(personId)]) throw new Refusal('还没有投过票。');
  if (!poll.allowsRevoting) throw new Refusal(poll.type === 'quiz' ? '答题不能撤回。' : '这个投票不能撤回。');
  delete poll.votes[String(personId)];
  tell(core, personId, chat, poll, []);
  return {};
}

/** Closes a poll and tells the bot the final totals. */
export function closePoll(core: Core, poll: PollState): void {
  if (poll.closed) return;
  poll.closed = true;
  core.updates.push('poll', renderPoll(poll), `poll:${poll.id}`);
  core.emit({ kind: 'change', what: 'chat', chat: poll.chatId });
}

/** Closes every poll whose time is up. */
export function closeDuePolls(core: Core): void {
  const nowMs = core.clock.now().getTime();
  for (const poll of core.state.polls) {
    if (!poll.closed && poll.closesAtMs !== null && poll.closesAtMs <= nowMs) closePoll(core, poll);
  }
}

function openPoll(
  core: Core,
  personId: number,
  chatId: number,
  messageId: number,
): { chat: ChatState; poll: PollState } {
  closeDuePolls(core);
  const person = personOf(core, personId);
  const chat = chatOf(core, chatId);
  const poll = findPoll(core, messageOf(chat, messageId).pollId ?? '');
  if (!poll) throw new Refusal('这条消息不是投票。');
  const mayRead = chat.type === 'private' ? chat.id === personId : isInside(memberOf(chat, personId));
  if (!mayRead) throw new Refusal(`${person.name}不在“${chat.title}”里，不能投票。`);
  if (poll.closed) throw new Refusal('这个投票已经结束。');
  return { chat, poll };
}

function tell(core: Core, personId: number, chat: ChatState, poll: PollState, chosen: number[]): void {
  core.updates.push('poll', renderPoll(poll), `poll:${poll.id}`);
  if (!poll.isAnonymous) {
    meet(core, chat, personId);
    const body = {
      poll_id: poll.id,
      user: renderPerson(personOf(core, personId)),
      option_ids: chosen,
      option_persistent_ids: chosen.flatMap((index) => poll.options[index]?.persistentId ?? []),
    };
    core.updates.push('poll_answer', body, `poll:${poll.id}`);
  }
  core.emit({ kind: 'change', what: 'chat', chat: chat.id });
}

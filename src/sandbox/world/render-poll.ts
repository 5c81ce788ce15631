import type { Poll } from 'grammy/types';
import type { PollState } from './world-state.js';

/** Votes per option, in the options' order. */
export function voteCounts(poll: PollState): number[] {
  const counts = poll.options.map(() => 0);
  for (const chosen of Object.values(poll.votes)) {
    for (const index of chosen) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/**
 * Bot API: Poll. The right answers and the explanation are given to the bot that sent the poll, which is ours; in
 * updates too (tdlib/telegram-bot-api: JsonPoll).
 */
export function renderPoll(poll: PollState): Poll {
  const counts = voteCounts(poll);
  return {
    id: poll.id,
    question: poll.question,
    ...(poll.questionEntities.length > 0 ? { question_entities: poll.questionEntities } : {}),
    options: poll.options.map((option, index) => ({
      persistent_id: option.persistentId,
      text: option.text,
      voter_count: counts[index] ?? 0,
    })),
    total_voter_count: Object.values(poll.votes).filter((chosen) => chosen.length > 0).length,
    is_closed: poll.closed,
    is_anonymous: poll.isAnonymous,
    type: poll.type,
    allows_multiple_answers: poll.allowsMultipleAnswers,
    allows_revoting: poll.allowsRevoting,
    ...(poll.type === 'quiz' ? { correct_option_ids: poll.correctOptionIds } : {}),
    ...(poll.explanation ? { explanation: poll.explanation } : {}),
    ...(poll.explanationEntities.length > 0 ? { explanation_entities: poll.explanationEntities } : {}),
    ...(poll.openPeriodSeconds !== null ? { open_period: poll.openPeriodSeconds } : {}),
    ...(poll.closesAtMs !== null ? { close_date: Math.floor(poll.closesAtMs / 1000) } : {}),
  } as Poll;
}

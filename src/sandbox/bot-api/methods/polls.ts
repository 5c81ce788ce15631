import { randomInt } from 'node:crypto';
import { codePoints } from '../../text/tidy-text.js';
import { closePoll } from '../../world/actions/vote.js';
import { findMessage, findPoll } from '../../world/core.js';
import { renderPoll } from '../../world/render-poll.js';
import type { PollState } from '../../world/world-state.js';
import { addressedChat } from '../address.js';
import { badRequest } from '../api-error.js';
import type { Call, Method } from '../call.js';
import { readInlineMarkup } from '../read-markup.js';
import { readText } from '../read-text.js';
import { readPlace, sendAsBot } from '../send-as-bot.js';

/** Bot API 10.3: sendPoll; texts of errors from tdlib/td. */
const OPTIONS_LIMIT = 12;
const OPTION_LIMIT = 100;
const QUESTION_LIMIT = 300;
const EXPLANATION_LIMIT = 200;
const EXPLANATION_LINE_FEEDS = 2;
const OPEN_PERIOD_SECONDS = { min: 5, max: 2_628_000 };

/** Bot API: sendPoll. */
export const sendPoll: Method = (call) => {
  const place = readPlace(call, 'poll');
  const poll = readPoll(call);
  if (place.chat.type === 'channel' && !poll.isAnonymous) {
    throw badRequest("non-anonymous polls can't be sent to channel chats");
  }
  const { core } = call;
  core.state.polls.push(poll);
  const message = sendAsBot(call, place, {}, poll.id);
  poll.chatId = place.chat.id;
  poll.messageId = message.message_id;
  // A poll with a reply keyboard cannot be edited, hence not stopped.
  poll.stoppable = !place.markup.isOther;
  return message;
};

function readPoll(call: Call): PollState {
  const { params } = call;
  const { text: question, entities: questionEntities } = readText(call, {
    text: 'question',
    parseMode: 'question_parse_mode',
    entities: 'question_entities',
    limit: QUESTION_LIMIT,
    tooLong: `poll question length must not exceed ${QUESTION_LIMIT}`,
  });
  if (question === '') throw badRequest('poll question must be non-empty');
  const options = readOptions(call);
  const type = params.text('type') === 'quiz' ? 'quiz' : 'regular';
  const explanation = type === 'quiz' ? readExplanation(call) : { text: '', entities: [] };
  const openPeriodSeconds = params.int('open_period', 0, 0);
  const closeDate = params.int('close_date', 0, 0);
  const nowMs = call.core.clock.now().getTime();
  if (
    openPeriodSeconds > 0 &&
    (openPeriodSeconds < OPEN_PERIOD_SECONDS.min || openPeriodSeconds > OPEN_PERIOD_SECONDS.max)
  ) {
    throw badRequest('invalid poll open period specified');
  }
  const closesAtMs = openPeriodSeconds > 0 ? nowMs + openPeriodSeconds * 1000 : closeDate > 0 ? closeDate * 1000 : null;
  const id = `${5_000_000_000_000_000 + randomInt(1_000_000_000_000)}`;
  return {
    id,
    chatId: 0,
    messageId: 0,
    question,
    questionEntities: questionEntities.filter((entity) => entity.type === 'custom_emoji'),
    options: options.map((text, index) => ({ text, persistentId: `${index}` })),
    isAnonymous: params.has('is_anonymous') ? params.bool('is_anonymous') : true,
    type,
    allowsMultipleAnswers: params.bool('allows_multiple_answers'),
    allowsRevoting: params.has('allows_revoting') ? params.bool('allows_revoting') : type === 'regular',
    correctOptionIds: type === 'quiz' ? readCorrectOptions(call, options.length) : [],
    explanation: explanation.text,
    explanationEntities: explanation.entities,
    openPeriodSeconds: openPeriodSeconds || null,
    closesAtMs,
    closed: params.bool('is_closed'),
    stoppable: true,
    votes: {},
  };
}

function readOptions(call: Call): string[] {
  const given = call.params.json('options', 'poll options');
  if (!Array.isArray(given) || given.length === 0) throw badRequest('poll must have at least one answer option');
  if (given.length > OPTIONS_LIMIT) throw badRequest(`poll can't have more than ${OPTIONS_LIMIT} options`);
  return given.map((option: unknown) => {
    const text = typeof option === 'object' && option !== null && 'text' in option ? option.text : option;
    if (typeof text !== 'string' || text.trim() === '') throw badRequest('poll options must be non-empty');
    if (codePoints(text.trim()) > OPTION_LIMIT) {
      throw badRequest(`poll options length must not exceed ${OPTION_LIMIT}`);
    }
    return text.trim();
  });
}

/** Bot API 9.6 takes an increasing array; the older single parameter still works. */
function readCorrectOptions(call: Call, optionCount: number): number[] {
  const { params } = call;
  const given = params.json('correct_option_ids', 'correct option identifiers');
  if (given === undefined && params.has('correct_option_id')) {
    const only = params.int('correct_option_id', -1);
    if (only < 0 || only >= optionCount) throw badRequest('wrong quiz correct_option_id');
    return [only];
  }
  if (!Array.isArray(given) || given.length === 0) throw badRequest('correct quiz option list must be non-empty');
  const ids = given.map(Number);
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0))) {
    throw badRequest('correct quiz option list must be increasing');
  }
  if (ids.some((id) => !Number.isInteger(id) || id < 0 || id >= optionCount)) {
    throw badRequest('wrong quiz correct_option_id');
  }
  return ids;
}

function readExplanation(call: Call): ReturnType<typeof readText> {
  const explanation = readText(call, {
    text: 'explanation',
    parseMode: 'explanation_parse_mode',
    entities: 'explanation_entities',
    limit: EXPLANATION_LIMIT,
    tooLong: `quiz explanation length must not exceed ${EXPLANATION_LIMIT}`,
  });
  if (explanation.text.split('\n').length - 1 > EXPLANATION_LINE_FEEDS) {
    throw badRequest(`quiz explanation can't contain more than ${EXPLANATION_LINE_FEEDS} line feeds`);
  }
  return explanation;
}

/** Bot API: stopPoll. */
export const stopPoll: Method = (call) => {
  const { core, params } = call;
  const chat = addressedChat(call, 'write');
  const message = findMessage(chat, params.int('message_id', 0));
  const poll = message?.pollId ? findPoll(core, message.pollId) : undefined;
  if (!message || !poll) throw badRequest('message with poll to stop not found');
  if (poll.messageId !== message.id || poll.chatId !== chat.id || !poll.stoppable) {
    throw badRequest("poll can't be stopped");
  }
  if (poll.closed) throw badRequest('poll has already been closed');
  message.buttons = readInlineMarkup(call);
  closePoll(core, poll);
  return renderPoll(poll);
};

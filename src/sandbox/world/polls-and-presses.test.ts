import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aSandbox,
  CHEN,
  done,
  LIJIE,
  refusal,
  STRANGER,
  type TestSandbox,
  WANG,
  ZHANG,
} from '../../../test/support/a-sandbox.js';

let sandbox: TestSandbox;
let group: number;
beforeEach(async () => {
  sandbox = await aSandbox();
  group = done(sandbox.world.createSupergroup('新群', LIJIE)).chat;
  for (const person of [ZHANG, CHEN]) done(sandbox.world.joinGroup(person, group));
  done(sandbox.world.addBot(group, LIJIE));
  await sandbox.drain();
});
afterEach(() => sandbox.close());

const later = (ms: number) => sandbox.moveClock(new Date(sandbox.clock.now().getTime() + ms));

describe('buttons', () => {
  const withButtons = async () => {
    const inline_keyboard = [
      [
        { text: '按', callback_data: '动作:1' },
        { text: '看', url: 'https://example.com/' },
      ],
      [{ text: '抄', copy_text: { text: '12348' } }, { text: '灰', disabled: {} } as never],
    ];
    return (await sandbox.api.sendMessage(group, 'x', { reply_markup: { inline_keyboard } })).message_id;
  };

  it('a press is a query that can be answered once', async () => {
    const message = await withButtons();
    done(sandbox.world.pressButton(ZHANG, group, message, { row: 0, col: 0 }));
    const [update] = await sandbox.drain();
    expect(update?.callback_query).toMatchObject({
      data: '动作:1',
      from: { id: ZHANG },
      message: { message_id: message, chat: { id: group } },
    });
    const id = update?.callback_query?.id ?? '';
    expect(await sandbox.api.answerCallbackQuery(id, { text: '好' })).toBe(true);
    const stale = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
    expect(await refusal(sandbox.api.answerCallbackQuery(id))).toBe(stale);
    expect(await refusal(sandbox.api.answerCallbackQuery('1'))).toBe(stale);
  });

  it('a query is too old after 150 seconds', async () => {
    done(sandbox.world.pressButton(ZHANG, group, await withButtons(), { row: 0, col: 0 }));
    const id = (await sandbox.drain())[0]?.callback_query?.id ?? '';
    await later(151_000);
    expect(await refusal(sandbox.api.answerCallbackQuery(id))).toMatch(/query is too old/);
  });

  it('data can be forged', async () => {
    done(sandbox.world.pressButton(ZHANG, group, await withButtons(), { rawData: 'admin:drop' }));
    expect((await sandbox.drain())[0]?.callback_query?.data).toBe('admin:drop');
  });

  it.each([
    [ZHANG, 0, 1, { ok: true, url: 'https://example.com/' }],
    [ZHANG, 1, 0, { ok: true, copied: '12348' }],
    [ZHANG, 1, 1, { ok: false, message: '“灰”这个按钮按不动。' }],
    [ZHANG, 2, 0, { ok: false, message: '这条消息没有这个按钮（也许已经换掉了）。' }],
    [STRANGER, 0, 0, { ok: false, message: '路人老周不在“新群”里，按不到这个按钮。' }],
  ])('what only a client does brings no update (%s presses %s,%s)', async (person, row, col, expected) => {
    const message = await withButtons();
    expect(sandbox.world.pressButton(person, group, message, { row, col })).toEqual(expected);
    expect(await sandbox.drain()).toEqual([]);
  });
});

describe('polls', () => {
  const quiz = (other: object = {}) =>
    sandbox.api.sendPoll(group, '高空抛物由谁管？', ['物业', '公安'], {
      type: 'quiz',
      is_anonymous: false,
      correct_option_ids: [1],
      explanation: '<b>民法典</b>第1254条',
      explanation_parse_mode: 'HTML',
      ...other,
    } as never);

  it('votes come as poll and poll_answer, and a quiz is answered once', async () => {
    const { message_id, poll } = await quiz();
    expect(poll).toMatchObject({ type: 'quiz', correct_option_ids: [1], explanation: '民法典第1254条' });
    done(sandbox.world.vote(ZHANG, group, message_id, [1]));
    const updates = await sandbox.drain();
    expect(updates[0]?.poll).toMatchObject({ id: poll.id, total_voter_count: 1 });
    expect(updates[1]?.poll_answer).toMatchObject({ poll_id: poll.id, user: { id: ZHANG }, option_ids: [1] });
    expect(sandbox.world.vote(ZHANG, group, message_id, [0])).toMatchObject({ message: '已经答过了，答题不能改。' });
    expect(sandbox.world.retract(ZHANG, group, message_id)).toMatchObject({ message: '答题不能撤回。' });
  });

  it('a vote in an ordinary poll can be taken back', async () => {
    const { message_id } = await sandbox.api.sendPoll(group, '开会时间', ['早', '晚'], { is_anonymous: false });
    done(sandbox.world.vote(ZHANG, group, message_id, [0]));
    done(sandbox.world.retract(ZHANG, group, message_id));
    const answers = (await sandbox.drain()).flatMap(({ poll_answer }) => poll_answer?.option_ids.join() ?? []);
    expect(answers).toEqual(['0', '']);
  });

  it('an anonymous poll gives totals only', async () => {
    const { message_id } = await sandbox.api.sendPoll(group, '开会时间', ['早', '晚']);
    done(sandbox.world.vote(ZHANG, group, message_id, [0]));
    expect((await sandbox.drain()).map((update) => Object.keys(update)[1])).toEqual(['poll']);
  });

  it('is stopped once, with the final totals', async () => {
    const { message_id } = await quiz();
    done(sandbox.world.vote(ZHANG, group, message_id, [0]));
    expect(await sandbox.api.stopPoll(group, message_id)).toMatchObject({ is_closed: true, total_voter_count: 1 });
    expect(await refusal(sandbox.api.stopPoll(group, message_id))).toBe(
      '400 Bad Request: poll has already been closed',
    );
    expect(sandbox.world.vote(CHEN, group, message_id, [1])).toMatchObject({ message: '这个投票已经结束。' });
  });

  it('closes by itself when its time is up', async () => {
    await quiz({ open_period: 600 });
    await later(601_000);
    expect((await sandbox.drain()).at(-1)?.poll).toMatchObject({ is_closed: true });
  });

  it('keeps its id when forwarded and gets a new one when copied', async () => {
    const { message_id, poll } = await quiz();
    const forwarded = await sandbox.api.forwardMessage(group, group, message_id);
    expect(forwarded.poll?.id).toBe(poll.id);
    const copied = await sandbox.api.copyMessage(group, group, message_id);
    const copy = sandbox.world.messages(group).find((message) => message.message_id === copied.message_id);
    expect(copy?.poll?.id).not.toBe(poll.id);
  });

  it('with a reply keyboard cannot be stopped', async () => {
    const { message_id } = await quiz({ reply_markup: { keyboard: [[{ text: 'x' }]] } });
    expect(await refusal(sandbox.api.stopPoll(group, message_id))).toBe("400 Bad Request: poll can't be stopped");
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
  it.each([
    ['no options', 'q', [], {}, 'poll must have at least one answer option'],
    ['13 options', 'q', many(13), {}, "poll can't have more than 12 options"],
    ['a long option', 'q', ['法'.repeat(101)], {}, 'poll options length must not exceed 100'],
    ['a long question', '法'.repeat(301), ['a'], {}, 'poll question length must not exceed 300'],
    ['a quiz without an answer', 'q', ['a', 'b'], { type: 'quiz' }, 'correct quiz option list must be non-empty'],
    [
      'answers out of order',
      'q',
      ['a', 'b'],
      { type: 'quiz', correct_option_ids: [1, 0] },
      'correct quiz option list must be increasing',
    ],
    [
      'an answer that is no option',
      'q',
      ['a', 'b'],
      { type: 'quiz', correct_option_id: 2 },
      'wrong quiz correct_option_id',
    ],
  ])('%s is refused', async (_name, question, options, other, expected) => {
    expect(await refusal(sandbox.api.sendPoll(group, question, options, other as never))).toBe(
      `400 Bad Request: ${expected}`,
    );
  });

  it('people must be known to a channel', async () => {
    const channel = done(sandbox.world.createChannel('街道发布', WANG)).chat;
    done(sandbox.world.addBot(channel, WANG));
    expect(await refusal(sandbox.api.sendPoll(channel, 'q', ['a'], { is_anonymous: false }))).toBe(
      "400 Bad Request: non-anonymous polls can't be sent to channel chats",
    );
  });
});

describe('reactions', () => {
  it('reach an administrator that asked by name, and nobody else', async () => {
    const { message_id } = await sandbox.api.sendMessage(group, 'x');
    await sandbox.api.getUpdates({ allowed_updates: ['message_reaction'] });
    done(sandbox.world.react(ZHANG, group, message_id, '👍'));
    expect(await sandbox.drain()).toEqual([]);
    done(sandbox.world.promoteBot(group, LIJIE));
    done(sandbox.world.react(ZHANG, group, message_id, null));
    expect((await sandbox.drain())[0]?.message_reaction).toMatchObject({
      user: { id: ZHANG },
      old_reaction: [{ type: 'emoji', emoji: '👍' }],
      new_reaction: [],
    });
  });

  it('in a channel are totals', async () => {
    const channel = done(sandbox.world.createChannel('街道发布', WANG)).chat;
    done(sandbox.world.addBot(channel, WANG));
    done(sandbox.world.joinGroup(ZHANG, channel));
    await sandbox.api.getUpdates({ allowed_updates: ['message_reaction_count'] });
    const { message_id } = await sandbox.api.sendMessage(channel, 'x');
    done(sandbox.world.react(ZHANG, channel, message_id, '❤'));
    expect((await sandbox.drain()).at(-1)?.message_reaction_count).toMatchObject({ reactions: [{ total_count: 1 }] });
  });
});

describe('topics', () => {
  beforeEach(() => void done(sandbox.world.enableTopics(group, LIJIE)));

  it('carry their thread id, General carries none', async () => {
    const { topic } = done(sandbox.world.createTopic(group, LIJIE, '普法'));
    done(sandbox.world.send(ZHANG, group, { text: '/ask@pufa_sandbox_bot 一', topic }));
    done(sandbox.world.send(ZHANG, group, { text: '/ask@pufa_sandbox_bot 二' }));
    const [created, inTopic, inGeneral] = await sandbox.drain();
    expect(created?.message).toMatchObject({ forum_topic_created: { name: '普法' }, message_thread_id: topic });
    expect(inTopic?.message).toMatchObject({ message_thread_id: topic, is_topic_message: true });
    expect(inGeneral?.message).not.toHaveProperty('message_thread_id');
    expect(await sandbox.api.sendMessage(group, 'x', { message_thread_id: topic })).toMatchObject({
      message_thread_id: topic,
    });
  });

  it.each([
    ['General by its number', () => 1, 'message thread not found'],
    ['an unknown topic', () => 777, 'message thread not found'],
    [
      'a closed topic',
      () => {
        const { topic } = done(sandbox.world.createTopic(group, LIJIE, '关'));
        done(sandbox.world.closeTopic(group, LIJIE, topic));
        return topic;
      },
      'TOPIC_CLOSED',
    ],
    [
      'a deleted topic',
      () => {
        const { topic } = done(sandbox.world.createTopic(group, LIJIE, '删'));
        done(sandbox.world.deleteTopic(group, LIJIE, topic));
        return topic;
      },
      'message thread not found',
    ],
  ])('the bot cannot send to %s', async (_name, prepare, expected) => {
    const call = sandbox.api.sendMessage(group, 'x', { message_thread_id: prepare() });
    expect(await refusal(call)).toBe(`400 Bad Request: ${expected}`);
  });

  it('outside a forum a thread id is ignored', async () => {
    const plain = done(sandbox.world.createSupergroup('平', LIJIE)).chat;
    done(sandbox.world.addBot(plain, LIJIE));
    expect(await sandbox.api.sendMessage(plain, 'x', { message_thread_id: 5 })).not.toHaveProperty('message_thread_id');
  });
});

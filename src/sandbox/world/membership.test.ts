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
beforeEach(async () => {
  sandbox = await aSandbox();
});
afterEach(() => sandbox.close());

const seedGroup = () => sandbox.world.chat('春风社区居民群').id;

/** What the bot was told, in short. */
async function told(): Promise<string[]> {
  return (await sandbox.drain()).map((update) => {
    const { message, my_chat_member, chat_member, callback_query, edited_message } = update;
    if (my_chat_member) return `${my_chat_member.old_chat_member.status}→${my_chat_member.new_chat_member.status}`;
    if (chat_member) return `member ${chat_member.old_chat_member.status}→${chat_member.new_chat_member.status}`;
    if (callback_query) return `press ${callback_query.data}`;
    if (edited_message) return `edited ${edited_message.text}`;
    const service = Object.keys(message ?? {}).find((key) => /^(new_chat_m|left|migrate|group_c|forum)/.test(key));
    return message?.text ?? service ?? Object.keys(update)[1] ?? '';
  });
}

describe('the bot in a group', () => {
  it('is added with a link: membership, service message, the client’s command', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE, 'BIND_1234'));
    expect(await told()).toEqual(['left→member', 'new_chat_members', '/start@pufa_sandbox_bot BIND_1234']);
  });

  it('can be added by any member of a basic group, but not by a stranger', () => {
    expect(sandbox.world.addBot(seedGroup(), STRANGER)).toEqual({
      ok: false,
      message: '路人老周不在“春风社区居民群”里，不能往里拉机器人。',
    });
    done(sandbox.world.addBot(seedGroup(), ZHANG));
  });

  it('hears of every change of its own standing', async () => {
    const group = done(sandbox.world.createSupergroup('新群', LIJIE)).chat;
    done(sandbox.world.addBot(group, LIJIE));
    done(sandbox.world.promoteBot(group, LIJIE));
    done(sandbox.world.demoteBot(group, LIJIE));
    done(sandbox.world.restrictBot(group, LIJIE, { can_send_messages: false }));
    done(sandbox.world.restrictBot(group, LIJIE, { can_send_messages: true }));
    done(sandbox.world.removeBot(group, LIJIE));
    expect(await told()).toEqual([
      'left→member',
      'new_chat_members',
      'member→administrator',
      'administrator→member',
      'member→restricted',
      'restricted→member',
      'left_chat_member',
      'member→kicked',
    ]);
    expect(await refusal(sandbox.api.getChat(group))).toBe('403 Forbidden: bot was kicked from the supergroup chat');
  });

  it('is told of others only as an administrator that asked', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    done(sandbox.world.joinGroup(WANG, seedGroup()));
    await sandbox.api.getUpdates({ allowed_updates: ['chat_member'] });
    done(sandbox.world.promoteBot(seedGroup(), LIJIE));
    done(sandbox.world.leaveGroup(WANG, seedGroup()));
    expect((await told()).at(-1)).toBe('member member→left');
  });

  it('can look at the group', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    expect(await sandbox.api.getChat(seedGroup())).toMatchObject({ type: 'group', title: '春风社区居民群' });
    expect(await sandbox.api.getChatMemberCount(seedGroup())).toBe(4);
    expect(await sandbox.api.getChatAdministrators(seedGroup())).toMatchObject([
      { status: 'creator', user: { id: LIJIE } },
    ]);
    expect(await sandbox.api.getChatMember(seedGroup(), STRANGER)).toMatchObject({ status: 'left' });
    expect(await refusal(sandbox.api.getChatMember(seedGroup(), 42))).toBe('400 Bad Request: user not found');
  });

  it('is not told by Telegram when somebody starts it for the first time, but when it is blocked', async () => {
    done(sandbox.world.startBot(CHEN, 'abc'));
    done(sandbox.world.blockBot(CHEN));
    done(sandbox.world.startBot(CHEN));
    expect(await told()).toEqual(['/start abc', 'member→kicked', 'kicked→member', '/start']);
  });
});

describe('privacy mode', () => {
  const say = (text: string, replyTo?: number) =>
    done(sandbox.world.send(ZHANG, seedGroup(), { text, ...(replyTo ? { replyTo } : {}) }));

  it.each([
    ['plain talk', '今天天气好', false],
    ['a mention', '@pufa_sandbox_bot 你好', false],
    ['a command for it', '/ask@pufa_sandbox_bot 你好', true],
    ['a command for another bot', '/ask@other_bot 你好', false],
    ['a bare command before it ever posted', '/ask 你好', false],
  ])('lets through or not: %s', async (_name, text, seen) => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    await sandbox.drain();
    say(text);
    expect(await told()).toEqual(seen ? [text] : []);
  });

  it('lets bare commands through once it posted, and replies to it', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    const { message_id } = await sandbox.api.sendMessage(seedGroup(), '大家好');
    await sandbox.drain();
    say('/ask 一');
    say('二', message_id);
    say('三', done(sandbox.world.send(CHEN, seedGroup(), { text: '别人的话' })).message);
    expect(await told()).toEqual(['/ask 一', '二']);
  });

  it('does not bind an administrator', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    done(sandbox.world.promoteBot(seedGroup(), LIJIE));
    await sandbox.drain();
    say('今天天气好');
    expect(await told()).toEqual(['今天天气好']);
  });

  it('changes in a chat only when the bot is added again', async () => {
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    done(sandbox.world.setPrivacyMode(false));
    expect((await sandbox.api.getMe()).can_read_all_group_messages).toBe(true);
    await sandbox.drain();
    say('还看不到');
    expect(await told()).toEqual([]);
    done(sandbox.world.removeBot(seedGroup(), LIJIE));
    done(sandbox.world.addBot(seedGroup(), LIJIE));
    await sandbox.drain();
    say('看到了');
    expect(await told()).toEqual(['看到了']);
  });
});

describe('a group that becomes a supergroup', () => {
  it('has a new id, tells the bot in two messages, and the old id answers with the new one', async () => {
    const old = seedGroup();
    done(sandbox.world.addBot(old, LIJIE));
    await sandbox.drain();
    const { chat } = done(sandbox.world.upgradeToSupergroup(old, LIJIE));
    expect(chat).toBeLessThan(-1_000_000_000_000);
    const updates = await sandbox.drain();
    expect(updates.map(({ my_chat_member }) => my_chat_member?.chat.id).filter(Boolean)).toEqual([chat]);
    const services = updates.flatMap(({ message }) => (message ? [message] : []));
    expect(services).toMatchObject([
      { chat: { id: old }, migrate_to_chat_id: chat },
      { chat: { id: chat }, migrate_from_chat_id: old },
    ]);
    await expect(sandbox.api.sendMessage(old, 'x')).rejects.toMatchObject({
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: chat },
    });
    await sandbox.api.sendMessage(chat, 'x');
    expect(sandbox.world.send(ZHANG, old, { text: 'x' })).toMatchObject({ ok: false });
    done(sandbox.world.send(ZHANG, chat, { text: 'x' }));
  });

  it('can be upgraded by its owner only', () => {
    expect(sandbox.world.upgradeToSupergroup(seedGroup(), ZHANG)).toEqual({
      ok: false,
      message: '只有群主能升级群，张大爷不是群主。',
    });
  });
});

describe('what Telegram’s clients would not let a person do', () => {
  it.each([
    [
      'write into a group one is not in',
      () => sandbox.world.send(STRANGER, seedGroup(), { text: 'x' }),
      '路人老周不在“春风社区居民群”里，不能在里面发消息。',
    ],
    [
      'write before starting',
      () => sandbox.world.send(WANG, WANG, { text: 'x' }),
      '王主任还没有开始和机器人对话，请先按“开始”。',
    ],
    ['send nothing', () => sandbox.world.send(ZHANG, seedGroup(), { text: ' ' }), '请先写点什么再发送。'],
    [
      'edit what somebody else wrote',
      () => sandbox.world.edit(ZHANG, seedGroup(), 1, 'x'),
      '张大爷只能修改自己发的消息。',
    ],
    [
      'remove the bot as a member',
      () => sandbox.world.removeBot(seedGroup(), ZHANG),
      '张大爷不是“春风社区居民群”的群主或管理员，做不了这件事。',
    ],
    [
      'mute one member of a basic group',
      () => {
        done(sandbox.world.addBot(seedGroup(), LIJIE));
        return sandbox.world.restrictBot(seedGroup(), LIJIE, {});
      },
      '只有超级群能单独禁言一个成员；请先把群升级为超级群。',
    ],
    [
      'speak anonymously as a member',
      () => sandbox.world.send(ZHANG, seedGroup(), { text: 'x', asChat: true }),
      '张大爷不能匿名发言：只有超级群的管理员可以。',
    ],
    [
      'start with a strange payload',
      () => sandbox.world.startBot(ZHANG, '绑定'),
      '链接里的码只能用字母、数字、下划线和减号，最长 64 个。',
    ],
    ['be someone unknown', () => sandbox.world.send(42, 42, { text: 'x' }), '沙盒里没有这个人。'],
  ])('%s', (_name, action, message) => {
    expect(action()).toEqual({ ok: false, message });
  });
});

describe('people’s messages', () => {
  it('reach the bot with edits, and an anonymous administrator speaks as the group', async () => {
    const group = done(sandbox.world.createSupergroup('新群', LIJIE)).chat;
    done(sandbox.world.addBot(group, LIJIE, undefined, { rights: {} }));
    const { message } = done(sandbox.world.send(LIJIE, group, { text: '一' }));
    done(sandbox.world.edit(LIJIE, group, message, '二'));
    expect((await told()).slice(-2)).toEqual(['一', 'edited 二']);
    done(sandbox.world.send(LIJIE, group, { text: '三', asChat: true }));
    const [anonymous] = await sandbox.drain();
    expect(anonymous?.message).toMatchObject({ from: { id: 1_087_968_824 }, sender_chat: { id: group } });
  });

  it('in a channel come as posts', async () => {
    const channel = done(sandbox.world.createChannel('街道发布', WANG)).chat;
    done(sandbox.world.addBot(channel, WANG));
    done(sandbox.world.send(WANG, channel, { text: '通知' }));
    const updates = await sandbox.drain();
    expect(updates.at(-1)?.channel_post).toMatchObject({ text: '通知', sender_chat: { id: channel } });
    expect(updates[0]?.my_chat_member?.new_chat_member.status).toBe('administrator');
  });

  it('can carry files', async () => {
    done(sandbox.world.startBot(WANG));
    done(
      sandbox.world.send(WANG, WANG, { document: { bytes: Buffer.from('甲'), fileName: '合同.txt' }, caption: '看看' }),
    );
    const sent = (await sandbox.drain()).at(-1)?.message;
    expect(sent).toMatchObject({ caption: '看看', document: { file_name: '合同.txt', mime_type: 'text/plain' } });
    const file = await sandbox.api.getFile(sent?.document?.file_id ?? '');
    expect(await (await fetch(`${sandbox.url}/file/bot${sandbox.token}/${file.file_path}`)).text()).toBe('甲');
  });
});

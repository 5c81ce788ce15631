import { InputFile } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const TINY_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('sending as the bot', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await aSandbox();
    done(sandbox.world.startBot(WANG));
  });
  afterAll(() => sandbox.close());

  const buttons = (button: object) => ({ reply_markup: { inline_keyboard: [[button as never]] } });

  it.each([
    ['no text', '', {}, '400 Bad Request: message text is empty'],
    ['white space only', ' \n ', {}, '400 Bad Request: text must be non-empty'],
    ['4097 characters', '法'.repeat(4097), {}, '400 Bad Request: message is too long'],
    ['more than 32 KB raw', '法'.repeat(11_000), {}, '400 Bad Request: text is too long'],
    [
      'a tag Telegram does not know',
      '法<p>律</p>',
      { parse_mode: 'HTML' as const },
      '400 Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 3',
    ],
    ['an unknown parse mode', 'x', { parse_mode: 'RST' as never }, '400 Bad Request: unsupported parse_mode'],
    [
      'callback data of 65 bytes',
      'x',
      buttons({ text: 'x', callback_data: `${'法'.repeat(21)}ab` }),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'x',
      buttons({ text: 'x' }),
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['a button with a bad link', 'x', buttons({ text: 'x', url: 'nowhere' }), '400 Bad Request: BUTTON_URL_INVALID'],
    [
      'a reply to nothing',
      'x',
      { reply_parameters: { message_id: 999 } },
      '400 Bad Request: message to be replied not found',
    ],
  ])('%s is refused', async (_name, text, other, expected) => {
    expect(await refusal(sandbox.api.sendMessage(WANG, text, other))).toBe(expected);
  });

  it('takes 4096 characters, counted in code points after the markup is gone', async () => {
    const text = `<b>${'🏟'.repeat(4096)}</b>`;
    const message = await sandbox.api.sendMessage(WANG, text, { parse_mode: 'HTML' });
    expect(message.entities).toEqual([{ type: 'bold', offset: 0, length: 8192 }]);
  });

  it('sends without the reply when that is allowed', async () => {
    const lost = { message_id: 999, allow_sending_without_reply: true };
    const message = await sandbox.api.sendMessage(WANG, 'x', { reply_parameters: lost });
    expect(message.reply_to_message).toBeUndefined();
  });

  it.each([
    ['somebody unknown', 123_456_789, '400 Bad Request: chat not found'],
    ['somebody it never met', STRANGER, '400 Bad Request: chat not found'],
    ['a group it never was in', -5_000_001, '400 Bad Request: chat not found'],
    ['a person by name', '@wang_zhuren', '400 Bad Request: chat not found'],
    ['nobody', '', '400 Bad Request: chat_id is empty'],
    ['itself', 7_100_000_001, "403 Forbidden: the bot can't send messages to the bot"],
  ])('does not reach %s', async (_name, chat, expected) => {
    expect(await refusal(sandbox.api.sendMessage(chat, 'x'))).toBe(expected);
  });

  it('sends a photo by upload and again by its id, and gives it back on download', async () => {
    const first = await sandbox.api.sendPhoto(WANG, new InputFile(TINY_PNG, 'a.png'), {
      caption: '<i>图</i>',
      parse_mode: 'HTML',
    });
    const photo = first.photo[0];
    expect(photo).toMatchObject({ width: 1, height: 1, file_size: TINY_PNG.length });
    expect(first.caption_entities).toEqual([{ type: 'italic', offset: 0, length: 1 }]);
    const second = await sandbox.api.sendPhoto(WANG, photo?.file_id ?? '');
    expect(second.photo[0]?.file_unique_id).toBe(photo?.file_unique_id);
    const file = await sandbox.api.getFile(photo?.file_id ?? '');
    const download = await fetch(`${sandbox.url}/file/bot${sandbox.token}/${file.file_path}`);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(TINY_PNG);
    expect((await fetch(`${sandbox.url}/file/bot1:x/${file.file_path}`)).status).toBe(401);
    expect(await refusal(sandbox.api.sendDocument(WANG, photo?.file_id ?? ''))).toBe(
      "400 Bad Request: can't use file of type Photo as Document",
    );
  });

  it.each([
    [
      'an empty file',
      () => sandbox.api.sendDocument(WANG, new InputFile(Buffer.alloc(0), 'a.txt')),
      '400 Bad Request: file must be non-empty',
    ],
    [
      'a photo that is none',
      () => sandbox.api.sendPhoto(WANG, new InputFile(Buffer.from('x'), 'a.jpg')),
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    ],
    [
      'a made-up id',
      () => sandbox.api.sendVoice(WANG, 'nonsense'),
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'a photo above 10 MB',
      () => sandbox.api.sendPhoto(WANG, new InputFile(Buffer.alloc(11 * 1024 * 1024), 'a.jpg')),
      '413 Request Entity Too Large',
    ],
    [
      'a caption above 1024 characters',
      () => sandbox.api.sendDocument(WANG, new InputFile(Buffer.from('x'), 'a.txt'), { caption: '法'.repeat(1025) }),
      '400 Bad Request: message caption is too long',
    ],
  ])('refuses %s', async (_name, send, expected) => {
    expect(await refusal(send())).toBe(expected);
  });

  it('edits its message once, and says so when nothing changed', async () => {
    const { message_id } = await sandbox.api.sendMessage(WANG, '旧', buttons({ text: '按', callback_data: 'a' }));
    const edited = await sandbox.api.editMessageText(WANG, message_id, '新');
    expect(edited).toMatchObject({ text: '新' });
    expect(edited).not.toHaveProperty('reply_markup');
    expect(await refusal(sandbox.api.editMessageText(WANG, message_id, '新'))).toMatch(
      /^400 .*message is not modified: /,
    );
    await sandbox.api.editMessageReplyMarkup(WANG, message_id, buttons({ text: '按', callback_data: 'b' }));
    expect(sandbox.world.messages(WANG).at(-1)?.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({
      callback_data: 'b',
    });
  });

  it.each([
    [
      'edit a message that is gone',
      () => sandbox.api.editMessageText(WANG, 9999, 'x'),
      '400 Bad Request: message to edit not found',
    ],
    [
      'edit somebody else’s',
      () => sandbox.api.editMessageText(WANG, 1, 'x'),
      "400 Bad Request: message can't be edited",
    ],
    [
      'delete a message that is gone',
      () => sandbox.api.deleteMessage(WANG, 9999),
      '400 Bad Request: message to delete not found',
    ],
    [
      'copy a message that is gone',
      () => sandbox.api.copyMessage(WANG, WANG, 9999),
      '400 Bad Request: message to copy not found',
    ],
    [
      'forward a message that is gone',
      () => sandbox.api.forwardMessage(WANG, WANG, 9999),
      '400 Bad Request: message to forward not found',
    ],
    [
      'react to a message that is gone',
      () => sandbox.api.setMessageReaction(WANG, 9999, []),
      '400 Bad Request: message to react not found',
    ],
    [
      'do an unknown action',
      () => sandbox.api.sendChatAction(WANG, 'dancing' as never),
      '400 Bad Request: wrong parameter action in request',
    ],
  ])('cannot %s', async (_name, attempt, expected) => {
    expect(await refusal(attempt())).toBe(expected);
  });

  it('deletes its own message for 48 hours', async () => {
    const group = done(sandbox.world.createGroup('删', LIJIE)).chat;
    done(sandbox.world.addBot(group, LIJIE));
    const first = await sandbox.api.sendMessage(group, '一');
    const second = await sandbox.api.sendMessage(group, '二');
    expect(await sandbox.api.deleteMessage(group, first.message_id)).toBe(true);
    await sandbox.moveClock(new Date(sandbox.clock.now().getTime() + 49 * 3_600_000));
    expect(await refusal(sandbox.api.deleteMessage(group, second.message_id))).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    );
  });

  it('copies without and forwards with the origin', async () => {
    const original = await sandbox.api.sendMessage(WANG, '原文');
    const forwarded = await sandbox.api.forwardMessage(WANG, WANG, original.message_id);
    expect(forwarded.forward_origin).toMatchObject({ type: 'user', sender_user: { id: sandbox.bot.id } });
    const copied = await sandbox.api.copyMessage(WANG, WANG, forwarded.message_id);
    const copy = sandbox.world.messages(WANG).find(({ message_id }) => message_id === copied.message_id);
    expect(copy).toMatchObject({ text: '原文' });
    expect(copy).not.toHaveProperty('forward_origin');
  });

  it('keeps a ledger of what truly arrived', async () => {
    const before = sandbox.world.deliveries().length;
    await sandbox.api.sendMessage(WANG, '送达');
    expect(sandbox.world.deliveries().slice(before)).toMatchObject([
      { chatId: WANG, text: '送达', method: 'sendMessage' },
    ]);
  });

  it('brings itself no updates for its own messages', async () => {
    await sandbox.drain();
    await sandbox.api.sendMessage(WANG, 'x');
    expect(await sandbox.drain()).toEqual([]);
  });

  describe('when the chat has changed', () => {
    const inGroup = async (prepare: (group: number) => void) => {
      const group = done(sandbox.world.createSupergroup('变', LIJIE)).chat;
      done(sandbox.world.addBot(group, LIJIE));
      prepare(group);
      return refusal(sandbox.api.sendMessage(group, 'x'));
    };

    it.each([
      [
        'removed',
        (group: number) => sandbox.world.removeBot(group, LIJIE),
        '403 Forbidden: bot was kicked from the supergroup chat',
      ],
      [
        'muted',
        (group: number) => sandbox.world.restrictBot(group, LIJIE, { can_send_messages: false }),
        '400 Bad Request: not enough rights to send text messages to the chat',
      ],
    ])('it is %s', async (_name, prepare, expected) => {
      expect(await inGroup((group) => void done(prepare(group)))).toBe(expected);
    });

    it('it has left', async () => {
      const group = done(sandbox.world.createGroup('离', LIJIE)).chat;
      done(sandbox.world.addBot(group, LIJIE));
      await sandbox.api.leaveChat(group);
      expect(await refusal(sandbox.api.sendMessage(group, 'x'))).toBe(
        '403 Forbidden: bot is not a member of the group chat',
      );
    });

    it('a muted bot that may send photos still sends photos', async () => {
      const group = done(sandbox.world.createSupergroup('图', LIJIE)).chat;
      done(sandbox.world.addBot(group, LIJIE));
      done(sandbox.world.restrictBot(group, LIJIE, { can_send_messages: false, can_send_photos: true }));
      expect(await refusal(sandbox.api.sendMessage(group, 'x'))).toContain('send text messages');
      await sandbox.api.sendPhoto(group, new InputFile(TINY_PNG, 'a.png'));
    });

    it('a person has blocked it, and then not any more', async () => {
      done(sandbox.world.startBot(CHEN));
      done(sandbox.world.blockBot(CHEN));
      expect(await refusal(sandbox.api.sendMessage(CHEN, 'x'))).toBe('403 Forbidden: bot was blocked by the user');
      done(sandbox.world.unblockBot(CHEN));
      await sandbox.api.sendMessage(CHEN, 'x');
    });

    it('a person is gone', async () => {
      const person = done(sandbox.world.addPerson({ name: '老孙' })).person;
      done(sandbox.world.startBot(person));
      done(sandbox.world.deleteAccount(person));
      expect(await refusal(sandbox.api.sendMessage(person, 'x'))).toBe('403 Forbidden: user is deactivated');
    });

    it('a person it only knows from a group never started it', async () => {
      const group = done(sandbox.world.createGroup('认', LIJIE)).chat;
      done(sandbox.world.addBot(group, LIJIE));
      done(sandbox.world.joinGroup(ZHANG, group));
      expect(await refusal(sandbox.api.sendMessage(ZHANG, 'x'))).toBe(
        "403 Forbidden: bot can't initiate conversation with a user",
      );
    });

    it('a channel does not let it post', async () => {
      const channel = done(sandbox.world.createChannel('街道发布', WANG)).chat;
      done(sandbox.world.addBot(channel, WANG, undefined, { rights: { can_post_messages: false } }));
      expect(await refusal(sandbox.api.sendMessage(channel, 'x'))).toBe(
        '400 Bad Request: need administrator rights in the channel chat',
      );
      done(sandbox.world.promoteBot(channel, WANG));
      const post = await sandbox.api.sendMessage(channel, 'x');
      expect(post).toMatchObject({ sender_chat: { id: channel } });
      expect(post).not.toHaveProperty('from');
      await sandbox.api.editMessageText(channel, post.message_id, 'y');
    });
  });
});

import type { MessageEntity } from 'grammy/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSandbox, done, refusal, type TestSandbox, WANG } from '../../../test/support/a-sandbox.js';

let sandbox: TestSandbox;
const bytes = new TextEncoder().encode('字');

beforeAll(async () => {
  sandbox = await aSandbox();
  done(sandbox.world.startBot(WANG));
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.drain());

const received = async () => (await sandbox.drain()).flatMap((update) => update.message ?? []);

describe('what a person sends', () => {
  const text = '加粗斜体下划删去遮住代码整段链接引用';
  const entities: MessageEntity[] = [
    { type: 'bold', offset: 0, length: 2 },
    { type: 'italic', offset: 2, length: 2 },
    { type: 'underline', offset: 4, length: 2 },
    { type: 'strikethrough', offset: 6, length: 2 },
    { type: 'spoiler', offset: 8, length: 2 },
    { type: 'code', offset: 10, length: 2 },
    { type: 'pre', offset: 12, length: 2 },
    { type: 'text_link', offset: 14, length: 2, url: 'https://12348.gov.cn/' },
    { type: 'blockquote', offset: 16, length: 2 },
  ];
  const html =
    '<b>加粗</b><i>斜体</i><u>下划</u><s>删去</s><span class="tg-spoiler">遮住</span><code>代码</code><pre>整段</pre>' +
    '<a href="https://12348.gov.cn/" rel="noopener noreferrer" target="_blank">链接</a><blockquote>引用</blockquote>';

  const shown = async () => {
    const answer = await fetch(`${sandbox.url}/sandbox/chats/${WANG}/messages`);
    return ((await answer.json()) as { messages: { html: string }[] }).messages.at(-1)?.html;
  };

  it('keeps its formatting, in a text, a caption, and what the bot makes of them', async () => {
    done(sandbox.world.send(WANG, WANG, { text, entities }));
    expect(await received()).toMatchObject([{ text, entities }]);
    expect(await shown()).toBe(html);
    done(sandbox.world.send(WANG, WANG, { document: { bytes, fileName: 'a.txt' }, caption: text, entities }));
    const [withFile] = await received();
    expect(withFile).toMatchObject({ caption: text, caption_entities: entities });
    expect(await shown()).toBe(html);
    const again = await sandbox.api.sendDocument(WANG, withFile?.document?.file_id ?? '', {
      caption: text,
      caption_entities: entities,
    });
    expect(again.caption_entities).toEqual(entities);
    expect((await sandbox.api.sendMessage(WANG, text, { entities })).entities).toEqual(entities);
    expect(await shown()).toBe(html);
  });

  it('has its formatting cut where the text ends, also when the bot gives it', async () => {
    const over: MessageEntity[] = [{ type: 'bold', offset: 1, length: 50 }];
    const cut = [{ type: 'bold', offset: 1, length: 1 }];
    done(sandbox.world.send(WANG, WANG, { text: '法律', entities: over }));
    expect((await received())[0]?.entities).toEqual(cut);
    expect((await sandbox.api.sendMessage(WANG, '法律', { entities: over })).entities).toEqual(cut);
  });

  it('can be an album of several messages', async () => {
    for (const fileName of ['1.png', '2.png']) {
      done(sandbox.world.send(WANG, WANG, { photo: { bytes, fileName }, album: '7' }));
    }
    expect((await received()).map((message) => message.media_group_id)).toEqual(['7', '7']);
  });

  it.each(['video', 'sticker'] as const)('can be a %s', async (kind) => {
    done(sandbox.world.send(WANG, WANG, { [kind]: { bytes } }));
    expect((await received())[0]).toHaveProperty(kind);
  });

  it('can claim a size nobody has to allocate, which cannot be fetched then', async () => {
    const claimedSize = 60 * 1024 * 1024;
    done(sandbox.world.send(WANG, WANG, { document: { bytes, fileName: 'a.pdf', claimedSize } }));
    const file = (await received())[0]?.document;
    expect(file?.file_size).toBe(claimedSize);
    expect(await refusal(sandbox.api.getFile(file?.file_id ?? ''))).toBe('400 Bad Request: file is too big');
  });

  it.each([
    ['text', 4096, { text: '法'.repeat(4097) }],
    ['caption', 1024, { photo: { bytes }, caption: '法'.repeat(1025) }],
  ])('is refused with a %s over %i characters, unless that is wanted', async (kind, limit, out) => {
    expect(sandbox.world.send(WANG, WANG, out)).toMatchObject({ ok: false });
    done(sandbox.world.send(WANG, WANG, { ...out, overLimits: true }));
    expect((await received())[0]).toMatchObject({ [kind]: '法'.repeat(limit + 1) });
  });
});

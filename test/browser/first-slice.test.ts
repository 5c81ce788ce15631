import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, OFFICE, type TestHouse } from '../support/a-house.js';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const SCREENSHOTS = path.resolve('test/browser/screenshots');

if (!existsSync(CHROMIUM)) console.log(`browser test skipped: no browser at ${CHROMIUM} (set CHROMIUM_PATH)`);

/** The first two minutes of a newcomer, in a real browser on the sandbox's page. */
describe.skipIf(!existsSync(CHROMIUM))('the first two minutes in the browser', () => {
  let house: TestHouse;
  let browser: Browser;
  let page: Page;
  let code = '';

  beforeAll(async () => {
    await mkdir(SCREENSHOTS, { recursive: true });
    // A fixed port, so that the page finds the sandbox again after the restart.
    house = await aHouse('2026-11-30T10:00', { PORT: String(await freePort()) });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    page.setDefaultTimeout(10_000);
    await page.goto(house.sandbox.url);
    await shot('01-first-page');
    await byId('hint-close').click();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const byId = (id: string) => page.getByTestId(id);
  const shot = (name: string) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
  const messages = () => byId('messages');

  async function be(person: number, chat: number): Promise<void> {
    await byId(`person-${person}`).click();
    await byId(`chat-${chat}`).click();
  }

  async function say(text: string): Promise<void> {
    await byId('send-input').fill(text);
    await byId('send-button').click();
  }

  const press = (text: string | RegExp) => messages().getByRole('button', { name: text }).last().click();
  const see = (text: string | RegExp) => messages().getByText(text).last().waitFor();
  const personId = (name: string) => house.sandbox.world.people().find((person) => person.name === name)?.id ?? 0;
  const groupId = () => house.sandbox.world.chats().find((chat) => chat.title === '春风社区居民群')?.id ?? 0;

  it('the office gets a one-time code', async () => {
    await be(OFFICE, OFFICE);
    await byId('start-button').click();
    await see('我是');
    await say('绑定码');
    await press('1 春风社区');
    await see('的绑定码');
    code =
      /(\d{4}) (\d{4})/
        .exec((await messages().textContent()) ?? '')
        ?.slice(1)
        .join('') ?? '';
    expect(code).toMatch(/^\d{8}$/);
    await shot('02-code');
  });

  it('the owner adds the bot, which stays silent until it is bound, and chooses topics', async () => {
    await be(personId('李姐'), groupId());
    await byId('group-menu').click();
    await byId('menu-add-bot').click();
    await byId('add-bot').waitFor();
    await byId('dialog-confirm').click();
    await say(`/bind@${house.sandbox.bot.username} ${code}`);
    await see('的普法小助手');
    await press('选主题');
    await press(/劳动与就业/);
    await press('完成');
    await see('选好了');
    await shot('03-bound');
  });

  it('a resident asks in private and gets law, article and hotline', async () => {
    const resident = personId('张大爷');
    await be(resident, resident);
    await byId('start-button').click();
    await say('楼上扔东西');
    await see(/民法典.*第1254条/);
    await see(/110/);
    await shot('04-answer-in-private');
  });

  it('and by replying to the bot in the group', async () => {
    await be(personId('张大爷'), groupId());
    const greeting = messages().locator('[data-testid^="message-"]', { hasText: '的普法小助手' }).last();
    await greeting.hover();
    await greeting.getByTestId('reply-button').click();
    await say('楼上扔东西');
    await see(/民法典.*第1254条/);
    await shot('05-answer-in-group');
  });

  it('on 4 December at 09:00 the Constitution Day message comes to the group, once', async () => {
    await byId('clock-quick-1204').click();
    await see(/今天是.*国家宪法日/);
    await shot('06-constitution-day');
    expect(await constitutionDayMessages()).toBe(1);
  });

  it('and not a second time after a restart', async () => {
    await house.restart();
    await page.reload();
    await be(personId('张大爷'), groupId());
    await see(/今天是.*国家宪法日/);
    expect(await constitutionDayMessages()).toBe(1);
  });

  it('a resident subscribes and stops again in plain words', async () => {
    const resident = personId('张大爷');
    await be(resident, resident);
    await say('订阅');
    await press('同意，开始订阅');
    await press('1 春风社区');
    await press('完成');
    await see('订好了');
    await say('退订');
    await see('已退订');
    await shot('07-stopped');
    const chat = await house.running.database.prisma.chat.findFirst({ where: { kind: 'private' } });
    expect(chat?.state).toBe('left');
  });

  it('the card leads to those who serve, with their words in the box', async () => {
    await byId('hint-toggle').click();
    await byId('hint-tab-office').click();
    await byId('step-go-office-2').click();
    expect(await byId('send-input').inputValue()).toBe('群管理');
    await byId('send-button').click();
    await see(/春风社区居民群.*春风社区/);
    await press('1 春风社区居民群');
    await see(/状态：正常/);
    await shot('08-groups');
    await byId('hint-close').click();
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await shot('09-phone');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  const constitutionDayMessages = () =>
    messages()
      .getByText(/今天是.*国家宪法日/)
      .count();
});

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

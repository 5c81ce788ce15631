import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFreePort } from '../support/a-free-port.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aPage, hasBrowser, type SandboxPage } from '../support/a-page.js';

const GROUP = '春风社区居民群';

/** The first two minutes of a newcomer, in a real browser on the sandbox's page. */
describe.skipIf(!hasBrowser())('the first two minutes in the browser', () => {
  let house: TestHouse;
  let at: SandboxPage;
  let code = '';

  beforeAll(async () => {
    // A fixed port, so that the page finds the sandbox again after the restart.
    house = await aHouse('2026-11-30T10:00', { PORT: String(await aFreePort()) });
    at = await aPage(() => house);
    await at.shot('01-first-page');
    await at.byId('hint-close').click();
  }, 60_000);

  afterAll(async () => {
    await at?.close();
    await house?.close();
  });

  it('the office gets a one-time code', async () => {
    await at.be('王主任');
    await at.byId('start-button').click();
    await at.see('我是');
    await at.say('绑定码');
    await at.press('1 春风社区');
    await at.see('的绑定码');
    code =
      /(\d{4}) (\d{4})/
        .exec((await at.messages().textContent()) ?? '')
        ?.slice(1)
        .join('') ?? '';
    expect(code).toMatch(/^\d{8}$/);
    await at.shot('02-code');
  });

  it('the owner adds the bot, which stays silent until it is bound, and chooses topics', async () => {
    await at.be('李姐', GROUP);
    await at.byId('group-menu').click();
    await at.byId('menu-add-bot').click();
    await at.byId('add-bot').waitFor();
    await at.byId('dialog-confirm').click();
    await at.say(`/bind@${house.sandbox.bot.username} ${code}`);
    await at.see('的普法小助手');
    await at.press('选主题');
    await at.press(/劳动与就业/);
    await at.press('完成');
    await at.see('选好了');
    await at.shot('03-bound');
  });

  it('a resident asks in private and gets law, article and hotline', async () => {
    await at.be('张大爷');
    await at.byId('start-button').click();
    await at.say('楼上扔东西');
    await at.see(/民法典.*第1254条/);
    await at.see(/110/);
    await at.shot('04-answer-in-private');
  });

  it('and by replying to the bot in the group', async () => {
    await at.be('张大爷', GROUP);
    const greeting = at.messages().locator('[data-testid^="message-"]', { hasText: '的普法小助手' }).last();
    await greeting.hover();
    await greeting.getByTestId('reply-button').click();
    await at.say('楼上扔东西');
    await at.see(/民法典.*第1254条/);
    await at.shot('05-answer-in-group');
  });

  it('on 4 December at 09:00 the Constitution Day message comes to the group, once', async () => {
    await at.byId('clock-quick-1204').click();
    await at.see(/今天是.*国家宪法日/);
    await at.shot('06-constitution-day');
    expect(await constitutionDayMessages()).toBe(1);
  });

  it('and not a second time after a restart', async () => {
    await house.restart();
    await at.page.reload();
    await at.be('张大爷', GROUP);
    await at.see(/今天是.*国家宪法日/);
    expect(await constitutionDayMessages()).toBe(1);
  });

  it('a resident subscribes and stops again in plain words', async () => {
    await at.be('张大爷');
    await at.say('订阅');
    await at.press('同意，开始订阅');
    await at.press('1 春风社区');
    await at.press('完成');
    await at.see('订好了');
    await at.say('退订');
    await at.see('已退订');
    await at.shot('07-stopped');
    const chat = await house.running.database.prisma.chat.findFirst({ where: { kind: 'private' } });
    expect(chat?.state).toBe('left');
  });

  it('the card leads to those who serve, with their words in the box', async () => {
    await at.byId('hint-toggle').click();
    await at.byId('hint-tab-office').click();
    await at.byId('step-go-office-2').click();
    expect(await at.byId('send-input').inputValue()).toBe('群管理');
    await at.byId('send-button').click();
    await at.see(/春风社区居民群.*春风社区/);
    await at.press('1 春风社区居民群');
    await at.see(/状态：正常/);
    await at.shot('08-groups');
    await at.byId('hint-close').click();
  });

  it('fits a phone', async () => {
    await at.page.setViewportSize({ width: 390, height: 844 });
    await at.shot('09-phone');
    const overflow = await at.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });

  const constitutionDayMessages = () =>
    at
      .messages()
      .getByText(/今天是.*国家宪法日/)
      .count();
});

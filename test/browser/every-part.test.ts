import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBoundGroup, subscribe } from '../support/a-bound-group.js';
import { aHouse, type TestHouse } from '../support/a-house.js';
import { aPage, hasBrowser, type SandboxPage } from '../support/a-page.js';
import { aTelegram } from '../support/a-telegram.js';

const GROUP = '春风社区居民群';
const WORDS =
  '周六上午九点，社区活动室讲防诈骗，有真实案例，欢迎带老人来。\n先记一句：要您转账的“公检法”，都是骗子，马上打 96110。';

/** Those who serve, each in a real browser on the sandbox's page; the pictures of the handbook come from here. */
describe.skipIf(!hasBrowser())('every part, played in the browser', () => {
  let house: TestHouse;
  let at: SandboxPage;

  beforeAll(async () => {
    house = await aHouse('2026-11-30T10:00');
    const telegram = aTelegram(house);
    await aBoundGroup(house, telegram);
    await subscribe(house, telegram, '张大爷');
    await subscribe(house, telegram, '小陈');
    at = await aPage(() => house);
    await at.byId('hint-close').click();
  }, 60_000);
  afterAll(async () => {
    await at?.close();
    await house?.close();
  });

  const row = () => house.running.database.prisma.notice.findFirstOrThrow({ where: { source: 'adviser' } });

  it('the adviser writes a notice and sees it as residents will', async () => {
    await at.be('陈律师');
    await at.say('工作');
    await at.press(/发通知/);
    await at.see('把要发给居民的内容发给我');
    await at.say(WORDS);
    await at.see(/第 1 号，草稿/);
    await at.see(/1 个群（约 3 席）、2 位订阅的居民/);
    await at.shot('10-adviser-draft');
  });

  it('picks who gets it and asks for release', async () => {
    await at.press('选对象');
    await at.see('发给谁');
    await at.shot('11-adviser-who');
    await at.press('选好了');
    await at.press('请求放行');
    await at.see('已经请 3 位同事看了');
    expect(await row()).toMatchObject({ state: 'submitted' });
  });

  it('staff read it and release it', async () => {
    await at.be('小刘');
    await at.see('陈律师请您放行一条通知');
    await at.shot('12-staff-asked');
    await at.press(/^1 放行/);
    await at.see('确定放行吗');
    await at.press('确定，放行');
    await at.see(/发完了[\s\S]*平台受理：群 1 个，私聊 2 位/);
    await at.shot('13-staff-released');
    expect(await row()).toMatchObject({ state: 'done' });
  });

  it('residents have it, in the group and in private', async () => {
    await at.be('张大爷', GROUP);
    await at.see(/社区活动室讲防诈骗/);
    await at.be('张大爷');
    await at.see(/社区活动室讲防诈骗/);
    await at.shot('14-resident-got-it');
  });

  it('a picture with words goes the same way', async () => {
    await at.be('陈律师');
    await at.say('发通知');
    await at.see('把要发给居民的内容发给我');
    await at.attach({ name: 'poster.png', mimeType: 'image/png', buffer: await at.shot('11b-poster') }, 'photo');
    await at.say('防诈骗海报，请转给家里老人');
    await at.see(/第 2 号，草稿/);
    await at.shot('15-adviser-picture');
    await at.press('请求放行');
    await at.be('周所长');
    await at.press(/^1 放行/);
    await at.press('确定，放行');
    await at.see(/发完了/);
    await at.be('李姐', GROUP);
    await at.see('防诈骗海报');
    await at.shot('16-group-picture');
  });

  it('staff enter a lecture', async () => {
    await at.be('小刘');
    await at.say('登记活动');
    await at.press(/讲座/);
    await at.press(/春风社区/);
    await at.press(/今天/);
    await at.say('120');
    await at.press(/签到表/);
    await at.see('请看一眼对不对');
    await at.shot('17-activity');
    await at.press('保存');
    await at.see('登记好了');
  });

  it('staff read the figures, with where they come from and a picture', async () => {
    await at.be('小刘');
    await at.say('统计');
    await at.see(/人工登记/);
    await at.see(/上限/);
    await at.shot('18-stats');
    await at.press('近 30 天的图');
    await at.see('来源：普法机器人的投递台账');
    await at.shot('19-stats-picture');
  });

  it('staff see their groups and pause one', async () => {
    await at.be('小刘');
    await at.say('群管理');
    await at.see('您管的群');
    await at.shot('20-groups');
    await at.press(GROUP);
    await at.press('暂停');
    await at.see(/暂停/);
    await at.shot('21-group-page');
    await at.press('恢复');
  });

  it('the lead invites a colleague by a one-time link', async () => {
    await at.be('周所长');
    await at.say('邀请');
    await at.press(/法律顾问/);
    await at.press(/清柳湾社区/);
    await at.say('吴律师');
    await at.see(/只能用一次/);
    await at.shot('22-invite');
    const link = /start=(inv_[\w-]+)/.exec((await at.messages().textContent()) ?? '')?.[1];
    const telegram = aTelegram(house);
    await telegram.act(house.sandbox.world.startBot(telegram.person('路人老周'), link));
    await at.be('路人老周');
    await at.see('邀请您做');
    await at.press(/^接受|1 接受/);
    await at.see('欢迎');
    await at.shot('23-accepted');
  });

  it('the owner of a group manages it in private', async () => {
    await at.be('李姐');
    if (await at.byId('start-button').isVisible()) await at.byId('start-button').click();
    await at.say('我的群');
    await at.see(/您的群/);
    await at.shot('24-owner');
  });

  it('the district reads figures only', async () => {
    await at.be('区局小赵');
    await at.say('统计');
    await at.see(/示例区/);
    await at.say('发通知');
    await at.see('您现在的角色办不了');
    await at.shot('25-viewer');
  });

  it('the cards lead newcomers to each part', async () => {
    await at.byId('hint-toggle').click();
    await at.shot('26-cards');
    await at.page.setViewportSize({ width: 390, height: 844 });
    await at.shot('27-phone');
    expect(await at.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});

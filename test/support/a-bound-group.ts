import type { TestHouse } from './a-house.js';
import type { Telegram } from './a-telegram.js';

/** Binds 春风社区居民群 by the office's link, as a group's owner would. @returns the group's id */
export async function aBoundGroup(house: TestHouse, telegram: Telegram): Promise<number> {
  const group = telegram.group('春风社区居民群');
  await telegram.act(house.sandbox.world.startBot(telegram.person('王主任')));
  await telegram.say('王主任', '绑定码');
  await telegram.press('王主任', '春风社区');
  const code = /(\d{4}) (\d{4})/.exec(telegram.last('王主任'))?.slice(1).join('');
  await telegram.act(house.sandbox.world.addBot(group, telegram.person('李姐'), `bind_${code}`));
  return group;
}

/** Subscribes a person with the default topics, in 春风社区. */
export async function subscribe(house: TestHouse, telegram: Telegram, who: string): Promise<void> {
  await telegram.act(house.sandbox.world.startBot(telegram.person(who)));
  await telegram.press(who, '同意');
  await telegram.press(who, '春风社区');
  await telegram.press(who, '完成');
}

import { randomInt } from 'node:crypto';
import { createChat } from './actions/groups.js';
import { addPerson, type NewPerson } from './actions/people.js';
import { privateChat } from './add-chat.js';
import { type Core, newMember } from './core.js';
import { meet } from './post-message.js';
import type { ChatType, WorldState } from './world-state.js';

/** How a world begins. */
export interface WorldSeed {
  bot: { id: number; username: string; firstName: string };
  /** `started`: has pressed START before the world begins, so that the bot may write first */
  people: (NewPerson & { id: number; started?: boolean })[];
  /** Groups without the bot; the first in `members` owns it. */
  groups: { type: Exclude<ChatType, 'private'>; title: string; members: number[] }[];
}

/** A street office's first day: people to play, one of each role, and a residents' group that does not have the bot yet. */
export const NEWCOMERS: WorldSeed = {
  bot: { id: 7_100_000_001, username: 'pufa_sandbox_bot', firstName: '普法小助手' },
  people: [
    {
      id: 700_000_001,
      name: '王主任',
      username: 'wang_zhuren',
      part: '管理员',
      note: '街道的管理员：私聊机器人，发“工作”看能办哪些事，发“绑定码”给社区群领码。',
    },
    {
      id: 700_000_002,
      name: '李姐',
      username: 'lijie_chunfeng',
      part: '群主',
      note: '春风社区居民群的群主：把机器人拉进群，再用绑定码绑定。',
    },
    { id: 700_000_003, name: '张大爷', part: '居民', note: '在群里：用 /ask 或者回复机器人，问一句家里的事。' },
    { id: 700_000_004, name: '小陈', username: 'xiaochen_cf', part: '居民', note: '在群里，也可以私聊机器人选话题。' },
    { id: 700_000_005, name: '路人老周', part: '外来的人', note: '不在任何群里：看看陌生人私聊机器人会怎样。' },
    {
      id: 700_000_006,
      name: '周所长',
      part: '司法所负责人',
      note: '管整个街道：放行别人写的通知，邀请同事。私聊机器人发“工作”。',
      started: true,
    },
    {
      id: 700_000_007,
      name: '小刘',
      part: '工作人员',
      note: '街道办事员：管群、看统计、登记线下活动。私聊机器人发“工作”。',
      started: true,
    },
    {
      id: 700_000_008,
      name: '陈律师',
      part: '社区法律顾问',
      note: '春风社区的法律顾问：私聊机器人发“发通知”，写一条给居民。',
      started: true,
    },
    {
      id: 700_000_009,
      name: '区局小赵',
      part: '区司法局',
      note: '只看数字：私聊机器人发“统计”。',
      started: true,
    },
  ],
  groups: [
    {
      type: 'group',
      title: '春风社区居民群',
      members: [700_000_002, 700_000_003, 700_000_004],
    },
  ],
};

/** A world with nobody in it. @param token of the bot; its number must be the bot's id */
export function emptyWorld(bot: WorldSeed['bot'], token: string): WorldState {
  return {
    bot: {
      ...bot,
      token,
      privacyMode: true,
      inlineMode: false,
      commands: [],
      names: {},
      descriptions: {},
      shortDescriptions: {},
      menuButtons: {},
      knownPeople: [],
      webhook: null,
    },
    people: [],
    chats: [],
    polls: [],
    files: [],
    callbacks: [],
    inlineQueries: [],
    // Drawn, as Telegram does: a bot that remembers the ids of an earlier world would take these for repeated.
    updates: { queue: [], nextId: randomInt(100_000_000, 900_000_000), lastAtMs: null, allowed: null },
    deliveries: [],
    lastIds: {},
  };
}

/** Puts the seed's people and groups into an empty world. */
export function plant(core: Core, seed: WorldSeed): void {
  for (const { started, ...person } of seed.people) {
    addPerson(core, person);
    if (!started) continue;
    const chat = privateChat(core, person.id);
    chat.members[String(core.state.bot.id)] = newMember('member');
    meet(core, chat, person.id);
  }
  for (const group of seed.groups) {
    const [owner, ...others] = group.members;
    if (owner === undefined) throw new Error(`sandbox seed: the group “${group.title}” has no owner`);
    const { chat: chatId } = createChat(core, owner, group.title, group.type);
    const chat = core.state.chats.find(({ id }) => id === chatId);
    for (const member of others) if (chat) chat.members[String(member)] = newMember('member');
  }
}

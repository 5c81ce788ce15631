/** The menu of everybody who serves. */
export interface WorkWords {
  menu: string;
  nobody: string;
  /** to somebody who serves, but not with this */
  notYourPart: string;
  /** 停止 or 取消, and nothing is being asked */
  stopWhat: string;
  previous: string;
  next: string;
  newNotice: string;
  notices: string;
}

export const workWords: Record<'zh' | 'en', WorkWords> = {
  zh: {
    menu: '您要办哪件事？点一下，或者回数字。',
    nobody: '这是给街道和社区工作人员用的。您有事直接问我就行；您是工作人员的话，请向街道要一个邀请链接。',
    stopWhat: '您要停什么？停一条通知，发“通知”，点开它再停；不想收普法提醒，发“退订”。',
    notYourPart: '这件事您现在的角色办不了。发“工作”看能办哪些事，发“我的角色”看您的角色。',
    previous: '上一页',
    next: '下一页',
    newNotice: '发通知',
    notices: '我的通知、待放行的通知',
  },
  en: {
    menu: 'What would you like to do? Tap one or send its number.',
    nobody:
      'This is for the people of the street office. Just ask me your question; if you work here, ask for an invitation link.',
    stopWhat: 'Stop what? To stop a notice, send “notices” and open it; to end your own reminders, send “unsubscribe”.',
    notYourPart: 'Your present role does not include this. Send “work” to see what you can do.',
    previous: 'Back',
    next: 'More',
    newNotice: 'Write a notice',
    notices: 'My notices and those to release',
  },
};

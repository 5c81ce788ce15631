/** The menu of everybody who serves. */
export interface WorkWords {
  menu: string;
  nobody: string;
  newNotice: string;
  notices: string;
}

export const workWords: Record<'zh' | 'en', WorkWords> = {
  zh: {
    menu: '您要办哪件事？点一下，或者回数字。',
    nobody: '这是给街道和社区工作人员用的。您有事直接问我就行；您是工作人员的话，请向街道要一个邀请链接。',
    newNotice: '发通知',
    notices: '我的通知、待放行的通知',
  },
  en: {
    menu: 'What would you like to do? Tap one or send its number.',
    nobody:
      'This is for the people of the street office. Just ask me your question; if you work here, ask for an invitation link.',
    newNotice: 'Write a notice',
    notices: 'My notices and those to release',
  },
};

import type { NoticeState } from '../../notices/notice-moves.js';
import type { NoticeWords } from './notice-words.js';

const enStates: Record<NoticeState, string> = {
  draft: 'draft',
  submitted: 'waits for release',
  returned: 'returned',
  rejected: 'rejected',
  released: 'released, waits for its time',
  sending: 'being sent',
  paused: 'paused',
  done: 'sent',
  stopped: 'stopped on the way',
  cancelled: 'cancelled',
  skipped: 'missed its time, not sent',
};

/** The second interface language. */
export const en: NoticeWords = {
  write:
    'Send me what residents should get: <b>one text, picture, voice message or file</b>.\n' +
    'Say one thing in one sentence, then what to do. You see it first; nobody gets it before somebody else releases it.',
  rewrite: 'Send me the new content; it replaces the old one.',
  problem: (problem) => {
    switch (problem.kind) {
      case 'other':
        return 'I cannot pass this on. Please send a text, a picture, a voice message or a file.';
      case 'album':
        return 'One picture at a time. Please send the most important one by itself.';
      case 'empty':
        return 'There are no words in it. Please write what you want to say.';
      case 'text-too-long':
        return `Too long: ${problem.length} characters, at most ${problem.limit}. Please shorten it or make two.`;
      case 'caption-too-long':
        return `The words below it are too long: ${problem.length} characters, at most ${problem.limit}. Please shorten them.`;
      case 'file-too-big':
        return `The file is too big: ${problem.megabytes} MB, at most ${problem.limit} MB. Please make it smaller.`;
    }
  },
  notAccepted: 'Telegram does not take this, so nothing was saved. Please write it differently.',
  previewAbove: 'Above is what residents will see.',
  card: ({ id, title, state, reason, units, reach, when }) =>
    `<b>${title}</b> (no. ${id}, ${enStates[state]})\n` +
    (reason ? `Reason: ${reason}\n` : '') +
    `To: ${units}\nRight now: ${reach}\nWhen: ${when}`,
  submittedCard: ({ id, title, units, reach, when, author }) =>
    `<b>${author} asks you to release a notice</b> (no. ${id})\nTitle: ${title}\nTo: ${units}\nRight now: ${reach}\nWhen: ${when}\n` +
    'Above is what residents will see. Is it right, is the law right, and should these people get it?',
  reach: (groups, seats, uncounted, subscribers) =>
    `${groups} groups (≈${seats} seats${uncounted > 0 ? `, ${uncounted} never counted` : ''}) and ${subscribers} subscribers, who may overlap`,
  everywhere: 'all units',
  atOnce: 'as soon as it is released',
  wishPassed: (when) => `was ${when}, which has passed: as soon as it is released`,
  mediaTitle: { photo: 'a picture', voice: 'a voice message', document: 'a file' },
  states: enStates,
  buttons: {
    read: 'See it',
    content: 'Change content',
    who: 'Choose recipients',
    when: 'Set the time',
    ask: 'Ask for release',
    back: 'Take back to change',
    delete: 'Delete',
    deleteYes: 'Really delete',
    keep: 'Keep',
    release: 'Release',
    releaseYes: 'Yes, release',
    lookAgain: 'Look again',
    return: 'Return to the author',
    reject: 'Reject',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop, send no more',
    stopYes: 'Yes, stop',
    cancel: 'Cancel, send nothing',
    toCard: 'Done',
    allUnits: 'All',
    groups: 'To groups',
    people: 'To subscribers',
    pick: 'Pick groups',
    page: 'Next page',
    now: 'As soon as released',
    ownTime: 'Another time',
    new: 'Write a new one',
  },
  chooseWho: 'Who gets it? Tap to switch, then “Done”.',
  pickGroups: 'Untick the groups that should not get it.',
  noGroups: 'These units have no bound groups yet.',
  keepOneKind: 'Keep at least one: groups or subscribers.',
  chooseWhen: (now) => `When? It is ${now} now.`,
  typeTime: 'Please write day and time, for example <b>12月4日 9:00</b> or <b>明天 15:30</b>.',
  timeProblem: {
    unreadable: 'I did not understand this time. Please write it like <b>12月4日 9:00</b> or <b>2026-12-04 9:00</b>.',
    'no-such-day': 'There is no such day. Please check and write it again, like <b>2026-12-04 9:00</b>.',
    past: 'This time has passed. Please write a later one, or choose “As soon as released”.',
    'too-far': 'Too far ahead, at most a year. Please write an earlier time.',
  },
  nobodyThere: 'Nobody would get it this way. Please tap “Choose recipients” first.',
  asked: (count) =>
    `${count} colleagues were asked; it goes out when one of them releases it. To change it, take it back.`,
  askedNobody:
    'Noted, but nobody who may release it could be told. Ask the lead to send me “notices”, or an administrator to invite somebody.',
  askedTraining: 'Training is on: you may release it yourself, to try the whole way.',
  toDecide: (author) => `by ${author}`,
  sureToRelease: (reach, when) => `Release it? ${reach}. When: ${when}. It cannot be changed afterwards.`,
  emptyNow:
    'Nobody is left to get it (groups unbound, residents unsubscribed), so it was not released. You can return it to its author.',
  refusal: {
    state: 'This notice has moved on; below is how it stands.',
    changed: 'Its author has just changed it. Please read the newest version first.',
    'no-right': 'You cannot use this button: the notice is not in your units, or your role has changed.',
    own: 'Somebody else has to release what you wrote, so that two pairs of eyes have seen it.',
    'author-lost-role':
      'Its author has no role for these units any more, so it cannot be released. Return or reject it; a colleague can write it anew.',
  },
  already: (state, by) => `Somebody was faster: the notice is “${state}” now${by ? ` (${by})` : ''}.`,
  askReason: {
    return: 'Why does it go back? Write one sentence for the author.',
    reject: 'Why not? Write one sentence for the author.',
  },
  reasonTooLong: 'Please write 1 to 500 characters.',
  decided: { return: 'Returned; the author gets your reason.', reject: 'Rejected; the author gets your reason.' },
  toldAuthor: (decision, title, reason) =>
    decision === 'return'
      ? `Your notice “${title}” came back.\nReason: ${reason}\nChange it and ask again.`
      : `Your notice “${title}” was rejected.\nReason: ${reason}\nYou can write a new one.`,
  sureToDelete: 'Delete this draft? Nobody has got it.',
  deleted: 'Deleted. Send “notice” to write a new one.',
  sureToStop: 'Stop? What is out stays out, the rest is never sent.',
  tooLateToCancel: 'Something has gone out already. You can stop it, then the rest is not sent.',
  progress: (facts) =>
    [
      `<b>${facts.title}</b>: ${enStates[facts.state]}`,
      ...(facts.open > 0 && facts.state === 'released' ? [`When: ${facts.due}`] : []),
      `${facts.total} in all; accepted by Telegram: ${facts.groupsSent} groups, ${facts.peopleSent} people`,
      ...(facts.open > 0 ? [`Not sent yet: ${facts.open}`] : []),
      ...(facts.waiting > 0 ? [`Waiting: ${facts.waiting} (${facts.waitingReasons.join('; ')})`] : []),
      ...(facts.refused.length > 0 ? [`Not received: ${facts.refused.join('; ')}`] : []),
      ...(facts.unknown > 0 ? [`Unknown: ${facts.unknown}, never sent again by itself`] : []),
      ...(facts.cancelled.length > 0 ? [`Not sent: ${facts.cancelled.join('; ')}`] : []),
      '(Accepted does not mean read; Telegram tells nobody who has read it)',
    ].join('\n'),
  list: 'Your notices. Tap one to see how it stands.',
  emptyList: 'No notices yet. Tap below to write one.',
  mine: 'mine',
  waiting: 'to release',
  underWay: 'under way',
  someone: 'a colleague',
  training: (on) =>
    on
      ? 'Training is <b>on</b>: in the sandbox you may release what you wrote. Send “training” again to end it.'
      : 'Training is <b>off</b>: somebody else has to release what you wrote, as in real life.',
  trainingOnlySandbox:
    'Training exists in the sandbox only, for administrators. With the real bot somebody else releases every notice.',
};

import { activitiesWords } from './activities/activities-words.js';
import { groupsWords } from './groups/groups-words.js';
import { noticeWords } from './notices/notice-words.js';
import { rolesWords } from './roles/roles-words.js';
import type { Sentences } from './sentences.js';
import { statsWords } from './stats/stats-words.js';
import { workWords } from './work-words.js';

/** The second interface language. What the bot teaches stays in Chinese: it is what the law says here. */
export const en: Sentences = {
  language: 'en',

  consent: (days) =>
    'Hello, I am the <b>legal helper</b> of your street office. I do two things:\n' +
    '1. Ask me in plain words, and I tell you what to do under the law in force (answers are in Chinese);\n' +
    '2. On important days I send one short reminder (a few a week at most).\n\n' +
    '<b>Before you subscribe:</b>\n' +
    '• I keep your community, your topics, when you agreed, and a sealed chat number to write to. No name, no phone.\n' +
    `• Your words are kept only when I could not answer, with personal details masked, and deleted after ${days} days.\n` +
    `• Subscribed or not: I note on which days you used me, by a keyed number, to count people; deleted after ${days} days.\n` +
    '• Send “stop” at any time; “my data” shows and deletes what is kept.\n\n' +
    'You can ask without subscribing.',
  agree: 'I agree, subscribe',
  declineButton: 'Not now',
  declined: 'All right, no reminders. Just ask me when something comes up. Send “subscribe” if you change your mind.',
  chooseUnit: 'Which community do you live in? Tap one, or send its number.',
  noUnit: 'None of these',
  chooseTopics: 'Which reminders do you want? Tap to switch, then “Done”. Numbers work too.',
  done: 'Done',
  subscribed: (unit, topics) =>
    `Subscribed${unit ? ` (${unit})` : ''}: ${topics}.\nSend “stop” when you have had enough. You can ask me now.`,
  noTopicLeft: 'No topic is chosen, so no reminders will come. Send “topics” to choose; you can still ask me.',
  stopped: 'Stopped: no more reminders. You can still ask me. Send “subscribe” to get them again.',
  wasNotSubscribed: 'You are not subscribed, so no reminders come. Send “subscribe” to get them, or just ask me.',
  subscribeAgain: 'Subscribe again',
  help:
    'How to use me:\n' +
    '• Ask in plain Chinese, for example <b>楼上扔东西</b>\n' +
    '• “subscribe” for reminders, “topics” and “community” to change them\n' +
    '• “stop” to end them, “my data” to see what is kept\n' +
    'In danger call <b>110</b>; free legal advice: <b>12348</b>.',
  myData: ({ unit, topics, since, questions, withWords, received, days }) =>
    `What I keep about you:\n• Community: ${unit}\n• Topics: ${topics}\n• Agreed: ${since}\n` +
    `• Reminders received: ${received}\n• Questions: ${questions}, of which ${withWords} with masked words\n• Days on which you used me: ${days}\n\n` +
    'No name, no phone number. The button below deletes it.',
  noData: 'I keep nothing about you. Just ask, or send “subscribe” for reminders.',
  eraseButton: 'Delete my data',
  eraseSure: 'Really delete? Reminders end, and it cannot be undone.',
  eraseYes: 'Delete',
  keep: 'Keep',
  erased: 'Deleted. Nothing about you is left here. You can still ask me.',
  kept: 'All right, nothing was deleted.',
  onlyText: 'I only understand text. Please write one or two sentences. In danger call 110; legal advice: 12348.',

  // everybody who serves
  work: workWords.en,
  dropped: 'All right, we leave it. Drafts of notices are kept; send “work” to see what you can do.',
  dropButton: 'Leave it',

  // notices
  notice: noticeWords.en,
  // roles
  roles: rolesWords.en,
  // statistics
  stats: statsWords.en,
  // groups
  groups: groupsWords.en,
  // activities
  activities: activitiesWords.en,

  answer: {
    steps: 'What to do',
    caseTitle: 'Case',
    citations: 'Law',
    hotlines: 'Call',
    asOf: (date) => `as of ${date}`,
    disclaimer: 'general information, not advice on your case',
  },
  caseButton: 'See a case',
  choices: 'Which one do you mean? Tap it or send its number. If none fits, ask in other words.',
  none:
    'I have no checked answer to this, so I will not guess. You can:\n' +
    '1. Ask again, shorter, for example <b>欠钱不还</b>\n' +
    '2. Call <b>12348</b> for free legal advice, or see the adviser of your community\n' +
    'In danger call <b>110</b> at once.',
  noneInGroup: 'I have no checked answer to this. Ask in other words, or call <b>12348</b>; in danger <b>110</b>.',
  askHow: 'Write your question after the command, for example /ask 楼上扔东西, or reply to one of my messages.',

  greeting: (unit) =>
    `Hello everyone, I am the legal helper of <b>${unit}</b>.\n` +
    '• On days such as 15 March, 26 June and 4 December I post one short reminder here.\n' +
    '• To ask, <b>reply to any message of mine</b> in plain Chinese.\n' +
    '• For private matters write to me in private; no names or phone numbers here.\n' +
    'Owners and administrators: reply “topics” to choose, “pause” to stop for now.',
  groupTopicsButton: 'Choose topics (administrators)',
  groupTopics: (unit) => `${unit}: which reminders for this group? Administrators tap to switch, then “Done”.`,
  groupTopicsDone: 'Done. Reminders come here on their days.',
  paused: 'Paused: no reminders here. An administrator can reply “resume”.',
  resumed: 'Resumed. Reminders come here on their days.',
  notPaused: 'This group is not paused; reminders come as usual.',
  leaveSure: 'Shall I leave this group? No more reminders then.',
  leaveYes: 'Leave',
  stay: 'Stay',
  stays: 'All right, I stay.',
  goodbye: 'I leave this group now. Add me again whenever you need me. Goodbye!',
  onlyGroupAdmin: 'Only the owner or an administrator can change this. In private you can subscribe for yourself.',
  groupAdminAsk: 'The owner or an administrator has to do this: please let them reply to this message.',
  memberStop: 'Reminders here are up to the administrators. Mute the group, or send me “stop” in private for yourself.',
  bindHow: (command) =>
    `Please add the 8-digit code of the office, for example <code>${command} 1234 5678</code>. Ask the street office for one.`,
  bindUnknown: 'There is no such code. Check the 8 digits or ask the office for a new one.',
  bindExpired: 'This code has expired. Ask the office for a new one.',
  bindUsed: 'This code was used already; each works once. Ask the office for a new one.',
  bindTooMany: 'Too many wrong codes. Try again in an hour, or ask the office.',
  alreadyBound: 'This group is bound already. Administrators can reply “topics” to choose.',
  bindNoGroup: 'No group is waiting to be bound. Add me to the group first; then whoever added me sends me the code.',
  bindWhichGroup: 'Which group? Tap it or send its number.',
  bindDoneInPrivate: (group, unit) => `Bound: ${group} → ${unit}. I have said hello in the group.`,

  codeForUnit: 'A binding code for which community? Tap it or send its number.',
  code: ({ code, command, link, unit, days }) =>
    `Binding code of <b>${unit}</b>: <code>${code}</code>\n` +
    `Valid for ${days} days, once. Give it to the group's owner, who may\n` +
    `1. open this link and pick the group: ${link}\n` +
    `2. or add me and send in the group: <code>${command} ${code}</code>\n` +
    '3. or add me and send me these 8 digits in private',
  notOffice: 'Binding codes come from the street office. If you own a group, please contact your community.',

  stale: 'This button is out of date, please start again.',
  notForYou: 'You cannot use this button now.',
  trouble: 'Something went wrong and nothing was done. Please try again later; emergencies 110, legal advice 12348.',
  commands: {
    start: 'Start, subscribe',
    ask: 'Ask a question',
    topics: 'Choose topics',
    community: 'Choose your community',
    stop: 'Stop reminders',
    mydata: 'What is kept about me',
    help: 'How to use me',
    bind: 'Bind this group (code from the office)',
    pause: 'Pause reminders here',
    resume: 'Resume reminders here',
    leave: 'Let the bot leave',
  },
};

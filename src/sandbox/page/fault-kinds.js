// @ts-check

/** @typedef {import('./types.js').FaultKind} FaultKind */

/**
 * The faults that can be ordered from the page. Descriptions are Telegram's own texts.
 * Source: https://github.com/tdlib/telegram-bot-api (Client.cpp)
 * @type {{ key: string, label: string, fault: FaultKind }[]}
 */
export const FAULT_KINDS = [
  {
    key: '429',
    label: '429 发太快，5 秒后再来',
    fault: {
      kind: 'answer',
      code: 429,
      description: 'Too Many Requests: retry after 5',
      parameters: { retry_after: 5 },
    },
  },
  {
    key: '403-blocked',
    label: '403 对方停用了机器人',
    fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was blocked by the user' },
  },
  {
    key: '403-kicked',
    label: '403 机器人被移出群',
    fault: { kind: 'answer', code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
  },
  {
    key: '400-rights',
    label: '400 没有发言权',
    fault: {
      kind: 'answer',
      code: 400,
      description: 'Bad Request: not enough rights to send text messages to the chat',
    },
  },
  {
    key: '500',
    label: '500 服务器内部错误',
    fault: { kind: 'answer', code: 500, description: 'Internal Server Error' },
  },
  { key: '502', label: '502 网关错误（一页 HTML）', fault: { kind: 'html', status: 502 } },
  { key: 'lost-before', label: '断线：没送到', fault: { kind: 'reset', delivered: false } },
  { key: 'lost-after', label: '断线：其实送到了', fault: { kind: 'reset', delivered: true } },
  { key: 'hang', label: '一分钟不回话，没送到', fault: { kind: 'hang', delivered: false, ms: 60_000 } },
  { key: 'delay', label: '慢 5 秒', fault: { kind: 'delay', ms: 5_000 } },
];

/** Methods a fault can be ordered for; `*` is all of them. */
export const FAULT_METHODS = [
  { method: 'sendMessage', label: '发消息 sendMessage' },
  { method: 'sendPoll', label: '发题目 sendPoll' },
  { method: 'editMessageText', label: '改消息 editMessageText' },
  { method: 'answerCallbackQuery', label: '应按钮 answerCallbackQuery' },
  { method: 'getUpdates', label: '取更新 getUpdates' },
  { method: '*', label: '任何调用 *' },
];

/**
 * A fault in a few words.
 * @param {FaultKind} fault
 */
export function faultLabel(fault) {
  const same = FAULT_KINDS.find((known) => JSON.stringify(known.fault) === JSON.stringify(fault));
  if (same) return same.label;
  return fault.kind === 'answer' ? `${fault.code} ${fault.description}` : fault.kind;
}

/** One line of `pufa doctor`: what was looked at, how it is, and what to do where it is not well. */
export interface Finding {
  /** `bad` keeps the program from working; `note` is worth a look */
  level: 'ok' | 'note' | 'bad';
  subject: string;
  text: string;
}

const MARKS = { ok: '✓', note: '!', bad: '✗' } as const;

/** As the operator reads it: `✗ 令牌：…`. */
export function findingLine({ level, subject, text }: Finding): string {
  return `${MARKS[level]} ${subject}：${text}`;
}

/** 1 when anything is bad. */
export function exitCodeOf(findings: Finding[]): 0 | 1 {
  return findings.some(({ level }) => level === 'bad') ? 1 : 0;
}

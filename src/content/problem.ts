/** Something in the content pack that an editor has to look at; errors stop the start, warnings do not. */
export interface Problem {
  /** as editors see it, from the pack's own folder on: `content/faq/tort/tort-dog-bite.md` */
  file: string;
  /** 1-based; 1 where the file as a whole is meant */
  line: number;
  severity: 'error' | 'warning';
  /** one plain Chinese sentence that says what to do */
  message: string;
}

/** The problem as editors and their tools read it: `file:line: message`. */
export function problemLine({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity === 'warning' ? '提醒：' : ''}${message}`;
}

/** Takes what is wrong with one file. */
export type Report = (line: number, message: string, severity?: Problem['severity']) => void;

/** A report that files its problems under `file`. */
export function reportInto(problems: Problem[], file: string): Report {
  return (line, message, severity = 'error') => {
    problems.push({ file, line, severity, message });
  };
}

/** By file, then by line; problems of one line stay in the order in which they were found. */
export function sortProblems(problems: Problem[]): Problem[] {
  return problems.toSorted((one, other) => compareText(one.file, other.file) || one.line - other.line);
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What somebody typed as one line: usual widths, single spaces, without marks that cannot be seen. */
export function oneLine(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim();
}

/** True where there is something to read: not only signs and spaces. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** RFC 5545 §3.1: no line is longer than this, without its line end. */
const LONGEST_LINE_OCTETS = 75;

/** A text as a property value (RFC 5545 §3.3.11): backslash, semicolon, comma and line ends are escaped. */
export function icsText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/**
 * A content line folded to at most 75 octets of UTF-8 per line (RFC 5545 §3.1): continuations begin with a space, and
 * no character is cut. Without a line end after it.
 */
export function foldIcsLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

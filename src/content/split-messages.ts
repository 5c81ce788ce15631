import { codePoints, MESSAGE_MAX_LENGTH, visibleText } from './telegram-text.js';

/** One thing that is never cut: a tag, an escaped character, or a character as people see it. */
interface Atom {
  html: string;
  /** what people read; empty for a tag */
  text: string;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** After what a text may be cut, best first: an empty line, a line, a sentence with its closing quotes, a clause. */
const CUTS = [/\n\n+/g, /\n/g, /[。！？；…!?;]+[”’」』）)"']*/g, /[，、：,: ]/g];

/** Closing quotes that follow a stop lie at most this far behind it. */
const LOOK_AHEAD = 8;

/**
 * Cuts a text in Telegram's HTML into messages of at most `limit` code points after parsing, between blocks where
 * possible, else between lines, sentences, clauses, and within a sentence only where there is nothing else. Tags that
 * are open at a cut are closed before it and opened again after it. Blanks at a cut are dropped; a text that shows
 * nothing gives no message.
 * @param limit at least 1
 */
export function splitMessages(html: string, limit: number = MESSAGE_MAX_LENGTH): string[] {
  const messages: string[] = [];
  let rest = withoutLeadingBlanks(atomsOf(html, limit));
  while (rest.some(isTextAtom)) {
    const end = endOfMessage(rest, limit);
    const atoms = rest.slice(0, end);
    const open = openTags(atoms);
    messages.push(htmlOf([...withoutTrailingBlanks(atoms), ...open.map(closingTag).toReversed()]));
    rest = withoutLeadingBlanks([...open, ...rest.slice(end)]);
  }
  return messages;
}

function atomsOf(html: string, limit: number): Atom[] {
  return [...html.matchAll(/<[^>]*>|&(?:[a-z]+|#\d+|#x[\da-f]+);|[^<&]+|[<&]/gi)].flatMap(([part]) => {
    if (part.startsWith('<') && part.length > 1) return [{ html: part, text: '' }];
    if (part.startsWith('&') && part.length > 1) return [{ html: part, text: visibleText(part) }];
    return Array.from(graphemes.segment(part), ({ segment }) => segment)
      .flatMap((segment) => (codePoints(segment) > limit ? Array.from(segment) : [segment]))
      .map((segment) => ({ html: segment, text: segment }));
  });
}

/** How many atoms the next message takes; at least the first that shows something. */
function endOfMessage(atoms: readonly Atom[], limit: number): number {
  const text = atoms.map((atom) => atom.text).join('');
  const room = roomFor(atoms, limit);
  if (room === text.length) return atoms.length;
  const nearby = text.slice(0, room + LOOK_AHEAD);
  for (const cut of CUTS) {
    const ends = [...nearby.matchAll(cut)].map((match) => match.index + match[0].length).filter((end) => end <= room);
    const last = ends.at(-1);
    if (last !== undefined) return atomsUpTo(atoms, last);
  }
  return atomsUpTo(atoms, room);
}

/** How much of the text, in UTF-16 units, makes up whole atoms of at most `limit` code points. */
function roomFor(atoms: readonly Atom[], limit: number): number {
  let length = 0;
  let room = 0;
  for (const { text } of atoms) {
    length += codePoints(text);
    if (length > limit) break;
    room += text.length;
  }
  return room;
}

/** The atoms that show the text's first `end` units, with the tags that close right there. */
function atomsUpTo(atoms: readonly Atom[], end: number): number {
  let shown = 0;
  let count = 0;
  for (const { html, text } of atoms) {
    if (shown >= end && !html.startsWith('</')) break;
    shown += text.length;
    count += 1;
  }
  return count;
}

/** The opening tags that nothing has closed, outermost first. */
function openTags(atoms: readonly Atom[]): Atom[] {
  const open: Atom[] = [];
  for (const atom of atoms) {
    if (atom.text !== '') continue;
    if (atom.html.startsWith('</')) open.pop();
    else open.push(atom);
  }
  return open;
}

function closingTag({ html }: Atom): Atom {
  return { html: `</${/^<([\w-]+)/.exec(html)?.[1] ?? ''}>`, text: '' };
}

function withoutLeadingBlanks(atoms: readonly Atom[]): Atom[] {
  const first = atoms.findIndex(isTextAtom);
  return atoms.filter((atom, index) => index >= first || atom.text === '');
}

function withoutTrailingBlanks(atoms: readonly Atom[]): Atom[] {
  const last = atoms.findLastIndex(isTextAtom);
  return atoms.filter((atom, index) => index <= last || atom.text === '');
}

function isTextAtom({ text }: Atom): boolean {
  return text.trim() !== '';
}

/** Entities that lost their blanks at a cut show nothing and are left out. */
function htmlOf(atoms: readonly Atom[]): string {
  let html = atoms.map((atom) => atom.html).join('');
  for (let before = ''; before !== html; ) {
    before = html;
    html = html.replaceAll(/<([\w-]+)[^>]*><\/\1>/g, '');
  }
  return html;
}

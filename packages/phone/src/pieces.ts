/** Step 2 and 3 of reading a cell: which pieces of a cleaned cell are meant as numbers, and what stands beside them. */

import { saysNothing } from './clean.ts';
import { digitsOf, LOCAL_DIGITS } from './read-number.ts';

/** A stretch that is meant as one number, perhaps as several written without a separator. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly text: string;
  readonly labelled: boolean;
  readonly fax: boolean;
}

export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

/** What stands where a number should, and what it says of one. */
export type Hint =
  | { readonly kind: 'email'; readonly text: string }
  | { readonly kind: 'scientific'; readonly text: string }
  | { readonly kind: 'extension'; readonly text: string; readonly base: Candidate };

export type Piece = Candidate | Hint | Words;

/**
 * Comma, semicolon, line, bar, ampersand, backslash. A comma before nothing but zeros is a decimal one: a spreadsheet
 * wrote `,00` behind the number.
 */
const SEPARATOR = /[;\n|&\\]|,(?!0+ *(?:[,;\n|&]|$))/;

/** 4,85012E+10 in any locale. */
const SCIENTIFIC = /[+-]?\d+(?:[.,]\d+ ?E\+?| ?E\+) ?\d{1,3}/giu;

/** A foreign habit: commas between groups of one number. */
const COMMA_GROUPS = /^\+?\d{2,3}(?:,\d{2,3}){2,4}$/;

/** The number of a desk behind a switchboard. */
const EXTENSION = /^(?<base>.*\d\D*?)(?<!\p{L})(?:(?:wew\p{L}*|ext\p{L}*|w|x)[.:]? *|#)\d{1,6}\)?$/iu;
const EXTENSION_BEHIND_COMMA = /[,;] *(?=(?:wew|ext)\p{L}*[.:]? *\d)/giu;

const BRACKETED_WORDS = /[([<{][^()[\]<>{}@]*\p{L}[^()[\]<>{}@]*[)\]>}]/gu;

/** `tel.:`, `kom:` and the like written right before the digits, or a known label without any sign. */
const GLUED_LABEL =
  /^(?:\p{L}[\p{L}/-]+(?:[.:][\p{L}/-]*)*[.:]+|(?:telefon|tel|kom[oó]rka|kom|mobile|mob|gsm|sms|fax|faks|nr|[tkmpf])[.:/]*)(?=[+(]*\d)/iu;
const GLUED_WORD = /(?<=\d{2})\p{L}{3,}[.)]*$/u;

const CONJUNCTION = /^(?:lub|i|oraz|albo|and|or|a|też|także)$/i;
/** `1)`, `2:`, `tel.1:` count the numbers of a list. */
const ORDINAL = /^(?:\p{L}[\p{L}.]*)?[1-9][:.)]+$/u;
/** Somebody's mark, whose meaning stands elsewhere. */
const MARK = /^[*#]+|(?<=\d)[*#]+$/;
/** Signs that lists and exports put around a number. */
const EDGE = /^[^\p{L}\d+(/]+|[^\p{L}\d)/]+$/gu;
const MAIL_EDGE = /^(?:[^\p{L}\d]|mailto:)+|[^\p{L}\d]+$/giu;
/** A lone I is the word `i` of a list in capitals, so it is not here. */
const LOOKS_LIKE_DIGIT = /^[OoQl]$/;

/**
 * Cuts a cleaned cell into pieces, in its order.
 *
 * @example
 * piecesOf('tel. 501 234 567, Jan') // a candidate '501 234 567', labelled, and the words 'Jan'
 */
export function piecesOf(cleaned: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of cleaned.matchAll(SCIENTIFIC)) {
    pieces.push(...separated(cleaned.slice(at, match.index)), { kind: 'scientific', text: match[0] });
    at = match.index + match[0].length;
  }
  return [...pieces, ...separated(cleaned.slice(at))];
}

function separated(text: string): Piece[] {
  if (COMMA_GROUPS.test(text.trim())) return fromChunk(text.replaceAll(',', ' '));
  return text.replace(EXTENSION_BEHIND_COMMA, ' ').split(SEPARATOR).flatMap(fromChunk);
}

/** A chunk between separators. */
function fromChunk(chunk: string): Piece[] {
  const text = chunk.trim();
  if (saysNothing(text)) return [];
  const base = EXTENSION.exec(text)?.groups?.['base'];
  if (base !== undefined && digitsOf(base).length >= LOCAL_DIGITS) return withExtension(base, text.slice(base.length));
  return fromAtoms(
    text.replace(BRACKETED_WORDS, (words) => ` ${words.slice(1, -1).replace(/[\d+]/g, '')} `).split(' '),
  );
}

/** The extension belongs to the last number before it. */
function withExtension(base: string, extension: string): Piece[] {
  const pieces = fromChunk(base);
  const at = pieces.findLastIndex((piece) => piece.kind === 'candidate');
  return pieces.map((piece, index) =>
    index === at && piece.kind === 'candidate' ? { kind: 'extension', text: extension.trim(), base: piece } : piece,
  );
}

/** Words part the numbers between them; runs of atoms with digits are one candidate. */
function fromAtoms(atoms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let run: string[] = [];
  let words: string[] = [];

  const endRun = (): void => {
    if (run.length > 0) pieces.push(candidate(run.join(' '), words));
    if (run.length > 0) words = [];
    run = [];
  };
  for (const atom of atoms.flatMap(atomsOf)) {
    if (atom.includes('@')) {
      endRun();
      pieces.push({ kind: 'email', text: atom });
    } else if (/\d/.test(atom) || (run.length > 0 && atom === '/') || LOOKS_LIKE_DIGIT.test(atom)) {
      run.push(atom);
    } else if (MARK.test(atom) || (/\p{L}/u.test(atom) && !CONJUNCTION.test(atom) && !saysNothing(atom))) {
      endRun();
      words.push(atom);
    } else endRun();
  }
  endRun();
  return words.length > 0 ? [...pieces, { kind: 'words', text: words.join(' ') }] : pieces;
}

/** `tel/fax` is a telephone too. */
export function saysFax(words: string): boolean {
  return /fax|faks/i.test(words) && !/tel|kom/i.test(words);
}

function candidate(text: string, words: readonly string[]): Candidate {
  return { kind: 'candidate', text, labelled: words.length > 0, fax: saysFax(words.join(' ')) };
}

/** One atom without the signs around it, its label and its trailing word apart. */
function atomsOf(atom: string): string[] {
  if (atom.includes('@')) return [atom.replace(MAIL_EDGE, '')];
  if (ORDINAL.test(atom)) return ['#'];
  const mark = MARK.exec(atom)?.[0] ?? '';
  const bare = atom.replace(EDGE, '');
  const label = GLUED_LABEL.exec(bare)?.[0] ?? '';
  const word = GLUED_WORD.exec(bare)?.[0] ?? '';
  return [mark, label, bare.slice(label.length, bare.length - word.length), word].filter((part) => part !== '');
}

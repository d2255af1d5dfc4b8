import iconv from 'iconv-lite';

/** Encodings in which Polish firms hand over their files (domain-facts 6.1). */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'windows-1250' | 'iso-8859-2' | 'cp852';

/** In this order the first of equals wins: a file without any letter that differs is read the same by the first two. */
const SINGLE_BYTE = ['windows-1250', 'iso-8859-2', 'cp852'] as const;
type SingleByte = (typeof SINGLE_BYTE)[number];

/**
 * Names the encoding of a text file: byte order mark, then strict UTF-8, then the single-byte encoding in which the
 * bytes above 127 make the best Polish. It is a guess to be shown with a preview: the user may choose another.
 */
export function detectEncoding(bytes: Uint8Array): FileEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (looksLikeUtf16(bytes)) return 'utf-16le';
  if (isUtf8(bytes)) return 'utf-8';
  const scores = SINGLE_BYTE.map((encoding) => polishScore(bytes, encoding));
  return SINGLE_BYTE[scores.indexOf(Math.max(...scores))] ?? 'windows-1250';
}

/**
 * The text of a file without a byte order mark; bytes that mean nothing in the encoding become U+FFFD, never an error.
 * Zero characters are left out: they mean nothing in a text, and PostgreSQL refuses them.
 */
export function decodeFile(bytes: Uint8Array, encoding: FileEncoding): string {
  const text = iconv.decode(asBuffer(bytes), encoding, { stripBOM: true });
  return text.toWellFormed().replaceAll('\0', '');
}

/** Polish text in UTF-16LE without a mark: nearly every second byte is 0 (ASCII, ó) or 1 (ą ć ę ł ...), the others are not 0. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const pairs = Math.min(bytes.length >> 1, 2048);
  let latin = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) return false;
    if ((bytes[2 * pair + 1] ?? 0xff) <= 1) latin++;
  }
  return pairs > 1 && latin > pairs * 0.9;
}

/** Strictly UTF-8, or so full of Polish letters in UTF-8 that a few broken bytes (glued files, cut cells) do not matter. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const polish = text.match(/[ąćęłńóśźż]/gi)?.length ?? 0;
    const broken = text.match(/\uFFFD/g)?.length ?? 0;
    return polish > 20 * broken;
  }
}

type LetterClass = 'lower' | 'upper' | 'sign' | 'letter' | 'junk';

const POINTS: Readonly<Record<LetterClass, number>> = { lower: 2, upper: 2, sign: 0, letter: -1, junk: -3 };

/** What each byte above 127 is in each encoding. */
const CLASSES: Readonly<Record<SingleByte, readonly LetterClass[]>> = {
  'windows-1250': highByteClasses('windows-1250'),
  'iso-8859-2': highByteClasses('iso-8859-2'),
  cp852: highByteClasses('cp852'),
};

/** How Polish a file looks in one encoding: Polish letters where words have them, against what words never have. */
function polishScore(bytes: Uint8Array, encoding: SingleByte): number {
  const classes = CLASSES[encoding];
  let score = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const kind = classes[byte - 0x80] ?? 'junk';
    score += isMisplaced(kind, bytes[at - 1], bytes[at + 1]) ? -1 : POINTS[kind];
  }
  return score;
}

/** A capital behind a small letter, or a small letter between capitals: right byte, wrong encoding. */
function isMisplaced(kind: LetterClass, before = 0, after = 0): boolean {
  if (kind === 'upper') return before >= 0x61 && before <= 0x7a;
  return kind === 'lower' && before >= 0x41 && before <= 0x5a && after >= 0x41 && after <= 0x5a;
}

function highByteClasses(encoding: FileEncoding): LetterClass[] {
  return Array.from({ length: 128 }, (_, index) => classify(iconv.decode(Buffer.of(index + 0x80), encoding)));
}

function classify(character: string): LetterClass {
  if (/[ąćęłńóśźż]/.test(character)) return 'lower';
  if (/[ĄĆĘŁŃÓŚŹŻ]/.test(character)) return 'upper';
  if (/[\u00A0§°«»„”“‚’–—…€·²³½]/.test(character)) return 'sign';
  return /\p{L}/u.test(character) ? 'letter' : 'junk';
}

/** A view of the same memory: no copy of the file. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

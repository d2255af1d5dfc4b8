/** Words by which people and programs say "nothing here". */
const NOTHING = /^(?:|-+|\.+|\?+|x|brak|b\.?\s?d\.?|n\/?d|null|\(null\)|nie ma|nie podano|nie dotyczy)$/i;

/**
 * Text as it should be stored: NFC, one line, single plain spaces, without marks that nobody sees, and without the
 * apostrophe that spreadsheets (and our own export, domain-facts 5.2) put before = + - @ and
 * before digits that they would round.
 */
export function cleanText(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/^'(?=[\s\0]*[=+\-@＝＋－＠\t\r\n\0]|(?:\d{16,}|\d+E\d+)\s*$)/i, '')
    .replaceAll(/[\p{Cf}\0]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Clean text, or null when the cell is empty or says so in words (`brak`, `-`, `NULL`). */
export function readText(cell: string): string | null {
  const text = cleanText(cell);
  return NOTHING.test(text) ? null : text;
}

/** A number which a spreadsheet has rounded to an exponent (`5,01235E+08`): its digits are gone for good. */
export function isSpreadsheetDamaged(cell: string): boolean {
  return /^'?[+-]?\d+(?:[.,]\d+)?E\+\d{2,3}$/i.test(cleanText(cell));
}

/** Letters that did not survive a wrong encoding come as U+FFFD. */
export function hasLostLetters(cell: string): boolean {
  return cell.includes('\uFFFD');
}

export type PostalCodeReading = {
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly faulty: boolean;
};

/**
 * Polish postal codes as 01-001: the dash and the zeros a number cell loses are put back, a place behind the code
 * (`00-950 Warszawa`) is returned separately. Codes of other countries are kept as written.
 */
export function readPostalCode(cell: string, country: string | null = null): PostalCodeReading {
  const text = readText(cell);
  if (text === null) return { postalCode: null, city: null, faulty: false };
  if (country !== null && country !== 'PL') return { postalCode: text, city: null, faulty: false };
  const [, first, second, city] =
    /^(?:PL-?)?\s?(\d{2})\s?[-\u2010-\u2015\u2212 ]\s?(\d{3})(?:[\s,]+(\p{L}.*))?$/iu.exec(text) ?? [];
  if (first && second) return { postalCode: `${first}-${second}`, city: city ?? null, faulty: false };
  const [, digits] = /^(\d{3,5})(?:[.,]0+)?$/.exec(text) ?? [];
  if (!digits) return { postalCode: text, city: null, faulty: true };
  const five = digits.padStart(5, '0');
  return { postalCode: `${five.slice(0, 2)}-${five.slice(2)}`, city: null, faulty: false };
}

export type EmailReading = {
  readonly email: string | null;
  readonly others: readonly string[];
  readonly faulty: boolean;
};

/** The first usable address of a cell; further ones are named, because a contact has one. The domain is lower-cased. */
export function readEmail(cell: string): EmailReading {
  const text = readText(cell);
  if (text === null) return { email: null, others: [], faulty: false };
  const parts = text.split(/[;,\s|]+/).map((part) => part.replace(/^<?(?:mailto:)?/i, '').replace(/[>.]*$/, ''));
  const [email = null, ...others] = parts.filter(isEmail).map(lowerDomain);
  return { email, others: others.filter((other) => other !== email), faulty: email === null };
}

function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u.test(text)
  );
}

function lowerDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
}

/** Group names of a cell, split at `;`, `,` and `|`, each once whatever the case, in the order of the file. */
export function readGroups(cell: string): string[] {
  const groups = new Map<string, string>();
  for (const part of cell.split(/[;,|]/)) {
    const group = readText(part);
    const key = group?.toLocaleLowerCase('pl');
    if (group !== null && key !== undefined && !groups.has(key)) groups.set(key, group);
  }
  return [...groups.values()];
}

/** Street, house and flat as one line: `Długa`, `12`, `3` → `Długa 12/3`. */
export function joinStreet(street: string | null, house: string | null, flat: string | null): string | null {
  const number = [house, flat].filter((part) => part !== null).join('/');
  return [street, number].filter(Boolean).join(' ') || null;
}

/** What a NIP cell says: a Polish NIP, a VAT id of another country, nothing, or something that is not a NIP. */
export type NipReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'polish'; readonly nip: string }
  | { readonly kind: 'foreign'; readonly nip: string; readonly country: string }
  | { readonly kind: 'faulty'; readonly nip: string | null; readonly fault: NipFault };

export type NipFault =
  | 'damaged'
  | 'not_digits'
  | 'too_few_digits'
  | 'too_many_digits'
  | 'repeated_digit'
  | 'check_digit';

const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7] as const;

/** Prefixes of VAT ids: the EU as VIES writes them (Greece is EL), Northern Ireland (XI) and neighbours one meets on invoices. */
const FOREIGN_PREFIX =
  /^(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PT|RO|SE|SI|SK|UA|XI)([0-9A-Z]{4,13})$/;

const NOTHING = /^(?:|0+|-+|X+|BRAK|BRAKNIP|BD|NIEMA|NIEDOTYCZY|NULL)$/;

/**
 * Says whether ten digits are a NIP: weights 6 5 7 2 3 4 5 6 7, sum modulo 11 equals the tenth digit (10 never does).
 * Ten equal digits pass the sum and are refused all the same (domain-facts 6.2).
 */
export function isNip(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  return nipCheckDigit(digits.slice(0, 9)) === Number(digits[9]);
}

/** The tenth digit that belongs to nine given ones, or 10 when no NIP begins with them. */
export function nipCheckDigit(nine: string): number {
  return WEIGHTS.reduce<number>((sum, weight, index) => sum + weight * Number(nine[index]), 0) % 11;
}

/**
 * Reads a NIP as people and programs write it: dashes, spaces, the label, the prefix PL, a number cell turned to text.
 * `country` is the content of a separate column (Comarch's NIPKraj); a prefix in the cell itself wins over it.
 */
export function readNip(cell: string, country = ''): NipReading {
  const upright = cell.normalize('NFKC').trim().toUpperCase();
  if (/^\d[.,]?\d*E\+?\d+$/.test(upright.replaceAll(' ', ''))) return { kind: 'faulty', nip: null, fault: 'damaged' };
  const text = upright
    .replace(/[.,]0+$/, '')
    .replaceAll(/[^0-9A-Z]/g, '')
    .replace(/^(?:NUMER|NR)?NIP(?:UE)?/, '');
  if (NOTHING.test(text)) return { kind: 'empty' };
  const prefix = country.trim().toUpperCase();
  const whole = /^\d/.test(text) && /^[A-Z]{2,3}$/.test(prefix) ? `${prefix}${text}` : text;
  const foreign = FOREIGN_PREFIX.exec(whole);
  if (foreign && /\d/.test(foreign[2] ?? ''))
    return { kind: 'foreign', nip: whole, country: vatCountry(foreign[1] ?? '') };
  return readPolish(whole.replace(/^PL(?=\d)/, ''));
}

function readPolish(text: string): NipReading {
  const faulty = (fault: NipFault): NipReading => ({ kind: 'faulty', nip: /\d/.test(text) ? text : null, fault });
  if (!/^\d+$/.test(text)) return faulty('not_digits');
  if (text.length < 10) return faulty('too_few_digits');
  if (text.length > 10) return faulty('too_many_digits');
  if (/^(\d)\1{9}$/.test(text)) return faulty('repeated_digit');
  return isNip(text) ? { kind: 'polish', nip: text } : faulty('check_digit');
}

/** VAT prefixes that are not the ISO code of the country. */
function vatCountry(prefix: string): string {
  const special: Readonly<Record<string, string>> = { EL: 'GR', XI: 'GB', CHE: 'CH' };
  return special[prefix] ?? prefix;
}
